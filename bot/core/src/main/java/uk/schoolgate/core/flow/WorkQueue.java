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
    }

    /**
     * An item handed to a worker.
     *
     * @param item the item
     * @param attempt counts from 1; conflicts do not count
     */
    record Delivery<T>(T item, int attempt) {}

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
        record Again(Duration after) implements Disposition {}

        /** It is put aside for a person to look at. */
        record Dead(String reason) implements Disposition {}
    }
}
