package uk.schoolgate.core.flow;

import java.time.Duration;
import uk.schoolgate.core.flow.WorkQueue.Cause;
import uk.schoolgate.core.flow.WorkQueue.Delivery;
import uk.schoolgate.core.flow.WorkQueue.Disposition;
import uk.schoolgate.core.flow.WorkQueue.Settlement;
import uk.schoolgate.core.flow.WorkQueue.Tries;
import uk.schoolgate.core.flow.WorkQueue.Worker;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.SchoolCode;

/** What every queue does about a worker that throws: asks it again a few times, then what follows from giving up. */
public final class Failures {
    private static final int MOST = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** An item that nobody could read belongs to no school; this changes nothing of any. */
    static final Commit NOTHING = Commit.nothing(new SchoolCode("NONE"));

    private Failures() {}

    /**
     * What becomes of an item whose worker threw.
     *
     * @throws StoreUnavailableException when what follows cannot be told from the store just now
     */
    public static <T> Settlement settle(Worker<T> worker, Delivery<T> delivery, Throwable failure) {
        if (!isLast(delivery.tries())) {
            return again(delivery.tries());
        }
        String reason = failure.getClass().getSimpleName();
        try {
            return new Settlement(new Disposition.Dead(reason), worker.givenUp(delivery.item(), reason));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // Nobody can be told: it is not put aside in silence, but tried until it works or somebody is.
            return again(delivery.tries());
        }
    }

    /** What becomes of an item that could not even be read. */
    public static Settlement settleUnread(Tries tries, Throwable failure) {
        return isLast(tries)
                ? new Settlement(new Disposition.Dead(failure.getClass().getSimpleName()), NOTHING)
                : again(tries);
    }

    private static boolean isLast(Tries tries) {
        return tries.failed() + 1 >= MOST;
    }

    private static Settlement again(Tries tries) {
        Duration pause = tries.failed() + 1 >= MOST ? LONGEST_PAUSE : FIRST_PAUSE.multipliedBy(1L << tries.failed());
        return new Settlement(new Disposition.Again(pause, Cause.FAILED), NOTHING);
    }
}
