package uk.schoolgate.core.school;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When a school is open, on a school day.
 *
 * @param opens when the first people are there to look at things
 * @param closes when nobody is expected to look any more, after {@code opens}
 */
public record SchoolHours(LocalTime opens, LocalTime closes) {
    /** What applies when {@code school.yaml} says nothing. */
    public static final SchoolHours DEFAULT = new SchoolHours(LocalTime.of(8, 0), LocalTime.of(16, 0));

    public SchoolHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a school must open before it closes");
        }
    }

    /** How long it is open. */
    public Duration length() {
        return Duration.between(opens, closes);
    }
}
