package uk.schoolgate.core.school;

import java.time.LocalDate;

/**
 * A stretch of term time.
 *
 * @param from first school day
 * @param to last school day, not before {@code from}
 */
public record Term(LocalDate from, LocalDate to) {
    public Term {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a term cannot end before it starts");
        }
    }
}
