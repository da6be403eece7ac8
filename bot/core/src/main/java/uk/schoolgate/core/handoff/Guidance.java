package uk.schoolgate.core.handoff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.school.DayUnit;

/**
 * What the school's own policies say about what happens with an incident.
 *
 * @param nextStep what they say to do next; empty where they name nothing
 * @param deadlines by when the complaints policy promises something, soonest first; empty where it promises nothing
 */
public record Guidance(Optional<Words> nextStep, List<Deadline> deadlines) {
    /** The policies say nothing. */
    public static final Guidance NONE = new Guidance(Optional.empty(), List.of());

    public Guidance {
        deadlines = List.copyOf(deadlines);
    }

    /**
     * Words of a policy.
     *
     * @param citation what it says, and where
     * @param forStaff whether the policy may be shown to staff alone
     */
    public record Words(Citation citation, boolean forStaff) {}

    /** What a complaints policy promises within so many days. */
    public enum Promise {
        ACKNOWLEDGE,
        ANSWER
    }

    /**
     * A promise with its day.
     *
     * @param by the last day
     * @param days how many days after the hand-over that is
     * @param unit what the policy counts them in
     * @param planned whether the school's own term dates were given for all of them, where they matter
     * @param source the words of the policy
     */
    public record Deadline(Promise promise, LocalDate by, int days, DayUnit unit, boolean planned, Words source) {}
}
