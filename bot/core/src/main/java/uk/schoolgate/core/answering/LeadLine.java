package uk.schoolgate.core.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/**
 * The line before a quote that says what follows from it: yes, no, it depends, who, when, what happens next. Only where
 * the clause decides just what was asked; a clause about something near it gets no line.
 */
public final class LeadLine {
    /** Words of a heading that say for whom or when all below it holds. */
    private static final Pattern NARROWING = Pattern.compile(
            "\\b(?:years? (?:\\d{1,2}|one|two|three|four|five|six)|key stage|ks\\d|nursery|reception|early years|eyfs|infants?|juniors?"
                    + "|sixth form|trips?|visits?|residentials?|p\\.?e\\.?|swimming|(?:during|after|before) \\w+|clubs?|visitors?"
                    + "|governors?|volunteers?)(?!\\w)");

    private static final Set<String> USUAL_ACTIONS = Terms.of("bring use wear take keep carry have ride");

    private final Wording wording;

    public LeadLine(Wording wording) {
        this.wording = wording;
    }

    /** The line in front of the first quote; empty where nothing is sure. */
    public Optional<String> of(String question, Asker asker, Citation citation) {
        Question asked = Question.of(question, asker);
        List<Statement> statements = Statement.in(citation);
        Set<String> heading = citation.section().isEmpty()
                ? Set.of()
                : Terms.withOccasion(citation.section().getLast());
        Particulars particulars = new Particulars(asked, heading);
        return switch (asked.form()) {
            case ALLOWED, REQUIRED ->
                yesOrNo(asked, statements, heading)
                        .map(phrase -> holdsForSomeOnly(citation, asked) ? Phrase.ANSWER_LINE_DEPENDS : phrase)
                        .map(wording::say);
            case WHO -> particulars.person(statements).map(who -> wording.say(Phrase.ANSWER_LINE_WHO, "who", who));
            case WHEN ->
                particulars.time(question, statements).map(when -> wording.say(Phrase.ANSWER_LINE_WHEN, "when", when));
            case NEXT -> particulars.step(statements).map(what -> wording.say(Phrase.ANSWER_LINE_NEXT, "what", what));
            case HOW, OTHER -> Optional.empty();
        };
    }

    /** Whether a heading above the clause narrows it to a year, an occasion or a group that the question doesn't name. */
    private static boolean holdsForSomeOnly(Citation citation, Question asked) {
        String headings = Terms.fold(citation.title() + " / " + String.join(" / ", citation.section()));
        return NARROWING
                .matcher(headings)
                .results()
                .anyMatch(found -> !asked.named().containsAll(Terms.withOccasion(found.group())));
    }

    private static Optional<Phrase> yesOrNo(Question asked, List<Statement> statements, Set<String> heading) {
        Set<Phrase> verdicts = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (decides(statement, asked, heading)) {
                Optional<Phrase> verdict = verdict(asked, statement, heading);
                boolean qualified = i + 1 < statements.size() && qualifies(statements.get(i + 1));
                verdicts.add(
                        qualified && verdict.isPresent()
                                ? Phrase.ANSWER_LINE_DEPENDS
                                : verdict.orElse(Phrase.ANSWER_LEAD));
            }
        }
        boolean sure = verdicts.size() == 1 && !verdicts.contains(Phrase.ANSWER_LEAD);
        return sure ? verdicts.stream().findFirst() : Optional.empty();
    }

    /** Everything that the question is about must be in the statement: another word could change the answer. */
    private static boolean decides(Statement statement, Question asked, Set<String> heading) {
        Set<String> known = new HashSet<>(statement.terms());
        known.addAll(heading);
        boolean covered = !asked.terms().isEmpty()
                && known.containsAll(asked.terms())
                && statement.terms().stream().anyMatch(asked.terms()::contains);
        return statement.rule().isPresent() && covered && sameAction(statement, asked) && sameActor(statement, asked);
    }

    /** "Are dogs allowed?" asks about bringing them, not about everything that may be done with a dog. */
    private static boolean sameAction(Statement statement, Question asked) {
        return statement.action().isEmpty()
                || asked.terms().contains(statement.action().get())
                || (asked.actor().isEmpty()
                        && (statement.allows()
                                || USUAL_ACTIONS.contains(statement.action().get())));
    }

    private static boolean sameActor(Statement statement, Question asked) {
        Optional<Actor> spokenOf = statement.actor();
        return spokenOf.isEmpty() || spokenOf.get() == asked.actor().orElse(Actor.PUPIL);
    }

    private static Optional<Phrase> verdict(Question asked, Statement statement, Set<String> heading) {
        Question.Form form = asked.form();
        Statement.Rule yes = form == Question.Form.ALLOWED ? Statement.Rule.PERMITS : Statement.Rule.REQUIRES;
        Statement.Rule no = form == Question.Form.ALLOWED ? Statement.Rule.PROHIBITS : Statement.Rule.EXEMPTS;
        Optional<Phrase> verdict = statement
                .rule()
                .filter(rule -> !statement.negated())
                .flatMap(rule -> rule == yes
                        ? Optional.of(Phrase.ANSWER_LINE_YES)
                        : rule == no ? Optional.of(Phrase.ANSWER_LINE_NO) : Optional.empty());
        boolean depends = statement.conditional()
                || (statement.situated() && !asked.situated())
                || isNarrower(statement, asked, heading);
        return verdict.map(it -> depends ? Phrase.ANSWER_LINE_DEPENDS : it);
    }

    /** A clause that names more than was asked, such as a year, holds for that alone. */
    private static boolean isNarrower(Statement statement, Question asked, Set<String> heading) {
        Set<String> more = new HashSet<>(statement.scope());
        more.removeAll(asked.named());
        more.removeAll(heading);
        return !more.isEmpty();
    }

    private static boolean qualifies(Statement next) {
        return Terms.fold(next.text())
                .matches("(?:however|but|except|unless|exceptions?|this (?:does|is) not|in exceptional)\\b.*");
    }
}
