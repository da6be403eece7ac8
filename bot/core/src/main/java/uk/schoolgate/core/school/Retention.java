package uk.schoolgate.core.school;

import java.time.Duration;

/**
 * How long evidence is kept.
 *
 * @param unconfirmed how long a concern may wait for a decision, and how long what is left of it (no words, but for one
 *     that a named contact took on) stays after it was closed; in school time, a day being one school day, because both are
 *     there for people who are at school ({@link SchoolTime#after})
 * @param delivered for an incident, from the moment the complaints inbox took it; days of the calendar
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
