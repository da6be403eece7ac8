package uk.schoolgate.adapter.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.message.StoreUnavailableException;

/** One bot's work on a queue: a thread for each partition that it holds the lease of, and one that minds the leases. */
final class Consumption<T> implements WorkQueue.Subscription {
    private static final Duration END = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Queue<T> queue;
    private final RedisConnection redis;
    private final ItemWork<T> work;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final Leases leases;
    private final Lanes lanes;
    private final Set<Integer> held = ConcurrentHashMap.newKeySet();
    private final Outage outage;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Consumption(Queue<T> queue, RedisConnection redis, ItemWork<T> work, Clock clock) {
        this.queue = queue;
        this.redis = redis;
        this.work = work;
        this.clock = clock;
        this.leases = new Leases(redis, queue, owner);
        this.lanes = new Lanes(queue.name());
        this.outage = new Outage(queue.name());
    }

    Consumption<T> start() {
        for (int partition = 0; partition < queue.partitions(); partition++) {
            PartitionReader<T> reader = new PartitionReader<>(queue, partition, owner, redis, work, lanes, clock);
            threads.add(Thread.ofPlatform().name(queue.name() + "-" + partition).start(() -> run(reader)));
        }
        threads.add(Thread.ofPlatform().name(queue.name() + "-leases").start(this::mindLeases));
        return this;
    }

    private void mindLeases() {
        createGroups();
        while (!isClosing()) {
            whileRedisAnswers(() -> {
                leases.signIn();
                mindShare(leases.fairShare());
            });
            pause(Leases.RENEWAL);
        }
    }

    private void createGroups() {
        for (int partition = 0; partition < queue.partitions(); partition++) {
            String stream = queue.stream(partition);
            boolean created = false;
            while (!created && !isClosing()) {
                created = whileRedisAnswers(() -> createGroup(stream));
                if (!created) {
                    pause(Leases.RENEWAL);
                }
            }
        }
    }

    private void createGroup(String stream) {
        try {
            redis.call(client -> client.xgroupCreate(stream, Queue.GROUP, new StreamEntryID(0, 0), true));
        } catch (JedisDataException e) {
            if (!String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }

    /** Renews what is held, lets go of what is too much, and takes what is free up to the fair share. */
    private void mindShare(int share) {
        for (int partition = 0; partition < queue.partitions(); partition++) {
            boolean wanted = held.contains(partition) ? held.size() <= share : held.size() < share;
            if (wanted && leases.take(partition)) {
                held.add(partition);
            } else {
                held.remove(partition);
            }
        }
    }

    private void run(PartitionReader<T> reader) {
        while (!isClosing()) {
            if (!held.contains(reader.partition())) {
                pause(Duration.ofMillis(50));
                continue;
            }
            whileRedisAnswers(() -> reader.read(() -> held.contains(reader.partition()) && !isClosing()));
            // Only now may another bot take over: nothing of this partition is in hand any more.
            if (!held.contains(reader.partition())) {
                whileRedisAnswers(() -> leases.giveBack(reader.partition()));
            }
        }
    }

    private boolean whileRedisAnswers(Runnable step) {
        try {
            step.run();
            outage.over();
            return true;
        } catch (StoreUnavailableException e) {
            outage.goesOn(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // A thread that ended would keep its partition's lease, and nobody would work on it. Only the kind of
            // failure is logged: its message may hold what somebody wrote.
            outage.goesOn(e.getClass().getName());
        }
        pause(AFTER_FAILURE);
        return false;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            if (closing.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.close();
        whileRedisAnswers(() -> {
            held.forEach(leases::giveBack);
            leases.signOut();
        });
    }
}
