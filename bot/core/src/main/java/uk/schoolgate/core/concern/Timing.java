package uk.schoolgate.core.concern;

import java.time.Duration;
import java.time.Instant;
import uk.schoolgate.core.concern.ConcernEvent.Step;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolTime;

/**
 * When what is due on a concern. What reviewers do is counted in school time; what is urgent is not.
 *
 * @param time how the school counts time
 * @param expireAfter how long a concern may stay undecided; 24 hours are one school day
 * @param deputiesAfter how long a named contact has before the deputies are told
 */
public record Timing(SchoolTime time, Duration expireAfter, Duration deputiesAfter) {
    private static final Duration REMIND_AFTER = Duration.ofDays(1);
    private static final Duration ASK_NEXT_AFTER = Duration.ofDays(2);
    private static final Duration TELL_AGAIN_AFTER = Duration.ofMinutes(30);
    /** On day five of seven: two days are left for whoever the office reaches. */
    private static final double OFFICE_SHARE = 5.0 / 7;

    /** As a school wants it. */
    public static Timing of(School school) {
        return new Timing(
                school.time(),
                school.retention().unconfirmed(),
                school.deputies().after());
    }

    Effect.WakeAt wake(Step step, Instant now) {
        return new Effect.WakeAt(
                step,
                switch (step) {
                    case REMIND -> time.after(now, REMIND_AFTER);
                    case ASK_NEXT -> time.after(now, ASK_NEXT_AFTER);
                    case TELL_OFFICE ->
                        time.after(now, Duration.ofMillis(Math.round(expireAfter.toMillis() * OFFICE_SHARE)));
                    case EXPIRE -> time.after(now, expireAfter);
                    case TELL_AGAIN -> now.plus(TELL_AGAIN_AFTER);
                    case TELL_DEPUTIES -> now.plus(deputiesAfter);
                });
    }
}
