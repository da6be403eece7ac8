package uk.schoolgate.adapter.redis;

import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.util.JedisClusterCRC16;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;

/**
 * One of the two queues. It is spread over partitions, each a stream of its own, so that bots can share it and items with
 * one ordering key still stay in order.
 *
 * @param name part of its keys
 * @param type what is in it
 * @param partitions how many there are, numbered from 0
 * @param lane what an item of a partition stays in order with; where there is none, with all others of its partition
 */
record Queue<T>(String name, Class<T> type, int partitions, Optional<Function<T, String>> lane) {
    static final String GROUP = "bots";

    private static final int CONVERSATIONS = 8;
    /** Letters go on partitions of their own: a mail server that hangs must not hold up what is said in chats. */
    private static final int LETTERS = 2;

    static final Queue<Incoming> INTAKE =
            new Queue<>("intake", Incoming.class, CONVERSATIONS, Optional.of(Incoming::orderingKey));

    /** Whatever leaves a partition leaves it one after the other: after a kill, no more than one of each is said again. */
    static final Queue<Outgoing> OUTBOX =
            new Queue<>("outbox", Outgoing.class, CONVERSATIONS + LETTERS, Optional.empty());

    /** The partition of the intake that an item belongs to. */
    static int partitionOf(Incoming item) {
        return spread(item.orderingKey(), CONVERSATIONS);
    }

    /** The partition of the outbox that an item belongs to. */
    static int partitionOf(Outgoing item) {
        String key = item.orderingKey();
        return switch (item) {
            case Outgoing.Chat _ -> spread(key, CONVERSATIONS);
            // Nobody waits for what a platform erases.
            case Outgoing.Letter _, Outgoing.Erasure _ -> CONVERSATIONS + spread(key, LETTERS);
        };
    }

    /**
     * As Redis Cluster spreads keys. A string's own hash, modulo eight, is no more than an alternating sum of its letters,
     * and addresses that look alike would all share a partition.
     */
    private static int spread(String key, int partitions) {
        return JedisClusterCRC16.getSlot(key) % partitions;
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
