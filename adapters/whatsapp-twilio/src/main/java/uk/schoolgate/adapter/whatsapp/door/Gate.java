package uk.schoolgate.adapter.whatsapp.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.screening.Response;

/**
 * Does what has to be done before a message is passed on within the time that there is: Twilio waits five seconds and no
 * longer.
 */
final class Gate implements AutoCloseable {
    static final Duration BUDGET = Duration.ofSeconds(3);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 64;

    private final Function<Incoming.Message, Response> judge;
    private final Duration budget;
    private final ThreadPoolExecutor judging = pool("gate-judge-");
    /** Apart from judging: a store that hangs keeps nothing from being judged. */
    private final ThreadPoolExecutor storing = pool("gate-store-");

    Gate(Function<Incoming.Message, Response> judge, Duration budget) {
        this.judge = judge;
        this.budget = budget;
    }

    private static ThreadPoolExecutor pool(String name) {
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    /** The time for one message, which begins now. */
    Turn turn() {
        return new Turn(System.nanoTime() + budget.toNanos());
    }

    /** One message's time: all that is waited for in it together takes no longer. */
    final class Turn {
        private final long until;

        private Turn(long until) {
            this.until = until;
        }

        /** What a message calls for; empty where that could not be found out in time. */
        Optional<Response> judge(Incoming.Message message) {
            Future<Response> verdict = started(judging, () -> judge.apply(message));
            Optional<Response> response = await(verdict);
            verdict.cancel(true);
            return response;
        }

        /** Begins something that needs the store. It is carried through, whether somebody still waits for it or not. */
        <T> Future<T> start(Callable<T> work) {
            return started(storing, work);
        }

        /** What came of it; empty where it failed, or is not there in time. */
        <T> Optional<T> await(Future<T> work) {
            return await(work, until - System.nanoTime());
        }

        /** For what the rest of the time shall not be spent on: waits for a third of a message's whole time at most. */
        <T> Optional<T> awaitBriefly(Future<T> work) {
            return await(work, Math.min(budget.toNanos() / 3, until - System.nanoTime()));
        }

        private static <T> Optional<T> await(Future<T> work, long nanos) {
            try {
                return Optional.of(work.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        private static <T> Future<T> started(ThreadPoolExecutor pool, Callable<T> work) {
            try {
                return pool.submit(work);
            } catch (RejectedExecutionException e) {
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    /** Waits for what the store has still to take. */
    @Override
    public void close() {
        judging.shutdownNow();
        storing.close();
    }
}
