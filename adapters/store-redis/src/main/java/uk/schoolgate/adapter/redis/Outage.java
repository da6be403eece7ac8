package uk.schoolgate.adapter.redis;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks of failures only when they last: a moment's break, or the last moment of a shutdown, is nobody's business. */
final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final long LASTING = Duration.ofSeconds(3).toNanos();
    private static final long NONE = 0;

    private final String queue;
    private long since = NONE;
    private boolean told;

    Outage(String queue) {
        this.queue = queue;
    }

    synchronized void goesOn(String reason) {
        since = since == NONE ? System.nanoTime() : since;
        if (!told && System.nanoTime() - since > LASTING) {
            told = true;
            log.warn("{} waits: {}", queue, reason);
        }
    }

    synchronized void over() {
        if (told) {
            log.info("{} goes on", queue);
        }
        told = false;
        since = NONE;
    }
}
