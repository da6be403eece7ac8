package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.concern.ConcernAction.Verb;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Clause;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Writes what authors are told in private. */
public final class Notices {
    private final School school;
    private final Roll roll;
    private final Wording wording;

    public Notices(School school, Roll roll, Wording wording) {
        this.school = school;
        this.roll = roll;
        this.wording = wording;
    }

    /**
     * The private word about a finding for which nothing is kept.
     *
     * @param suggestion how the message could be put instead
     */
    public Content nudge(Finding finding, Optional<String> suggestion) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(text(privateWord(finding)));
        quoteClause(finding, blocks);
        suggest(suggestion, blocks);
        blocks.add(text(wording.say(Phrase.NOTICE_PRIVACY)));
        return new Content(wording.say(Phrase.NOTICE_TITLE), blocks, List.of());
    }

    /**
     * The private word about a message that a person will look at.
     *
     * @param suggestion how the message could be put instead
     */
    public Content raised(Concern concern, Evidence message, Optional<String> suggestion) {
        List<Block> blocks = new ArrayList<>();
        Finding deciding = deciding(concern, message);
        blocks.add(text(toldElsewhere(concern).map(this::elsewhere).orElseGet(() -> privateWord(deciding))));
        quoteClause(deciding, blocks);
        suggest(suggestion, blocks);
        if (concern.category().response() != Response.URGENT) {
            blocks.add(text(wording.say(Phrase.NOTICE_REVIEWED_BY_PERSON)));
        }
        blocks.add(text(wording.say(Phrase.NOTICE_PRIVACY)));
        List<Button> buttons = concern.category() == Category.SAFEGUARDING
                ? List.of()
                : List.of(
                        Cards.button(wording, Phrase.BUTTON_REMOVED, Verb.REMOVED, concern),
                        Cards.button(wording, Phrase.BUTTON_WRONG, Verb.OBJECT, concern));
        return new Content(wording.say(Phrase.NOTICE_TITLE), blocks, buttons);
    }

    private static Finding deciding(Concern concern, Evidence message) {
        return message.findings().stream()
                .filter(finding -> finding.category() == concern.category())
                .findFirst()
                .orElseGet(() -> message.findings().getFirst());
    }

    /** What an author is told later. */
    public Content later(AuthorNote note) {
        return Content.ofText(wording.say(
                switch (note) {
                    case RAISED -> throw new IllegalArgumentException("the first word to an author is its own notice");
                    case THANKS_FOR_REMOVING -> Phrase.NOTICE_THANKS_FOR_REMOVING;
                    case THANKS_FOR_MENDING -> Phrase.NOTICE_THANKS_FOR_MENDING;
                    case REMOVAL_PASSED_ON -> Phrase.NOTICE_REMOVAL_PASSED_ON;
                    case OBJECTION_HEARD -> Phrase.NOTICE_OBJECTION_HEARD;
                    case OBJECTION_PASSED_ON -> Phrase.NOTICE_OBJECTION_PASSED_ON;
                    case OBJECTION_SEEN_AGAIN -> Phrase.NOTICE_OBJECTION_SEEN_AGAIN;
                    case WORDS_PASSED_ON -> Phrase.NOTICE_WORDS_PASSED_ON;
                    case OUTCOME_NO_ACTION -> Phrase.NOTICE_OUTCOME_NO_ACTION;
                    case OUTCOME_HANDED_OVER -> Phrase.NOTICE_OUTCOME_HANDED_OVER;
                    case OUTCOME_TAKEN_ON -> Phrase.NOTICE_OUTCOME_TAKEN_ON;
                    case OUTCOME_UNDECIDED -> Phrase.NOTICE_OUTCOME_UNDECIDED;
                }));
    }

    /** Who is told of a sign of harm in the safeguarding lead's place: it may be about the lead, or by them. */
    private Optional<PersonId> toldElsewhere(Concern concern) {
        List<PersonId> contacts = concern.circle().contacts();
        return concern.category() == Category.SAFEGUARDING && !contacts.contains(school.safeguardingLead())
                ? contacts.stream().findFirst()
                : Optional.empty();
    }

    private String elsewhere(PersonId person) {
        return wording.say(
                Phrase.NOTICE_SAFEGUARDING_ELSEWHERE,
                "person",
                nameOf(person),
                "contact",
                Titles.contact(wording, school.office()));
    }

    private String privateWord(Finding finding) {
        Category category = finding.category();
        boolean aboutHead = category == Category.STAFF_ALLEGATION
                && finding.people().contains(school.headteacher().value())
                && school.chairOfGovernors().isPresent();
        return wording.say(
                aboutHead ? Phrase.NOTICE_HEAD_ALLEGATION : Phrase.valueOf("NOTICE_" + category.name()),
                "contact",
                Titles.contact(wording, school.office()),
                "lead",
                nameOf(school.safeguardingLead()),
                "chair",
                school.chairOfGovernors().map(this::nameOf).orElse(""));
    }

    private String nameOf(PersonId person) {
        return roll.nameOf(person).orElse(school.name());
    }

    private void quoteClause(Finding finding, List<Block> blocks) {
        for (Clause clause : finding.clauses().stream().limit(1).toList()) {
            blocks.add(text(wording.say(Phrase.NOTICE_CLAUSE_LEAD)));
            blocks.add(new Block.Quote(clause.quote(), clause.source()));
        }
    }

    private void suggest(Optional<String> suggestion, List<Block> blocks) {
        suggestion.ifPresent(text -> {
            blocks.add(text(wording.say(Phrase.NOTICE_SUGGESTION_LEAD)));
            blocks.add(new Block.Quote(text, ""));
        });
    }

    private static Block text(String text) {
        return new Block.Text(text);
    }
}
