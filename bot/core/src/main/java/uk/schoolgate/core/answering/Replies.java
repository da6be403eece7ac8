package uk.schoolgate.core.answering;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.policy.Answer;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Replies to what people write to the bot: with the office's own answer first, else out of the policies. */
public final class Replies {
    private final School school;
    private final Wording wording;
    private final Answerer answerer;
    private final CuratedAnswers curated;
    private final AnswerContent words;
    private final Clauses clauses;
    private final NearestHeading nearest;
    private final OtherSchools otherSchools;

    public Replies(School school, PolicyIndex index, Answerer answerer, CuratedAnswers curated, Wording wording) {
        this(
                school,
                answerer,
                curated,
                new Clauses(index),
                new NearestHeading(index),
                new OtherSchools(school.name(), index),
                wording);
    }

    private Replies(
            School school,
            Answerer answerer,
            CuratedAnswers curated,
            Clauses clauses,
            NearestHeading nearest,
            OtherSchools otherSchools,
            Wording wording) {
        this.school = school;
        this.wording = wording;
        this.answerer = answerer;
        this.curated = curated;
        this.words = new AnswerContent(school, wording);
        this.clauses = clauses;
        this.nearest = nearest;
        this.otherSchools = otherSchools;
    }

    /** The same replies, in other words around what the policies say. */
    public Replies in(Wording other) {
        return new Replies(school, answerer, curated, clauses, nearest, otherSchools, other);
    }

    /** The reply to somebody, out of what everybody who reads it may see. */
    public Reply reply(String question, Asker asker) {
        Optional<Reply> own = curated.find(question, asker).map(this::curated);
        return own.or(() -> smallTalk(question, asker)).orElseGet(() -> outOfThePolicies(question, asker));
    }

    /** What the bot says about itself. */
    public Content introduction() {
        return Content.ofText(wording.say(Phrase.BOT_INTRODUCTION, "school", school.name()));
    }

    private Reply curated(CuratedAnswer answer) {
        Optional<Citation> citation = answer.clause().map(clause -> answerer.cite(clause.document(), clause.passage()));
        return new Reply(
                Reply.Outcome.ANSWERED,
                words.curated(answer, citation),
                citation.stream().toList(),
                1,
                citation.flatMap(clauses::idOf));
    }

    private Optional<Reply> smallTalk(String question, Asker asker) {
        Optional<SmallTalk.Kind> kind = SmallTalk.of(question);
        if (kind.equals(Optional.of(SmallTalk.Kind.HELLO))) {
            return Optional.of(new Reply(Reply.Outcome.INTRODUCED, introduction(), List.of(), 0, Optional.empty()));
        }
        Optional<Content> line = kind.map(this::line);
        return line.or(() -> otherSchools.askedAbout(question, asker)
                        ? Optional.of(Content.ofText(wording.say(Phrase.BOT_OTHER_SCHOOL, "school", school.name())))
                        : Optional.empty())
                .map(content -> new Reply(Reply.Outcome.SMALL_TALK, content, List.of(), 0, Optional.empty()));
    }

    private Content line(SmallTalk.Kind kind) {
        return switch (kind) {
            case HELLO -> introduction();
            case ABOUT -> Content.ofText(wording.say(Phrase.BOT_ABOUT_ITSELF, "school", school.name()));
            case THANKS -> Content.ofText(wording.say(Phrase.BOT_THANKED));
            case CHAT -> Content.ofText(wording.say(Phrase.BOT_CHAT));
            case INSTRUCTION -> Content.ofText(wording.say(Phrase.BOT_INSTRUCTED));
        };
    }

    private Reply outOfThePolicies(String question, Asker asker) {
        return switch (answerer.answer(question, asker)) {
            case Answer.Cited(double confidence, List<Citation> best) -> {
                List<Citation> shown = Question.of(question, asker).asksForSteps() ? clauses.inTheirOrder(best) : best;
                Content content = words.cited(question, asker, shown);
                yield new Reply(Reply.Outcome.ANSWERED, content, best, confidence, clauses.idOf(best.getFirst()));
            }
            case Answer.NotSaid(double confidence) -> {
                Content content = words.notSaid(nearest.of(question, asker));
                yield new Reply(Reply.Outcome.NOT_SAID, content, List.of(), confidence, Optional.empty());
            }
        };
    }
}
