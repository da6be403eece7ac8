package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Duration;
import java.util.Optional;

/** How long the other side asks us to wait, within bounds: what a proxy on the way says shall not silence us for a day. */
public final class RetryAfter {
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Out of the header's value; empty for anything but seconds. */
    public static Optional<Duration> of(String value) {
        if (!value.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST.toSeconds())));
    }
}
