package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Holds back what would leave too fast: a number may send so many messages a second. */
final class Pace {
    private static final int BURST = 20;

    private final Duration apart;
    private final Duration tolerance;
    private final Clock clock;
    private final Map<String, AtomicReference<Instant>> free = new ConcurrentHashMap<>();

    /** @param perSecond messages that one number may send in a second; a few more may leave at once after a pause */
    Pace(int perSecond, Clock clock) {
        this.apart = Duration.ofSeconds(1).dividedBy(perSecond);
        this.tolerance = apart.multipliedBy(BURST);
        this.clock = clock;
    }

    /** Takes the next place of a number; a time to wait where it is not free yet. */
    Optional<Duration> take(String number) {
        Instant now = clock.instant();
        Instant latest = now.plus(tolerance);
        Instant before =
                of(number).getAndUpdate(at -> at.isAfter(latest) ? at : (at.isAfter(now) ? at : now).plus(apart));
        return before.isAfter(latest)
                ? Optional.of(Slowdown.jittered(Duration.between(latest, before)))
                : Optional.empty();
    }

    private AtomicReference<Instant> of(String number) {
        return free.computeIfAbsent(number, key -> new AtomicReference<>(Instant.MIN));
    }
}
