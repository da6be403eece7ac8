package uk.schoolgate.adapter.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for what need not be in order: conversations that share a partition, and wait for models and the store in turn. */
final class Lanes implements AutoCloseable {
    private static final int MOST_AT_ONCE = 16;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    /** @param name of the threads */
    Lanes(String name) {
        threads = new ThreadPoolExecutor(
                MOST_AT_ONCE,
                MOST_AT_ONCE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(name + "-lane-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs all of them, the first on the caller's thread, and returns when none runs any more, also where some fail.
     *
     * @throws RuntimeException what one of them has thrown
     */
    void run(List<Runnable> lanes) {
        CompletableFuture<Void> others = CompletableFuture.allOf(lanes.stream()
                .skip(1)
                .map(lane -> CompletableFuture.runAsync(lane, threads))
                .toArray(CompletableFuture<?>[]::new));
        try {
            lanes.getFirst().run();
        } finally {
            others.exceptionally(_ -> null).join();
        }
        try {
            others.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
