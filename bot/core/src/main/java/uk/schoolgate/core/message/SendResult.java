package uk.schoolgate.core.message;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to send, named for what the caller may do next. */
public sealed interface SendResult {
    /**
     * Taken by the other side.
     *
     * @param receipt the other side's id or answer, kept in the ledger
     */
    record Sent(String receipt) implements SendResult {}

    /**
     * Not taken, and may work later.
     *
     * @param reason for the ledger, without names, numbers or text
     * @param notBefore how long the other side asked us to wait, if it said
     */
    record TryLater(String reason, Optional<Duration> notBefore) implements SendResult {}

    /**
     * Not even tried, since it is not its turn: no attempt, so that it uses up nobody's patience.
     *
     * @param reason for the ledger, without names, numbers or text
     * @param after when it is its turn
     */
    record NotTried(String reason, Duration after) implements SendResult {}

    /**
     * Not taken, nor will it be until somebody mends how we are set up on the platform; another way may work now.
     *
     * @param what there is to mend, for a person in the school's office, without names, numbers or text
     */
    record NotSetUp(String what) implements SendResult {}

    /**
     * This person or address cannot be reached this way; another way may work.
     *
     * @param reason for the ledger, without names, numbers or text
     */
    record Unreachable(String reason) implements SendResult {}
}
