package uk.schoolgate.app.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.policy.VectorCache;

/**
 * A cache in the store, asked until the store answers. To embed all policies anew takes longer than most stores are away, and
 * without the store there is no work to do; a school that was given up over it would be served by nobody until a restart.
 *
 * @param cache the cache in the store
 */
record PatientVectors(VectorCache cache) implements VectorCache {
    private static final Logger log = LoggerFactory.getLogger(PatientVectors.class);

    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(500);

    @Override
    public Map<String, float[]> find(Collection<String> keys) {
        return onceItAnswers(() -> cache.find(keys));
    }

    @Override
    public void keep(Map<String, float[]> vectors) {
        onceItAnswers(() -> {
            cache.keep(vectors);
            return true;
        });
    }

    @Override
    public boolean claim(String work) {
        return onceItAnswers(() -> cache.claim(work));
    }

    private static <T> T onceItAnswers(Supplier<T> question) {
        boolean said = false;
        while (true) {
            try {
                return question.get();
            } catch (StoreUnavailableException e) {
                if (!said) {
                    log.warn("the store is away: policies are read on once it answers");
                    said = true;
                }
                pause(e);
            }
        }
    }

    /** @param whileAway thrown on when the bot stops meanwhile */
    private static void pause(StoreUnavailableException whileAway) {
        try {
            Thread.sleep(ASK_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw whileAway;
        }
    }
}
