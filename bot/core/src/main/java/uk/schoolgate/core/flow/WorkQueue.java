package uk.schoolgate.core.flow;

import java.time.Duration;

/**
 * A durable queue of work. Items with the same ordering key are worked on one after the other, by one bot at a time, also
 * where several bots share the queue. An item leaves the queue in the same step in which what follows from it becomes
 * durable, so that it takes effect exactly once although it may be worked on more than once.
 *
 * @param <T> what is in it
 */
public interface WorkQueue<T> {
    /**
     * Starts to work. The worker is called again for the same item when it throws, when its commit met a conflict, or
     * when a crash came between.
     *
     * @return stops the work when closed; items in hand are finished or given back
     */
    Subscription consume(Worker<T> worker);

    /** Work going on; closing it stops it. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Does one item of work. */
    @FunctionalInterface
    interface Worker<T> {
        Settlement work(Delivery<T> delivery);

        /**
         * What follows when {@link #work} has thrown so often for an item that the queue puts it aside: a person has to
         * hear of it. The item leaves the queue together with it.
         *
         * @param reason the kind of the last failure, without names, numbers or text
         */
        default Commit givenUp(T item, String reason) {
            return Failures.NOTHING;
        }
    }

    /**
     * An item handed to a worker.
     *
     * @param item the item
     * @param tries how often, and how it ended before
     */
    record Delivery<T>(T item, Tries tries) {
        /** Counts from 1. */
        public int attempt() {
            return tries.attempt();
        }
    }

    /**
     * How often an item was worked on. What is counted apart is because one cause must not use up another's patience.
     *
     * @param attempt counts from 1; conflicts, and what was not tried, do not count
     * @param refused how many of the attempts before met a plain no
     * @param failed how many of the attempts before ended in the worker throwing
     */
    record Tries(int attempt, int refused, int failed) {
        /** Nothing was tried before. */
        public static final Tries FIRST = new Tries(1, 0, 0);

        /** The next attempt. */
        public Tries after(Cause cause) {
            return new Tries(
                    cause == Cause.NOT_TRIED ? attempt : attempt + 1,
                    cause == Cause.REFUSED ? refused + 1 : refused,
                    cause == Cause.FAILED ? failed + 1 : failed);
        }
    }

    /** Why an item comes again. */
    enum Cause {
        /** What it needs is not there yet. */
        NOT_YET,
        /** It was not its turn: nothing was tried. */
        NOT_TRIED,
        /** The other side said no, which may not be its last word. */
        REFUSED,
        /** The worker threw. */
        FAILED
    }

    /**
     * What became of an item.
     *
     * @param disposition what happens to the item
     * @param commit what follows from it
     */
    record Settlement(Disposition disposition, Commit commit) {
        /** The item is done, and this follows. */
        public static Settlement done(Commit commit) {
            return new Settlement(new Disposition.Done(), commit);
        }
    }

    /** What happens to an item after it was worked on. */
    sealed interface Disposition {
        /** It leaves the queue. */
        record Done() implements Disposition {}

        /** It comes again after that time; items behind it go on. */
        record Again(Duration after, Cause cause) implements Disposition {
            /** Because what it needs is not there yet. */
            public Again(Duration after) {
                this(after, Cause.NOT_YET);
            }
        }

        /** It is put aside for a person to look at. */
        record Dead(String reason) implements Disposition {}
    }
}
