package uk.schoolgate.adapter.teams.connector;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks us to wait. */
final class RetryAfter {
    private static final String SECONDS = "[0-9]{1,6}";

    private RetryAfter() {}

    /** Seconds; the Connector sends no dates, and one would be read as no wish. */
    static Optional<Duration> of(@Nullable String header) {
        return header != null && header.strip().matches(SECONDS)
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())))
                : Optional.empty();
    }
}
