package uk.schoolgate.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.school.SchoolCode;

/** A queue in memory, worked on in the caller's thread. */
final class InMemoryQueue<T> implements WorkQueue<T> {
    private static final int MOST_FAILURES = 8;
    private static final SchoolCode NO_SCHOOL = new SchoolCode("NONE");

    private final Clock clock;
    private final InMemoryStore store;
    private final List<Entry<T>> entries = new ArrayList<>();
    private @Nullable Worker<T> worker;
    private boolean working;

    private record Entry<T>(T item, Instant due, int attempt) {}

    InMemoryQueue(Clock clock, InMemoryStore store) {
        this.clock = clock;
        this.store = store;
    }

    void add(T item, Instant due, int attempt) {
        entries.add(new Entry<>(item, due, attempt));
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
        if (settlement.disposition() instanceof Disposition.Again(Duration after)) {
            add(entry.item(), clock.instant().plus(after), entry.attempt() + 1);
        }
    }

    private static <T> Settlement attempt(Worker<T> by, Entry<T> entry) {
        try {
            return by.work(new Delivery<>(entry.item(), entry.attempt()));
        } catch (RuntimeException e) {
            Disposition disposition = entry.attempt() >= MOST_FAILURES
                    ? new Disposition.Dead(e.getClass().getSimpleName())
                    : new Disposition.Again(InMemoryStore.pauseAfter(entry.attempt()));
            return new Settlement(disposition, Commit.nothing(NO_SCHOOL));
        }
    }
}
