package uk.schoolgate.core.concern;

import java.time.Instant;
import uk.schoolgate.core.school.PersonId;

/** What can happen to a concern. */
public sealed interface ConcernEvent {
    Instant at();

    /** Its author says that the message is gone. */
    record AuthorRemoved(PersonId by, Instant at) implements ConcernEvent {}

    /** The platform says that the message is gone. */
    record MessageDeleted(Instant at) implements ConcernEvent {}

    /**
     * The platform says that the message was changed.
     *
     * @param text as it reads now
     * @param clean whether nothing in it needs a person any more
     */
    record MessageEdited(String text, boolean clean, Instant at) implements ConcernEvent {}

    /** Its author says that flagging it was wrong. */
    record AuthorObjected(PersonId by, Instant at) implements ConcernEvent {}

    /** A reviewer wants to hand it over, and is asked whether they are sure. */
    record HandOverAsked(PersonId by, Instant at) implements ConcernEvent {}

    /**
     * A reviewer is sure.
     *
     * @param reference the reference that the incident gets
     */
    record HandOverConfirmed(PersonId by, String reference, Instant at) implements ConcernEvent {}

    /** A reviewer says that nothing needs to follow. */
    record ReviewerDismissed(PersonId by, Instant at) implements ConcernEvent {}

    /** The named contact takes it on. */
    record ContactTookOn(PersonId by, Instant at) implements ConcernEvent {}

    /** A moment that it waited for has come. */
    record TimePassed(Step step, Instant at) implements ConcernEvent {}

    /** What may be due on a concern that is still open. */
    enum Step {
        /** Remind the reviewers who were asked. */
        REMIND,
        /** Ask the next reviewer too. */
        ASK_NEXT,
        /** Tell the named contacts again. */
        TELL_AGAIN,
        /** Close it, undecided. */
        EXPIRE
    }
}
