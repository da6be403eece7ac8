package uk.schoolgate.adapter.redis;

import java.time.Clock;
import uk.schoolgate.core.flow.WorkQueue;

/** A queue over Redis streams. */
final class RedisWorkQueue<T> implements WorkQueue<T> {
    private final Queue<T> queue;
    private final RedisConnection redis;
    private final SealedJson json;
    private final CommitWriter commits;
    private final Clock clock;

    RedisWorkQueue(Queue<T> queue, RedisConnection redis, SealedJson json, CommitWriter commits, Clock clock) {
        this.queue = queue;
        this.redis = redis;
        this.json = json;
        this.commits = commits;
        this.clock = clock;
    }

    @Override
    public Subscription consume(Worker<T> worker) {
        ItemWork<T> work = new ItemWork<>(queue, worker, json, commits, clock);
        return new Consumption<>(queue, redis, work, clock).start();
    }
}
