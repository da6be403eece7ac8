package uk.schoolgate.app.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something again and again, on a thread of its own, while the bot runs. */
public final class Rounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private final Runnable round;
    private @Nullable ScheduledExecutorService clockwork;

    /**
     * Rounds that begin with the bot.
     *
     * @param name what they are for, for logs and the thread
     * @param first how long after the start
     * @param every how long after the end of the one before
     */
    public Rounds(String name, Duration first, Duration every, Runnable round) {
        this.name = name;
        this.first = first;
        this.every = every;
        this.round = round;
    }

    @Override
    public synchronized void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        var _ = clockwork.scheduleWithFixedDelay(
                this::goRound, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round that fails must not be the last. */
    private void goRound() {
        try {
            round.run();
        } catch (RuntimeException e) {
            log.warn("{} failed and is tried again: {}", name, e.getClass().getName());
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
