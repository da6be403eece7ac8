package uk.schoolgate.core.school;

import java.util.Optional;

/**
 * Where people reach the school office.
 *
 * @param phone as people dial it
 * @param email the office's address
 */
public record Office(Optional<String> phone, Optional<String> email) {
    /** No contact is known. */
    public static final Office UNKNOWN = new Office(Optional.empty(), Optional.empty());
}
