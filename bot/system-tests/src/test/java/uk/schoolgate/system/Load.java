package uk.schoolgate.system;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests at an even rate, whatever the answers do. Each answer's time counts from when its request was due, not from
 * when it could be sent, so that a pause of the other side is not hidden by the requests that waited for it.
 */
final class Load {
    private static final double MILLIS = 1_000_000.0;

    private final Queue<Long> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    private Load() {}

    /**
     * Posts webhooks to the end and waits for the last answer.
     *
     * @param forms the request of each number
     */
    static Load run(
            TwilioWebhooks webhooks, int perSecond, Duration length, IntFunction<SortedMap<String, String>> forms) {
        return run(perSecond, length, i -> {
            SortedMap<String, String> form = forms.apply(i);
            return () -> webhooks.postLater(TwilioWebhooks.CONVERSATIONS, form);
        });
    }

    /**
     * Sends to the end and waits for the last answer.
     *
     * @param requests the request of each number, prepared before it is due: sends it and gives the answer's status
     */
    static Load run(int perSecond, Duration length, IntFunction<Supplier<CompletableFuture<Integer>>> requests) {
        Load load = new Load();
        int count = Math.toIntExact(length.toMillis() * perSecond / 1000);
        CompletableFuture<?>[] all = new CompletableFuture<?>[count];
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
            Supplier<CompletableFuture<Integer>> request = requests.apply(i);
            long left = due - System.nanoTime();
            while (left > 0) {
                LockSupport.parkNanos(left);
                left = due - System.nanoTime();
            }
            all[i] = request.get().handle((status, failure) -> load.settle(due, status, failure));
        }
        CompletableFuture.allOf(all).join();
        return load;
    }

    private boolean settle(long due, @Nullable Integer status, @Nullable Throwable failure) {
        boolean taken = status != null && status < 300;
        return taken
                ? answered.add(System.nanoTime() - due)
                : refused.add(
                        failure == null
                                ? "status " + status
                                : failure.getClass().getSimpleName());
    }

    /** What went wrong, once a request. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    int answered() {
        return answered.size();
    }

    /** The answers' time at a share of them, for instance 0.99, in milliseconds. */
    double millisAt(double share) {
        return at(answered, share);
    }

    static double at(Collection<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / MILLIS;
    }

    @Override
    public String toString() {
        return "%d answered, %d not; ms at 50 %%: %.1f, 95 %%: %.1f, 99 %%: %.1f, longest: %.1f"
                .formatted(answered(), refused.size(), millisAt(0.5), millisAt(0.95), millisAt(0.99), millisAt(1));
    }
}
