package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.ConcernEvent.Step;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Transition.Moved;
import uk.schoolgate.core.concern.Transition.Reason;
import uk.schoolgate.core.concern.Transition.Refused;
import uk.schoolgate.core.school.PersonId;

/** The life of a concern as a pure function: a concern and an event in, the changed concern and what must follow out. */
public final class ConcernMachine {
    private final Timing timing;

    public ConcernMachine(Timing timing) {
        this.timing = timing;
    }

    /** The start: who is told first, and when it is looked at again. */
    public Moved raise(Concern concern) {
        Instant now = concern.raisedAt();
        List<Effect> effects = new ArrayList<>();
        effects.add(Moves.record(
                AuditEvent.BOT, "concern.raised", concern.category().name()));
        effects.add(new Effect.TellAuthor(concern.evidence().message(), AuthorNote.RAISED));
        for (PersonId contact : concern.circle().contacts()) {
            effects.add(new Effect.TellContact(contact));
        }
        // What is urgent never runs out: its contacts are told until one of them takes it on. Without contacts, nobody
        // ever could, and it is not kept for ever.
        if (concern.circle().isUrgent()) {
            effects.add(timing.wake(Step.TELL_AGAIN, now));
            effects.add(timing.wake(Step.TELL_DEPUTIES, now));
        } else {
            effects.add(timing.wake(Step.EXPIRE, now));
        }
        if (concern.lacksContacts()) {
            effects.add(new Effect.TellOffice(Effect.OfficeNote.NOBODY_FREE));
        }
        return concern.circle().reviewers().isEmpty()
                ? withoutReviewers(concern, effects)
                : askFirst(concern, now, effects);
    }

    private static Moved withoutReviewers(Concern concern, List<Effect> effects) {
        if (!concern.circle().isUrgent() && !concern.lacksContacts()) {
            effects.add(new Effect.TellOffice(Effect.OfficeNote.REMIND));
        }
        return new Moved(concern, effects);
    }

    private Moved askFirst(Concern concern, Instant now, List<Effect> effects) {
        effects.add(timing.wake(Step.REMIND, now));
        effects.add(timing.wake(Step.ASK_NEXT, now));
        effects.add(timing.wake(Step.TELL_OFFICE, now));
        return new Moved(Moves.askNext(concern, effects), effects);
    }

    /** Reminds whoever decides, should they leave off at that time what they have begun. */
    public Effect reminder(Instant at) {
        return timing.wake(Step.REMIND, at);
    }

    /** What an event does to a concern. */
    public Transition apply(Concern concern, ConcernEvent event) {
        Transition transition = move(concern, event);
        return transition instanceof Moved moved ? reminded(moved, event.at()) : transition;
    }

    /** Whoever is asked later is reminded after the same time as the first one. */
    private Moved reminded(Moved moved, Instant at) {
        if (moved.effects().stream().noneMatch(Effect.AskReviewer.class::isInstance)) {
            return moved;
        }
        List<Effect> effects = new ArrayList<>(moved.effects());
        effects.add(timing.wake(Step.REMIND, at));
        return new Moved(moved.concern(), effects);
    }

    private Transition move(Concern concern, ConcernEvent event) {
        return switch (event) {
            case ConcernEvent.AuthorDeed deed
            when concern.messagesBy(deed.by()).isEmpty() -> new Refused(Reason.NOT_YOURS);
            case ConcernEvent.DeciderDeed deed when !concern.mayDecide(deed.by()) -> new Refused(Reason.NOT_YOURS);
            case ConcernEvent.AuthorRemoved(PersonId by, Instant at) -> AuthorMoves.removed(concern, by, at);
            case ConcernEvent.AuthorObjected(PersonId by, Instant at) -> AuthorMoves.objected(concern, by, at);
            case ConcernEvent.AuthorExplained(PersonId by, String words, Instant at) ->
                AuthorMoves.explained(concern, by, words);
            case ConcernEvent.MessageChanged changed -> AuthorMoves.changed(concern, changed);
            case ConcernEvent.MessageJoined joined -> PileOnMoves.joined(concern, joined);
            case ConcernEvent.DeciderDeed deed when !concern.state().isOpen() -> new Refused(Reason.ALREADY_CLOSED);
            case ConcernEvent.HandOverAsked(PersonId by, Instant at) -> DeciderMoves.handOverAsked(concern, by);
            case ConcernEvent.HandOverConfirmed(PersonId by, String reference, Instant at) ->
                DeciderMoves.confirmed(concern, by, reference, at);
            case ConcernEvent.ReviewerDismissed(PersonId by, boolean sorted, Instant at) ->
                DeciderMoves.dismissed(concern, by, sorted, at);
            case ConcernEvent.ContactTookOn(PersonId by, Instant at) -> DeciderMoves.takenOn(concern, by, at);
            case ConcernEvent.NotReached(PersonId person, Instant at) -> ReachMoves.notReached(concern, person);
            case ConcernEvent.TimePassed(Step step, Instant at) -> new ClockMoves(timing).passed(concern, step, at);
        };
    }
}
