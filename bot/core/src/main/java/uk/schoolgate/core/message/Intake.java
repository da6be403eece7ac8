package uk.schoolgate.core.message;

import uk.schoolgate.core.school.SchoolCode;

/** The door for everything that comes in: once {@link #accept} has returned, the event survives a crash. */
public interface Intake {
    /** What became of an event at the door. */
    enum Receipt {
        /** Stored for the worker. */
        ACCEPTED,
        /** An event of the same id is already here or was handled before. */
        DUPLICATE
    }

    /**
     * Stores an event for the worker, durably, and returns within milliseconds.
     *
     * @throws StoreUnavailableException when the store cannot be reached; the platform should then be told to try again
     */
    Receipt accept(Incoming incoming);

    /**
     * Whether {@link #accept} would call an event of that id a duplicate, so that nothing that goes with it need be
     * written again.
     *
     * @throws StoreUnavailableException when the store cannot be reached
     */
    boolean knows(SchoolCode school, EventId id);
}
