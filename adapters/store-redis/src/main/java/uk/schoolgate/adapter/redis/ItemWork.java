package uk.schoolgate.adapter.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.resps.StreamEntry;
import uk.schoolgate.core.flow.Failures;
import uk.schoolgate.core.flow.WorkQueue.Cause;
import uk.schoolgate.core.flow.WorkQueue.Delivery;
import uk.schoolgate.core.flow.WorkQueue.Disposition;
import uk.schoolgate.core.flow.WorkQueue.Settlement;
import uk.schoolgate.core.flow.WorkQueue.Tries;
import uk.schoolgate.core.flow.WorkQueue.Worker;
import uk.schoolgate.core.message.StoreUnavailableException;

/** Works on one entry of a stream and settles it together with what follows. */
final class ItemWork<T> {
    private static final Logger log = LoggerFactory.getLogger(ItemWork.class);
    private static final int MOST_CONFLICTS = 50;
    private static final Duration BETWEEN_SETTLING = Duration.ofMillis(100);

    private final Queue<T> queue;
    private final Worker<T> worker;
    private final SealedJson json;
    private final CommitWriter commits;
    private final Clock clock;

    ItemWork(Queue<T> queue, Worker<T> worker, SealedJson json, CommitWriter commits, Clock clock) {
        this.queue = queue;
        this.worker = worker;
        this.json = json;
        this.commits = commits;
        this.clock = clock;
    }

    /** What an entry stays in order with; one that cannot be read, with nothing. */
    String laneOf(StreamEntry entry) {
        try {
            return queue.lane()
                    .map(lane -> lane.apply(json.read(bodyOf(entry), queue.place(), queue.type())))
                    .orElse("");
        } catch (RuntimeException | Error _) {
            // To work on it says so, and what follows.
            return entry.getID().toString();
        }
    }

    private static String bodyOf(StreamEntry entry) {
        return entry.getFields().getOrDefault("body", "");
    }

    /**
     * Works until the entry is settled.
     *
     * @param mayGoOn whether this bot still has the entry's partition
     * @throws StoreUnavailableException when Redis cannot be reached; the entry is still there
     */
    void work(int partition, StreamEntry entry, BooleanSupplier mayGoOn) {
        String body = bodyOf(entry);
        Tries tries = new Tries(count(entry, "attempt", 1), count(entry, "refused", 0), count(entry, "failed", 0));
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            try {
                Settlement settlement = settlement(body, tries);
                settlePatiently(mayGoOn, () -> settle(partition, entry, body, tries, settlement));
                return;
            } catch (ConflictException e) {
                log.debug("{} {} meets a conflict, once more", queue.name(), entry.getID());
            }
        }
        throw new IllegalStateException("an item of " + queue.name() + " meets conflicts without end");
    }

    /** What was sent is sent: to give up here and do the work again would send it a second time. */
    private static void settlePatiently(BooleanSupplier mayGoOn, Runnable settle) {
        while (true) {
            try {
                settle.run();
                return;
            } catch (StoreUnavailableException e) {
                if (!mayGoOn.getAsBoolean()) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_SETTLING.toNanos());
            }
        }
    }

    private static int count(StreamEntry entry, String field, int otherwise) {
        String written = entry.getFields().get(field);
        return written == null ? otherwise : Integer.parseInt(written);
    }

    private Settlement settlement(String body, Tries tries) {
        T item;
        try {
            item = json.read(body, queue.place(), queue.type());
        } catch (RuntimeException | Error e) {
            log.error("an item of {} cannot be read, attempt {}: {}", queue.name(), tries.attempt(), describe(e));
            return Failures.settleUnread(tries, e);
        }
        Delivery<T> delivery = new Delivery<>(item, tries);
        try {
            return worker.work(delivery);
        } catch (StoreUnavailableException | ConflictException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // An error too: one item on which the stack overflows must not end the work on all behind it. Only the kind
            // of failure is logged: its message may hold what somebody wrote.
            log.error("working on an item of {} failed, attempt {}: {}", queue.name(), tries.attempt(), describe(e));
            return Failures.settle(worker, delivery, e);
        }
    }

    private static String describe(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void settle(int partition, StreamEntry entry, String body, Tries tries, Settlement settlement) {
        String id = entry.getID().toString();
        commits.run(settlement.commit(), transaction -> {
            transaction.acknowledging(queue.stream(partition), Queue.GROUP, id);
            switch (settlement.disposition()) {
                case Disposition.Done() -> {
                    // The acknowledgement is all.
                }
                case Disposition.Again(Duration after, Cause cause) ->
                    transaction.run(
                            "ZADD",
                            queue.later(partition),
                            Long.toString(clock.instant().plus(after).toEpochMilli()),
                            Json.write(Waiting.of(body, tries.after(cause))));
                case Disposition.Dead(String reason) ->
                    transaction.run("XADD", queue.dead(), "*", "body", body, "reason", reason);
            }
        });
        logIfDead(settlement);
    }

    private void logIfDead(Settlement settlement) {
        if (settlement.disposition() instanceof Disposition.Dead(String reason)) {
            log.error("an item of {} was put aside: {}", queue.name(), reason);
        }
    }
}
