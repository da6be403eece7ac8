package uk.schoolgate.adapter.redis;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAutoClaimParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Reads one partition while this bot holds its lease: first what was left unfinished, then what is new, each lane of the
 * queue in order.
 */
final class PartitionReader<T> {
    private static final Script RELEASE = Script.load("release.lua");
    private static final int BATCH = 32;
    private static final int WAIT_MILLIS = 250;

    private final Queue<T> queue;
    private final int partition;
    private final String owner;
    private final RedisConnection redis;
    private final ItemWork<T> work;
    private final Lanes lanes;
    private final Clock clock;

    PartitionReader(
            Queue<T> queue,
            int partition,
            String owner,
            RedisConnection redis,
            ItemWork<T> work,
            Lanes lanes,
            Clock clock) {
        this.queue = queue;
        this.partition = partition;
        this.owner = owner;
        this.redis = redis;
        this.work = work;
        this.lanes = lanes;
        this.clock = clock;
    }

    int partition() {
        return partition;
    }

    /** Works while {@code mayGoOn}; returns between two items, with nothing in hand. */
    void read(BooleanSupplier mayGoOn) {
        finishWhatWasLeft(mayGoOn);
        while (mayGoOn.getAsBoolean()) {
            releaseWhatIsDue();
            workOnAll(fresh(), mayGoOn);
        }
    }

    /** Side by side where they need not be in order: two busy groups that share a partition would wait for each other. */
    private void workOnAll(List<StreamEntry> entries, BooleanSupplier mayGoOn) {
        if (entries.size() <= 1) {
            workInOrder(entries, mayGoOn);
            return;
        }
        Map<String, List<StreamEntry>> byLane =
                entries.stream().collect(Collectors.groupingBy(work::laneOf, LinkedHashMap::new, Collectors.toList()));
        lanes.run(byLane.values().stream()
                .<Runnable>map(lane -> () -> workInOrder(lane, mayGoOn))
                .toList());
    }

    private void workInOrder(List<StreamEntry> entries, BooleanSupplier mayGoOn) {
        for (StreamEntry entry : entries) {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            work.work(partition, entry, mayGoOn);
        }
    }

    /** Entries that were handed out and not settled: by a bot that died, or by us before a failure. */
    private void finishWhatWasLeft(BooleanSupplier mayGoOn) {
        while (mayGoOn.getAsBoolean()) {
            List<StreamEntry> left = redis.call(client -> client.xautoclaim(
                            queue.stream(partition),
                            Queue.GROUP,
                            owner,
                            0,
                            new StreamEntryID(0, 0),
                            XAutoClaimParams.xAutoClaimParams().count(BATCH)))
                    .getValue();
            if (left.isEmpty()) {
                return;
            }
            workOnAll(left, mayGoOn);
        }
    }

    private void releaseWhatIsDue() {
        String now = Long.toString(clock.millis());
        RELEASE.run(
                redis, List.of(queue.later(partition), queue.stream(partition)), List.of(now, Integer.toString(BATCH)));
    }

    private List<StreamEntry> fresh() {
        Map<String, StreamEntryID> streams =
                Map.of(queue.stream(partition), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        XReadGroupParams params =
                XReadGroupParams.xReadGroupParams().count(BATCH).block(WAIT_MILLIS);
        Map<String, List<StreamEntry>> read =
                redis.call(client -> client.xreadGroupAsMap(Queue.GROUP, owner, params, streams));
        return read == null ? List.of() : read.getOrDefault(queue.stream(partition), List.of());
    }
}
