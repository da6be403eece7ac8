package uk.schoolgate.adapter.redis;

import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;

/**
 * One of the two queues. It is spread over partitions, each a stream of its own, so that bots can share it and items with
 * one ordering key still stay in order.
 *
 * @param name part of its keys
 * @param type what is in it
 */
record Queue<T>(String name, Class<T> type) {
    static final int PARTITIONS = 8;
    static final String GROUP = "bots";

    static final Queue<Incoming> INTAKE = new Queue<>("intake", Incoming.class);
    static final Queue<Outgoing> OUTBOX = new Queue<>("outbox", Outgoing.class);

    static int partitionOf(String orderingKey) {
        return Math.floorMod(orderingKey.hashCode(), PARTITIONS);
    }

    String stream(int partition) {
        return Keys.stream(name, partition);
    }

    String later(int partition) {
        return Keys.later(name, partition);
    }

    String dead() {
        return Keys.dead(name);
    }

    /** Binds sealed bodies to this queue. */
    String place() {
        return "queue:" + name;
    }
}
