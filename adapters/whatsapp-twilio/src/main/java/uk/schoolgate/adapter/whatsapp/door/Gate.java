package uk.schoolgate.adapter.whatsapp.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.screening.Response;

/** Looks at a message before it is passed on, within the time that there is: Twilio waits five seconds and no longer. */
final class Gate implements AutoCloseable {
    static final Duration BUDGET = Duration.ofSeconds(3);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 64;

    private final Function<Incoming.Message, Response> judge;
    private final Duration budget;
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("gate-", 0).factory());

    Gate(Function<Incoming.Message, Response> judge, Duration budget) {
        this.judge = judge;
        this.budget = budget;
    }

    /** What a message calls for; empty where that could not be found out in time. */
    Optional<Response> judge(Incoming.Message message) {
        try {
            Future<Response> verdict = pool.submit(() -> judge.apply(message));
            try {
                return Optional.of(verdict.get(budget.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | ExecutionException e) {
                verdict.cancel(true);
                return Optional.empty();
            }
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
