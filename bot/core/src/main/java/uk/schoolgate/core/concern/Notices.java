package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.concern.ConcernAction.Verb;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
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

/** Writes what people are told about a concern: the author's private word, the reviewer's card, the contact's urgent card. */
public final class Notices {
    private final School school;
    private final Roll roll;
    private final Wording wording;

    public Notices(School school, Roll roll, Wording wording) {
        this.school = school;
        this.roll = roll;
        this.wording = wording;
    }

    /** The private word about a finding for which nothing is kept. */
    public Content nudge(Finding finding) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(text(privateWord(finding.category())));
        quoteClauses(Phrase.NOTICE_CLAUSE_LEAD, finding.clauses(), blocks);
        blocks.add(text(wording.say(Phrase.NOTICE_PRIVACY)));
        return new Content(wording.say(Phrase.NOTICE_TITLE), blocks, List.of());
    }

    /** What the author is told about their concern. */
    public Content toAuthor(Concern concern, AuthorNote note) {
        return switch (note) {
            case RAISED -> raised(concern);
            case THANKS_FOR_REMOVING -> Content.ofText(wording.say(Phrase.NOTICE_THANKS_FOR_REMOVING));
            case OBJECTION_HEARD -> Content.ofText(wording.say(Phrase.NOTICE_OBJECTION_HEARD));
        };
    }

    private Content raised(Concern concern) {
        boolean urgent = concern.category().response() == Response.URGENT;
        List<Block> blocks = new ArrayList<>();
        blocks.add(text(privateWord(concern.category())));
        quoteClauses(Phrase.NOTICE_CLAUSE_LEAD, decisiveClauses(concern), blocks);
        if (!urgent) {
            blocks.add(text(wording.say(Phrase.NOTICE_REVIEWED_BY_PERSON)));
        }
        blocks.add(text(wording.say(Phrase.NOTICE_PRIVACY)));
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(Phrase.BUTTON_REMOVED, Verb.REMOVED, concern));
        buttons.add(button(Phrase.BUTTON_WRONG, Verb.OBJECT, concern));
        boolean choices = concern.category() != Category.SAFEGUARDING;
        return new Content(wording.say(Phrase.NOTICE_TITLE), blocks, choices ? buttons : List.of());
    }

    private String privateWord(Category category) {
        return wording.say(
                Phrase.valueOf("NOTICE_" + category.name()),
                "contact",
                Titles.contact(wording, school.office()),
                "lead",
                roll.nameOf(school.safeguardingLead()).orElse(school.name()));
    }

    /** The card that asks a reviewer to decide. */
    public Content reviewCard(Concern concern) {
        List<Block> blocks = new ArrayList<>(message(concern, Phrase.CARD_WHERE));
        for (Finding finding : concern.evidence().findings()) {
            if (finding.category().response() == Response.REVIEW
                    || finding.category().response() == Response.URGENT) {
                blocks.add(text(wording.say(Phrase.CARD_WHY, "why", wording.sayAgain(finding.why()))));
            }
        }
        quoteClauses(Phrase.CARD_CLAUSE_LEAD, decisiveClauses(concern), blocks);
        if (concern.objected()) {
            blocks.add(text(wording.say(Phrase.CARD_OBJECTED)));
        }
        blocks.add(text(wording.say(Phrase.CARD_CHOICE)));
        return new Content(
                wording.say(Phrase.CARD_TITLE),
                blocks,
                List.of(
                        button(Phrase.BUTTON_HAND_OVER, Verb.HAND_OVER, concern),
                        button(Phrase.BUTTON_NO_ACTION, Verb.DISMISS, concern)));
    }

    /** A short word to a reviewer. */
    public Content toReviewer(Concern concern, ReviewerNote note) {
        return switch (note) {
            case REMINDER -> withButtons(reviewCard(concern), wording.say(Phrase.CARD_REMINDER));
            case ARE_YOU_SURE ->
                new Content(
                        "",
                        List.of(text(wording.say(Phrase.CARD_ARE_YOU_SURE))),
                        List.of(
                                button(Phrase.BUTTON_SURE, Verb.SURE, concern),
                                button(Phrase.BUTTON_NO_ACTION, Verb.DISMISS, concern)));
            case HANDED_OVER -> Content.ofText(wording.say(Phrase.CARD_HANDED_OVER, "reference", reference(concern)));
            case DISMISSED -> Content.ofText(wording.say(Phrase.CARD_DISMISSED));
            case REMOVED_BY_AUTHOR -> Content.ofText(wording.say(Phrase.CARD_REMOVED_BY_AUTHOR));
            case DECIDED_BY_ANOTHER -> Content.ofText(wording.say(Phrase.CARD_DECIDED_BY_ANOTHER));
            case EXPIRED -> Content.ofText(wording.say(Phrase.CARD_EXPIRED));
        };
    }

    private static Content withButtons(Content card, String lead) {
        return new Content(lead, card.blocks(), card.buttons());
    }

    private static String reference(Concern concern) {
        return concern.state() instanceof ConcernState.Confirmed confirmed ? confirmed.reference() : "";
    }

    /** The urgent card to a named contact. */
    public Content urgentCard(Concern concern) {
        List<Block> blocks = new ArrayList<>(message(concern, Phrase.URGENT_WHERE));
        for (Finding finding : concern.evidence().findings()) {
            blocks.add(text(wording.say(Phrase.CARD_WHY, "why", wording.sayAgain(finding.why()))));
        }
        blocks.add(text(wording.say(Phrase.URGENT_WHAT_NOW)));
        return new Content(
                urgentTitle(concern.category()), blocks, List.of(button(Phrase.BUTTON_TAKE_ON, Verb.TAKE_ON, concern)));
    }

    private String urgentTitle(Category category) {
        return wording.say(
                switch (category.kind()) {
                    case SAFEGUARDING -> Phrase.URGENT_TITLE_SAFEGUARDING;
                    case THREAT -> Phrase.URGENT_TITLE_THREAT;
                    case HATE -> Phrase.URGENT_TITLE_HATE;
                    case STAFF -> Phrase.URGENT_TITLE_ALLEGATION;
                    case NAMES_CHILD, CONTACT_DETAILS, PHOTO ->
                        throw new IllegalArgumentException("nothing about " + category + " is urgent");
                });
    }

    /** The word to the contact who took it on. */
    public Content takenOn() {
        return Content.ofText(wording.say(Phrase.URGENT_TAKEN_ON));
    }

    /** The word to somebody who pressed a button that did not work for them. */
    public Content refused(Transition.Reason reason) {
        return Content.ofText(wording.say(
                switch (reason) {
                    case NOT_YOURS -> Phrase.REFUSED_NOT_YOURS;
                    case ALREADY_CLOSED -> Phrase.REFUSED_ALREADY_CLOSED;
                }));
    }

    private List<Block> message(Concern concern, Phrase where) {
        Evidence evidence = concern.evidence();
        String author = roll.nameOf(evidence.author()).orElse(evidence.authorName());
        String lead = wording.say(
                where, "author", author, "place", evidence.place(), "at", Titles.moment(wording, evidence.at()));
        return List.of(text(lead), new Block.Quote(evidence.text(), ""));
    }

    private static List<Clause> decisiveClauses(Concern concern) {
        return concern.evidence().findings().stream()
                .filter(finding -> finding.category() == concern.category())
                .flatMap(finding -> finding.clauses().stream())
                .limit(1)
                .toList();
    }

    private void quoteClauses(Phrase lead, List<Clause> clauses, List<Block> blocks) {
        for (Clause clause : clauses) {
            blocks.add(text(wording.say(lead)));
            blocks.add(new Block.Quote(clause.quote(), clause.source()));
        }
    }

    private Button button(Phrase label, Verb verb, Concern concern) {
        return new Button(wording.say(label), new ConcernAction(verb, concern.id()).token());
    }

    private static Block text(String text) {
        return new Block.Text(text);
    }
}
