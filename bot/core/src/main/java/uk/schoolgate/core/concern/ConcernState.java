package uk.schoolgate.core.concern;

import java.time.Instant;
import uk.schoolgate.core.school.PersonId;

/** Where a concern stands. Every state but {@link Open} is an end. */
public sealed interface ConcernState {
    /** Waits for its author, a reviewer or its named contact. */
    record Open() implements ConcernState {}

    /** Its author took the message back. */
    record Removed(Instant at) implements ConcernState {}

    /**
     * A reviewer found that nothing needs to follow.
     *
     * @param sorted whether because it was sorted out among the people
     */
    record Dismissed(PersonId by, boolean sorted, Instant at) implements ConcernState {}

    /**
     * A reviewer handed it to the school.
     *
     * @param reference the incident's reference
     */
    record Confirmed(PersonId by, Instant at, String reference) implements ConcernState {}

    /** The named contact has taken it on; it is theirs now, outside Schoolgate. */
    record TakenOn(PersonId by, Instant at) implements ConcernState {}

    /** Nobody decided in time. */
    record Expired(Instant at) implements ConcernState {}

    default boolean isOpen() {
        return this instanceof Open;
    }
}
