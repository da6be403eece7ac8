package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.concern.ConcernEvent.Step;
import uk.schoolgate.core.concern.Effect.AuthorNote;
import uk.schoolgate.core.concern.Effect.OfficeNote;
import uk.schoolgate.core.concern.Effect.ReviewerNote;
import uk.schoolgate.core.concern.Transition.Moved;

/** What the clock does to a concern. */
final class ClockMoves {
    private final Timing timing;

    ClockMoves(Timing timing) {
        this.timing = timing;
    }

    Moved passed(Concern concern, Step step, Instant at) {
        return switch (step) {
            case TELL_AGAIN, TELL_DEPUTIES ->
                concern.waitsForContact() ? urgent(concern, step, at) : new Moved(concern, List.of());
            case REMIND, ASK_NEXT, TELL_OFFICE ->
                isReviewed(concern) && !concern.isForNobody()
                        ? review(concern, step, at)
                        : new Moved(concern, List.of());
            case EXPIRE -> isReviewed(concern) ? review(concern, step, at) : new Moved(concern, List.of());
        };
    }

    /** What is for its contacts alone has no reviewers to wait for, and nobody else may hear that it is there. */
    private static boolean isReviewed(Concern concern) {
        return concern.state().isOpen() && !concern.circle().contactsAlone();
    }

    private Moved urgent(Concern concern, Step step, Instant at) {
        List<Effect> effects = new ArrayList<>();
        if (step == Step.TELL_AGAIN) {
            Moves.tellContacts(concern, effects);
            if (ReachMoves.nobodyHears(concern) && timing.time().isOpen(at)) {
                effects.add(new Effect.TellOffice(OfficeNote.RING));
            }
            effects.add(timing.wake(Step.TELL_AGAIN, at));
            return new Moved(concern, effects);
        }
        return new Moved(ReachMoves.withDeputies(concern, effects), effects);
    }

    private Moved review(Concern concern, Step step, Instant at) {
        if (isTooEarly(concern, step, at)) {
            return new Moved(concern, List.of(timing.wake(step, concern.waitsSince())));
        }
        List<Effect> effects = new ArrayList<>();
        return switch (step) {
            case REMIND -> {
                Moves.tellDeciders(concern, ReviewerNote.REMINDER, effects);
                yield new Moved(concern, effects);
            }
            case ASK_NEXT -> {
                Concern next = Moves.askNext(concern, effects);
                if (next.nextReviewer().isPresent()) {
                    effects.add(timing.wake(Step.ASK_NEXT, at));
                }
                yield new Moved(next, effects);
            }
            case TELL_OFFICE -> {
                Moves.tellDeciders(concern, ReviewerNote.REMINDER, effects);
                effects.add(new Effect.TellOffice(Effect.OfficeNote.REMIND));
                yield new Moved(concern, effects);
            }
            case EXPIRE -> expired(concern, at);
            case TELL_AGAIN, TELL_DEPUTIES -> throw new IllegalArgumentException(step + " is not about reviewers");
        };
    }

    /** Whether an objection since has given more time. */
    private boolean isTooEarly(Concern concern, Step step, Instant at) {
        return (step == Step.TELL_OFFICE || step == Step.EXPIRE)
                && !concern.review().objections().isEmpty()
                && at.isBefore(timing.wake(step, concern.waitsSince()).at());
    }

    private static Moved expired(Concern concern, Instant at) {
        if (concern.circle().isUrgent()) {
            return new Moved(concern, List.of());
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(Moves.record(AuditEvent.BOT, "concern.expired", ""));
        Moves.tellAsked(concern, null, ReviewerNote.EXPIRED, effects);
        Moves.tellObjectors(concern, AuthorNote.OUTCOME_UNDECIDED, effects);
        // Where it was for nobody, the office heard at once how long it is kept, and must not learn where it was said.
        if (concern.review().ableToDecide().isEmpty() && !concern.isForNobody()) {
            effects.add(new Effect.TellOffice(OfficeNote.EXPIRED));
        }
        return new Moved(concern.erasedIn(new ConcernState.Expired(at)), effects);
    }
}
