package uk.schoolgate.adapter.redis;

import uk.schoolgate.core.flow.WorkQueue.Tries;

/**
 * An item on a waiting list.
 *
 * @param body sealed
 * @param attempt the number of the attempt that it waits for
 * @param refused how many attempts before met a plain no
 * @param failed how many attempts before ended in the worker throwing
 */
record Waiting(String body, int attempt, int refused, int failed) {
    static Waiting of(String body, Tries tries) {
        return new Waiting(body, tries.attempt(), tries.refused(), tries.failed());
    }

    /** The same item, sealed anew. */
    Waiting with(String anew) {
        return new Waiting(anew, attempt, refused, failed);
    }
}
