package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.concern.ConcernAction.Verb;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Clause;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Writes the cards: those that ask reviewers to decide, and the urgent ones to named contacts. */
public final class Cards {
    /** More than so many messages of a pile-on do not fit a chat; the rest is counted. */
    private static final int MOST_MESSAGES = 5;

    private final School school;
    private final Roll roll;
    private final Wording wording;

    public Cards(School school, Roll roll, Wording wording) {
        this.school = school;
        this.roll = roll;
        this.wording = wording;
    }

    static Button button(Wording wording, Phrase label, Verb verb, Concern concern) {
        return new Button(wording.say(label), new ConcernAction(verb, concern.id()).token());
    }

    /** The card that asks a reviewer to decide. */
    public Content review(Concern concern) {
        return review(concern, Phrase.CARD_TITLE);
    }

    private Content review(Concern concern, Phrase title) {
        List<Block> blocks = new ArrayList<>();
        messages(concern, blocks);
        why(concern, blocks);
        clause(concern, blocks);
        objections(concern, blocks);
        if (concern.isPileOn()) {
            blocks.add(text(wording.say(Phrase.CARD_CALMING_LEAD)));
            String draft = wording.say(Phrase.CARD_CALMING_DRAFT, "contact", Titles.contact(wording, school.office()));
            blocks.add(new Block.Quote(draft, ""));
        }
        blocks.add(text(wording.say(Phrase.CARD_CHOICE)));
        return new Content(
                wording.say(title),
                blocks,
                List.of(
                        button(Phrase.BUTTON_HAND_OVER, Verb.HAND_OVER, concern),
                        button(Phrase.BUTTON_NO_ACTION, Verb.DISMISS, concern),
                        button(Phrase.BUTTON_SORTED, Verb.SORTED, concern)));
    }

    /** A word to a reviewer about something that they were asked. */
    public Content toReviewer(Concern concern, ReviewerNote note) {
        return switch (note) {
            case REMINDER -> review(concern, Phrase.CARD_REMINDER);
            case MORE_MESSAGES -> review(concern, Phrase.CARD_MORE_MESSAGES);
            case CHANGED_BY_AUTHOR -> review(concern, Phrase.CARD_CHANGED_BY_AUTHOR);
            case AUTHOR_OBJECTS -> review(concern, Phrase.CARD_AUTHOR_OBJECTS);
            case AUTHOR_SAYS -> review(concern, Phrase.CARD_AUTHOR_SAYS);
            case ARE_YOU_SURE ->
                new Content(
                        "",
                        List.of(text(wording.say(
                                sure(concern), "count", count(concern.messages().size())))),
                        List.of(
                                button(Phrase.BUTTON_SURE, Verb.SURE, concern),
                                button(Phrase.BUTTON_NO_ACTION, Verb.DISMISS, concern)));
            case HANDED_OVER -> say(Phrase.CARD_HANDED_OVER, "reference", reference(concern));
            case STAND_BACK -> say(Phrase.CARD_STAND_BACK);
            case DISMISSED -> say(Phrase.CARD_DISMISSED);
            case SORTED -> say(Phrase.CARD_SORTED);
            case CONTACT_DECIDES -> say(Phrase.CARD_CONTACT_DECIDES);
            case REMOVED_BY_AUTHOR -> say(Phrase.CARD_REMOVED_BY_AUTHOR);
            case DECIDED_BY_ANOTHER -> say(Phrase.CARD_DECIDED_BY_ANOTHER);
            case OTHERS_DECIDE -> say(Phrase.CARD_OTHERS_DECIDE);
            case EXPIRED -> say(Phrase.CARD_EXPIRED);
        };
    }

    private static Phrase sure(Concern concern) {
        return concern.isPileOn() ? Phrase.CARD_ARE_YOU_SURE_OF_ALL : Phrase.CARD_ARE_YOU_SURE;
    }

    private static String reference(Concern concern) {
        return concern.state() instanceof ConcernState.Confirmed confirmed ? confirmed.reference() : "";
    }

    /** The urgent card to that named contact, with the choices that they have; none once somebody has taken it on. */
    public Content urgent(Concern concern, PersonId contact) {
        List<Block> blocks = new ArrayList<>();
        messages(concern, blocks);
        why(concern, blocks);
        objections(concern, blocks);
        boolean waits = concern.waitsForContact();
        if (waits && concern.state() instanceof ConcernState.Confirmed) {
            blocks.add(text(wording.say(Phrase.URGENT_HANDED_OVER, "reference", reference(concern))));
        }
        blocks.add(text(wording.say(waits ? Phrase.URGENT_WHAT_NOW : Phrase.URGENT_CHANGED)));
        List<Button> buttons = new ArrayList<>();
        if (waits) {
            buttons.add(button(Phrase.BUTTON_TAKE_ON, Verb.TAKE_ON, concern));
        }
        if (concern.state().isOpen() && concern.mayDecide(contact)) {
            buttons.add(button(Phrase.BUTTON_HAND_OVER, Verb.HAND_OVER, concern));
        }
        return new Content(urgentTitle(concern), blocks, buttons);
    }

