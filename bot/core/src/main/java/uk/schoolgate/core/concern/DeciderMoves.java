package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.concern.Transition.Moved;
import uk.schoolgate.core.concern.Transition.Reason;
import uk.schoolgate.core.concern.Transition.Refused;
import uk.schoolgate.core.school.PersonId;

/** What reviewers and named contacts do to a concern. */
final class DeciderMoves {
    private DeciderMoves() {}

    static Moved handOverAsked(Concern concern, PersonId by) {
        Effect question = new Effect.TellReviewer(by, ReviewerNote.ARE_YOU_SURE);
        return new Moved(concern.with(concern.review().askingIfSure(by)), List.of(question));
    }

    static Transition confirmed(Concern concern, PersonId by, String reference, Instant at) {
        if (!concern.review().askedIfSure().contains(by)) {
            return new Refused(Reason.NOT_ASKED_IF_SURE);
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(Moves.record(by.value(), "concern.confirmed", reference));
        effects.add(new Effect.RaiseIncident(reference));
        effects.add(new Effect.TellReviewer(by, ReviewerNote.HANDED_OVER));
        Moves.tellAsked(concern, by, ReviewerNote.DECIDED_BY_ANOTHER, effects);
        Moves.tellObjectors(concern, AuthorNote.OUTCOME_HANDED_OVER, effects);
        Concern next = concern.in(new ConcernState.Confirmed(by, at, reference));
        if (concern.mayTakeOn(by)) {
            releaseOthers(concern, by, effects);
            return new Moved(next.with(next.review().acknowledgedBy(by)), effects);
        }
        if (next.waitsForContact()) {
            // Their choice to hand it over is gone; that somebody at the school takes notice still matters.
            concern.circle().contacts().forEach(contact -> effects.add(new Effect.UpdateContact(contact)));
        }
        return new Moved(next, effects);
    }

    /** The other contacts' cards close; those who were asked to decide too are told as reviewers. */
    private static void releaseOthers(Concern concern, PersonId by, List<Effect> effects) {
        concern.circle().contacts().stream()
                .filter(contact -> !contact.equals(by))
                .filter(contact -> !concern.review().asked().contains(contact))
                .forEach(contact -> effects.add(new Effect.ReleaseContact(contact)));
    }

    static Moved dismissed(Concern concern, PersonId by, boolean sorted, Instant at) {
        List<Effect> effects = new ArrayList<>();
        if (concern.waitsForContact() && !concern.mayTakeOn(by)) {
            // A threat is not over because a class rep thinks so: its contact has to look.
            effects.add(Moves.record(by.value(), "concern.no-action-advised", ""));
            effects.add(new Effect.TellReviewer(by, ReviewerNote.CONTACT_DECIDES));
            return new Moved(concern, effects);
        }
        effects.add(Moves.record(by.value(), sorted ? "concern.sorted" : "concern.dismissed", ""));
        effects.add(new Effect.TellReviewer(by, sorted ? ReviewerNote.SORTED : ReviewerNote.DISMISSED));
        Moves.tellAsked(concern, by, ReviewerNote.DECIDED_BY_ANOTHER, effects);
        releaseOthers(concern, by, effects);
        Moves.tellObjectors(concern, AuthorNote.OUTCOME_NO_ACTION, effects);
        return new Moved(concern.erasedIn(new ConcernState.Dismissed(by, sorted, at)), effects);
    }

    static Transition takenOn(Concern concern, PersonId by, Instant at) {
        if (!concern.mayTakeOn(by)) {
            return new Refused(Reason.NOT_YOURS);
        }
        if (!concern.waitsForContact()) {
            return new Refused(Reason.ALREADY_CLOSED);
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(Moves.record(by.value(), "concern.taken-on", ""));
        effects.add(new Effect.ThankContact(by));
        concern.circle().contacts().stream()
                .filter(contact -> !contact.equals(by))
                .forEach(contact -> effects.add(new Effect.ReleaseContact(contact)));
        Concern next = concern.with(concern.review().acknowledgedBy(by));
        if (!concern.state().isOpen()) {
            return new Moved(next, effects);
        }
        Moves.tellAsked(concern, by, ReviewerNote.DECIDED_BY_ANOTHER, effects);
        Moves.tellObjectors(concern, AuthorNote.OUTCOME_TAKEN_ON, effects);
        return new Moved(next.in(new ConcernState.TakenOn(by, at)), effects);
    }
}
