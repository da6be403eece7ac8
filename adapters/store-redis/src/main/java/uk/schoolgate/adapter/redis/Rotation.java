package uk.schoolgate.adapter.redis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;
import uk.schoolgate.core.sealing.Sealer;

/**
 * Puts everything that is sealed under the key that encrypts now, while bots work on it. Items on their way through the
 * queues are left alone: they are gone in a moment.
 */
public final class Rotation {
    /** What is sealed as a whole, some of it for a time. */
    private static final List<String> VALUES = List.of("audit-head", "note:*");

    private final RedisConnection redis;
    private final SealedJson json;

    Rotation(RedisConnection redis, SealedJson json) {
        this.redis = redis;
        this.json = json;
    }

    /** Seals anew what is under another key; how many records. What a bot changes meanwhile, it seals anew itself. */
    public int run() {
        int resealed = 0;
        for (String key : redis.scan(Keys.ofAnySchool("concern:*"))) {
            resealed += field(key, "body");
        }
        for (String key : redis.scan(Keys.ofAnySchool("incidents"))) {
            for (String reference : redis.call(client -> client.hkeys(key))) {
                resealed += field(key, reference);
            }
        }
        for (String key : redis.scan(Keys.ofAnySchool("tally:*"))) {
            for (String field : redis.call(client -> client.hkeys(key))) {
                resealed += field.startsWith(RedisCasebook.ITEM) ? field(key, field) : 0;
            }
        }
        for (String kind : VALUES) {
            for (String key : redis.scan(Keys.ofAnySchool(kind))) {
                resealed += value(key);
            }
        }
        resealed += value(Keys.pseudonymKey());
        for (Queue<?> queue : List.of(Queue.INTAKE, Queue.OUTBOX)) {
            for (int partition = 0; partition < queue.partitions(); partition++) {
                resealed += later(queue, queue.later(partition));
            }
        }
        return resealed;
    }

    private int field(String key, String field) {
        String body = redis.call(client -> client.hget(key, field));
        return resealed(
                body,
                key,
                new Transaction().expect("sealed", String.valueOf(body), "HGET", key, field),
                (transaction, anew) -> transaction.run("HSET", key, field, anew));
    }

    private int value(String key) {
        String body = redis.call(client -> client.get(key));
        return resealed(
                body,
                key,
                new Transaction().expect("sealed", String.valueOf(body), "GET", key),
                (transaction, anew) -> transaction.run("SET", key, anew, "KEEPTTL"));
    }

    private int later(Queue<?> queue, String key) {
        int resealed = 0;
        for (String member : redis.call(client -> client.zrange(key, 0, -1))) {
            Double due = redis.call(client -> client.zscore(key, member));
            if (due == null) {
                continue;
            }
            Waiting waiting = Json.read(member, Waiting.class);
            String score = Long.toString(due.longValue());
            resealed += resealed(
                    waiting.body(),
                    queue.place(),
                    new Transaction().expect("due", score, "ZSCORE", key, member),
                    (transaction, anew) -> transaction
                            .run("ZREM", key, member)
                            .run("ZADD", key, score, Json.write(waiting.with(anew))));
        }
        return resealed;
    }

    private interface Writing {
        void to(Transaction transaction, String anew);
    }

    private int resealed(@Nullable String body, String place, Transaction transaction, Writing writing) {
        if (body == null || json.isCurrent(body)) {
            return 0;
        }
        writing.to(transaction, json.reseal(body, place));
        return transaction.execute(redis) == Transaction.Result.DONE ? 1 : 0;
    }

    /** How many records are under which key, by its id. */
    public Map<String, Integer> recordsByKey() {
        Map<String, Integer> records = new TreeMap<>();
        for (String key : redis.scan(Keys.ofAnySchool("concern:*"))) {
            count(redis.call(client -> client.hget(key, "body")), records);
        }
        for (String key : redis.scan(Keys.ofAnySchool("incidents"))) {
            redis.call(client -> client.hvals(key)).forEach(body -> count(body, records));
        }
        for (String key : redis.scan(Keys.ofAnySchool("tally:*"))) {
            redis.call(client -> client.hgetAll(key)).forEach((field, value) -> {
                if (field.startsWith(RedisCasebook.ITEM)) {
                    count(value, records);
                }
            });
        }
        for (String kind : VALUES) {
            redis.scan(Keys.ofAnySchool(kind)).forEach(key -> count(redis.call(client -> client.get(key)), records));
        }
        count(redis.call(client -> client.get(Keys.pseudonymKey())), records);
        for (Queue<?> queue : List.of(Queue.INTAKE, Queue.OUTBOX)) {
            for (int partition = 0; partition < queue.partitions(); partition++) {
                String later = queue.later(partition);
                redis.call(client -> client.zrange(later, 0, -1))
                        .forEach(
                                member -> count(Json.read(member, Waiting.class).body(), records));
                entries(queue.stream(partition), records);
            }
            entries(queue.dead(), records);
        }
        return records;
    }

    private void entries(String stream, Map<String, Integer> records) {
        for (StreamEntry entry :
                redis.call(client -> client.xrange(stream, (StreamEntryID) null, (StreamEntryID) null))) {
            count(entry.getFields().get("body"), records);
        }
    }

    private static void count(@Nullable String body, Map<String, Integer> records) {
        if (body != null) {
            Sealer.keyOf(body).ifPresent(key -> records.merge(key, 1, Integer::sum));
        }
    }
}