    private String urgentTitle(Concern concern) {
        return wording.say(
                switch (concern.category().kind()) {
                    case SAFEGUARDING -> Phrase.URGENT_TITLE_SAFEGUARDING;
                    case THREAT -> Phrase.URGENT_TITLE_THREAT;
                    case HATE -> Phrase.URGENT_TITLE_HATE;
                    case STAFF -> Phrase.URGENT_TITLE_ALLEGATION;
                    case NAMES_CHILD, CONTACT_DETAILS, PHOTO ->
                        throw new IllegalArgumentException("nothing about " + concern.category() + " is urgent");
                });
    }

    /** The word to the contact who took it on. */
    public Content takenOn() {
        return say(Phrase.URGENT_TAKEN_ON);
    }

    /** The word to a contact about whom another was quicker. */
    public Content released() {
        return say(Phrase.URGENT_TAKEN_ON_BY_ANOTHER);
    }

    /** The word to somebody who pressed a button that did not work for them. */
    public Content refused(Transition.Reason reason) {
        return say(
                switch (reason) {
                    case NOT_YOURS -> Phrase.REFUSED_NOT_YOURS;
                    case ALREADY_CLOSED -> Phrase.REFUSED_ALREADY_CLOSED;
                    case NOT_ASKED_IF_SURE -> Phrase.REFUSED_NOT_ASKED_IF_SURE;
                });
    }

    private void messages(Concern concern, List<Block> blocks) {
        if (concern.isPileOn()) {
            blocks.add(text(wording.say(
                    Phrase.CARD_PILE_ON, "count", count(concern.messages().size()))));
        }
        for (Evidence message : concern.messages().stream().limit(MOST_MESSAGES).toList()) {
            String author = roll.nameOf(message.author()).orElse(message.authorName());
            String at = Titles.moment(wording, message.at());
            blocks.add(text(wording.say(Phrase.CARD_WHERE, "author", author, "place", message.place(), "at", at)));
            blocks.add(new Block.Quote(message.text(), ""));
            message.changes().forEach(change -> blocks.addAll(changed(change)));
        }
        int rest = concern.messages().size() - MOST_MESSAGES;
        if (rest > 0) {
            blocks.add(text(wording.say(Phrase.CARD_PILE_ON_REST, "count", count(rest))));
        }
    }

    private List<Block> changed(Change change) {
        String at = Titles.moment(wording, change.at());
        return switch (change.kind()) {
            case EDITED, MENDED ->
                List.of(text(wording.say(Phrase.CARD_CHANGE_EDITED, "at", at)), new Block.Quote(change.text(), ""));
            case DELETED -> List.of(text(wording.say(Phrase.CARD_CHANGE_DELETED, "at", at)));
            case TAKEN_BACK -> List.of(text(wording.say(Phrase.CARD_CHANGE_TAKEN_BACK, "at", at)));
            case WITHHELD -> List.of();
        };
    }

    private void why(Concern concern, List<Block> blocks) {
        concern.messages().stream()
                .flatMap(message -> message.findings().stream())
                .filter(finding -> finding.category().response().compareTo(Response.REVIEW) >= 0)
                .map(Finding::why)
                .distinct()
                .forEach(why -> blocks.add(text(wording.say(Phrase.CARD_WHY, "why", wording.sayAgain(why)))));
    }

    private void clause(Concern concern, List<Block> blocks) {
        List<Clause> clauses = concern.messages().stream()
                .flatMap(message -> message.findings().stream())
                .filter(finding -> finding.category() == concern.category())
                .flatMap(finding -> finding.clauses().stream())
                .limit(1)
                .toList();
        for (Clause clause : clauses) {
            blocks.add(text(wording.say(Phrase.CARD_CLAUSE_LEAD)));
            blocks.add(new Block.Quote(clause.quote(), clause.source()));
        }
    }

    private void objections(Concern concern, List<Block> blocks) {
        for (Review.Objection objection : concern.review().objections()) {
            blocks.add(text(
                    wording.say(objection.words().isEmpty() ? Phrase.CARD_OBJECTED : Phrase.CARD_OBJECTED_WITH_WORDS)));
            if (!objection.words().isEmpty()) {
                blocks.add(new Block.Quote(objection.words(), ""));
            }
        }
    }

    private Button button(Phrase label, Verb verb, Concern concern) {
        return button(wording, label, verb, concern);
    }

    private Content say(Phrase phrase, String... parts) {
        return Content.ofText(wording.say(phrase, parts));
    }

    private static String count(int number) {
        return Integer.toString(number);
    }

    private static Block text(String text) {
        return new Block.Text(text);
    }
}
