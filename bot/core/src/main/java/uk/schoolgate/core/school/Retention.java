package uk.schoolgate.core.school;

import java.time.Duration;

/**
 * How long evidence is kept.
 *
 * @param unconfirmed for a concern that nobody confirmed, from the moment it was raised
 * @param delivered for an incident, from the moment the complaints inbox took it
 */
public record Retention(Duration unconfirmed, Duration delivered) {
    /** What applies when {@code school.yaml} says nothing. */
    public static final Retention DEFAULT = new Retention(Duration.ofDays(7), Duration.ofDays(30));

    public Retention {
        if (unconfirmed.isNegative() || unconfirmed.isZero() || delivered.isNegative() || delivered.isZero()) {
            throw new IllegalArgumentException("a retention time must be longer than nothing");
        }
    }
}
