package uk.schoolgate.app.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.keeping.RetentionSweep;
import uk.schoolgate.core.school.School;

/** Erases every quarter of an hour what has been kept for long enough. */
public final class Housekeeping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final SchoolRegistry schools;
    private final RetentionSweep sweep;
    private @Nullable ScheduledExecutorService clockwork;

    public Housekeeping(SchoolRegistry schools, RetentionSweep sweep) {
        this.schools = schools;
        this.sweep = sweep;
    }

    @Override
    public synchronized void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("housekeeping").daemon().factory());
        var _ = clockwork.scheduleWithFixedDelay(
                this::sweepAll, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void sweepAll() {
        Duration longest = Duration.ZERO;
        for (SchoolFolder folder : schools.folders()) {
            School school = folder.school();
            carefully(() -> tell(sweep.sweep(school)));
            Duration kept = school.retention().delivered();
            longest = longest.compareTo(kept) > 0 ? longest : kept;
        }
        Duration keep = longest;
        carefully(() -> tell(sweep.sweepPutAside(keep)));
    }

    private static void tell(int erased) {
        if (erased > 0) {
            log.info("{} records had been kept for long enough and were erased", erased);
        }
    }

    /** One school's failure must not keep the others' data; the next round tries again. */
    private static void carefully(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.warn(
                    "what is kept could not be looked through: {}", e.getClass().getName());
        }
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
