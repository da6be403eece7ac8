package uk.schoolgate.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.flow.Failures;
import uk.schoolgate.core.flow.WorkQueue;

/** A queue in memory, worked on in the caller's thread. */
final class InMemoryQueue<T> implements WorkQueue<T> {
    private final Clock clock;
    private final InMemoryStore store;
    private final List<Entry<T>> entries = new ArrayList<>();
    private @Nullable Worker<T> worker;
    private boolean working;

    private record Entry<T>(T item, Instant due, Tries tries) {}

    InMemoryQueue(Clock clock, InMemoryStore store) {
        this.clock = clock;
        this.store = store;
    }

    void add(T item, Instant due) {
        entries.add(new Entry<>(item, due, Tries.FIRST));
    }

    @Override
    public Subscription consume(Worker<T> newWorker) {
        worker = newWorker;
        store.settle();
        return () -> worker = null;
    }

    /** Works on everything that is due; whether there was anything. */
    boolean workOnDue() {
        if (worker == null || working) {
            return false;
        }
        working = true;
        try {
            boolean any = false;
            Optional<Entry<T>> next = nextDue();
            while (next.isPresent()) {
                any = true;
                work(worker, next.get());
                next = nextDue();
            }
            return any;
        } finally {
            working = false;
        }
    }

    private Optional<Entry<T>> nextDue() {
        return entries.stream()
                .filter(entry -> !entry.due().isAfter(clock.instant()))
                .findFirst();
    }

    private void work(Worker<T> by, Entry<T> entry) {
        Settlement settlement = attempt(by, entry);
        while (!store.apply(settlement.commit())) {
            settlement = attempt(by, entry);
        }
        entries.remove(entry);
        if (settlement.disposition() instanceof Disposition.Again(Duration after, Cause cause)) {
            entries.add(new Entry<>(
                    entry.item(), clock.instant().plus(after), entry.tries().after(cause)));
        }
    }

    private static <T> Settlement attempt(Worker<T> by, Entry<T> entry) {
        Delivery<T> delivery = new Delivery<>(entry.item(), entry.tries());
        try {
            return by.work(delivery);
        } catch (RuntimeException | Error e) {
            return Failures.settle(by, delivery, e);
        }
    }
}
