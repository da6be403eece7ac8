package uk.schoolgate.core.handoff;

/** Where the e-mail of an incident stands. */
public sealed interface Delivery {
    /** In the outbox. */
    record Queued() implements Delivery {}

    /**
     * Not taken yet; another attempt follows.
     *
     * @param attempts how many were made
     * @param reason what the last one met
     */
    record Retrying(int attempts, String reason) implements Delivery {}

    /**
     * In the complaints inbox.
     *
     * @param receipt the server's answer
     */
    record Delivered(String receipt) implements Delivery {}

    /** Given up; a person was told. */
    record Dead(String reason) implements Delivery {}
}
