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
    private final Wording wording;
    private final UrgentWords urgentWords;

    public Notices(School school, Roll roll, Wording wording) {
        this.school = school;
        this.wording = wording;
        this.urgentWords = new UrgentWords(school, roll, wording);
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
        boolean urgent = concern.category().response() == Response.URGENT;
        blocks.add(text(urgent ? urgentWords.of(concern) : privateWord(deciding)));
        quoteClause(deciding, blocks);
        suggest(suggestion, blocks);
        if (!urgent || (concern.lacksContacts() && !concern.isForNobody())) {
            blocks.add(text(wording.say(Phrase.NOTICE_REVIEWED_BY_PERSON)));
        }
        blocks.add(text(wording.say(Phrase.NOTICE_PRIVACY)));
        List<Button> buttons = concern.category() == Category.SAFEGUARDING || concern.isForNobody()
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

    private String privateWord(Finding finding) {
        return wording.say(
                Phrase.valueOf("NOTICE_" + finding.category().name()),
                "contact",
                Titles.contact(wording, school.office()));
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
