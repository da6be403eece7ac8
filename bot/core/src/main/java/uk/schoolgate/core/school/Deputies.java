package uk.schoolgate.core.school;

import java.time.Duration;
import java.util.Optional;

/**
 * Who hears of something urgent when the named contact does not take it on.
 *
 * @param headteacher a staff id
 * @param safeguardingLead a staff id
 * @param chairOfGovernors a staff id
 * @param after how long the named contact has, by day and by night
 */
public record Deputies(
        Optional<PersonId> headteacher,
        Optional<PersonId> safeguardingLead,
        Optional<PersonId> chairOfGovernors,
        Duration after) {
    /** What applies when {@code school.yaml} says nothing. */
    public static final Deputies NONE =
            new Deputies(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofHours(1));

    public Deputies {
        if (after.isNegative() || after.isZero()) {
            throw new IllegalArgumentException("a contact needs some time before the deputy is told");
        }
    }
}
