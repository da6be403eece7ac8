package uk.schoolgate.adapter.teams.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps this bot under Teams' published rates: in one thread 7 sends in a second, 60 in 30 seconds and 1,800 in an hour, and
 * 30 in a second altogether. Several bots that share the work know nothing of each other's sends; Teams' own 429 tells them.
 */
public final class Pace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_ALTOGETHER = 30;

    private final Clock clock;
    private final Map<String, Deque<Instant>> threads = new HashMap<>();
    private final Deque<Instant> altogether = new ArrayDeque<>();

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /** Takes a place for one call that writes into a thread now; otherwise says how long to wait, and takes none. */
    public synchronized Optional<Duration> take(String thread) {
        Instant now = clock.instant();
        forget(now);
        Deque<Instant> sends = threads.computeIfAbsent(thread, key -> new ArrayDeque<>());
        Duration wait = longest(
                wait(sends, now, SECOND, 7),
                wait(sends, now, HALF_MINUTE, 60),
                wait(sends, now, HOUR, 1800),
                wait(altogether, now, SECOND, MOST_ALTOGETHER));
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        sends.addLast(now);
        altogether.addLast(now);
        return Optional.empty();
    }

    /**
     * The same where nothing goes on without a place.
     *
     * @throws TooFastException when there is none now
     */
    public void require(String thread) throws TooFastException {
        Optional<Duration> wait = take(thread);
        if (wait.isPresent()) {
            throw new TooFastException(wait.get());
        }
    }

    private static Duration wait(Deque<Instant> sends, Instant now, Duration window, int most) {
        Iterator<Instant> newestFirst = sends.descendingIterator();
        Instant oldestThatCounts = now;
        for (int i = 0; i < most; i++) {
            if (!newestFirst.hasNext()) {
                return Duration.ZERO;
            }
            oldestThatCounts = newestFirst.next();
        }
        return Duration.between(now, oldestThatCounts.plus(window));
    }

    private static Duration longest(Duration... waits) {
        Duration longest = Duration.ZERO;
        for (Duration wait : waits) {
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private void forget(Instant now) {
        threads.values().removeIf(sends -> {
            sends.removeIf(at -> !at.isAfter(now.minus(HOUR)));
            return sends.isEmpty();
        });
        altogether.removeIf(at -> !at.isAfter(now.minus(SECOND)));
    }
}
