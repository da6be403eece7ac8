package uk.schoolgate.adapter.redis;

import java.time.Duration;
import java.util.List;
import redis.clients.jedis.params.SetParams;

/**
 * Who works on which partition. Leases live in Redis by its own clock, so that a bot that died is replaced after
 * {@link #LIFE} whatever the clocks of the bots say.
 */
final class Leases {
    static final Duration LIFE = Duration.ofSeconds(10);
    static final Duration RENEWAL = Duration.ofSeconds(2);
    private static final Script TAKE = Script.load("lease.lua");
    private static final Script GIVE_BACK = Script.load("unlease.lua");

    private final RedisConnection redis;
    private final String queue;
    private final int partitions;
    private final String owner;

    Leases(RedisConnection redis, Queue<?> queue, String owner) {
        this.redis = redis;
        this.queue = queue.name();
        this.partitions = queue.partitions();
        this.owner = owner;
    }

    /** Takes or renews the lease of a partition. */
    boolean take(int partition) {
        Object answer =
                TAKE.run(redis, List.of(Keys.lease(queue, partition)), List.of(owner, Long.toString(LIFE.toMillis())));
        return Long.valueOf(1).equals(answer);
    }

    void giveBack(int partition) {
        GIVE_BACK.run(redis, List.of(Keys.lease(queue, partition)), List.of(owner));
    }

    /** Says that this bot is alive. */
    void signIn() {
        redis.call(client -> client.set(sign(owner), "1", SetParams.setParams().ex(LIFE.toSeconds())));
        redis.call(client -> client.sadd(Keys.bots(queue), owner));
    }

    void signOut() {
        redis.call(client -> client.srem(Keys.bots(queue), owner));
        redis.call(client -> client.del(sign(owner)));
    }

    /** How many partitions are this bot's share: all of them where it is alone. */
    int fairShare() {
        long alive = 0;
        for (String bot : redis.call(client -> client.smembers(Keys.bots(queue)))) {
            if (redis.call(client -> client.exists(sign(bot)))) {
                alive++;
            } else {
                redis.call(client -> client.srem(Keys.bots(queue), bot));
            }
        }
        return Math.ceilDiv(partitions, Math.max(1, Math.toIntExact(alive)));
    }

    private String sign(String bot) {
        return Keys.bots(queue) + ":" + bot;
    }
}
