package uk.schoolgate.core.concern;

import java.time.Instant;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;

/** What can happen to a concern. */
public sealed interface ConcernEvent {
    Instant at();

    /** Something that a person does; whether they may is checked against the concern. */
    sealed interface Deed extends ConcernEvent {
        PersonId by();
    }

    /** Something that only an author of one of its messages may do. */
    sealed interface AuthorDeed extends Deed {}

    /** Something that only somebody who decides may do. */
    sealed interface DeciderDeed extends Deed {}

    /** An author says that their messages are gone. */
    record AuthorRemoved(PersonId by, Instant at) implements AuthorDeed {}

    /** An author says that flagging it was wrong. */
    record AuthorObjected(PersonId by, Instant at) implements AuthorDeed {}

    /** An author who objected gives their side. */
    record AuthorExplained(PersonId by, String words, Instant at) implements AuthorDeed {}

    /** A reviewer wants to hand it over, and is asked whether they are sure. */
    record HandOverAsked(PersonId by, Instant at) implements DeciderDeed {}

    /**
     * A reviewer is sure.
     *
     * @param reference the reference that the incident gets
     */
    record HandOverConfirmed(PersonId by, String reference, Instant at) implements DeciderDeed {}

    /**
     * A reviewer says that nothing needs to follow.
     *
     * @param sorted whether because it was sorted out among the people
     */
    record ReviewerDismissed(PersonId by, boolean sorted, Instant at) implements DeciderDeed {}

    /** A named contact takes it on. */
    record ContactTookOn(PersonId by, Instant at) implements Deed {}

    /**
     * The platform says that something became of one of the messages.
     *
     * @param circle who might look at what it says now if that stood alone
     */
    record MessageChanged(EventId message, Change change, Circle circle) implements ConcernEvent {
        /** It is gone. */
        public MessageChanged(EventId message, Change change) {
            this(message, change, Circle.NOBODY);
        }

        @Override
        public Instant at() {
            return change.at();
        }
    }

    /**
     * Another message of the same pile-on.
     *
     * @param message what was written
     * @param circle who might look at it if it stood alone
     */
    record MessageJoined(Evidence message, Circle circle, Instant at) implements ConcernEvent {}

    /**
     * Neither a chat nor, where it is urgent, an e-mail reaches somebody who has to do with it.
     *
     * @param person a reviewer who was asked, or a named contact
     */
    record NotReached(PersonId person, Instant at) implements ConcernEvent {}

    /** A moment that it waited for has come. */
    record TimePassed(Step step, Instant at) implements ConcernEvent {}

    /** What may be due on a concern. */
    enum Step {
        /** Remind the reviewers who were asked. */
        REMIND,
        /** Ask the next reviewer too. */
        ASK_NEXT,
        /** Ask the office to remind them, the last resort before it runs out. */
        TELL_OFFICE,
        /** Close it, undecided. */
        EXPIRE,
        /** Tell the named contacts again. */
        TELL_AGAIN,
        /** Tell their deputies too. */
        TELL_DEPUTIES
    }
}
