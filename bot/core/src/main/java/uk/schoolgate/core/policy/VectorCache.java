package uk.schoolgate.core.policy;

import java.util.Collection;
import java.util.Map;

/**
 * Remembers the vectors of texts that were embedded before, so that the same text is embedded once, on whichever bot.
 * Losing it costs time and nothing else.
 */
public interface VectorCache {
    /**
     * The vectors that are known.
     *
     * @param keys names of texts, made by the embedding side; they tell the model and the text apart
     * @return by key; without the keys that are not known
     */
    Map<String, float[]> find(Collection<String> keys);

    /** Remembers vectors by key. */
    void keep(Map<String, float[]> vectors);

    /**
     * Takes work on, so that others who share the cache do something else meanwhile. A claim passes by itself in half a
     * minute, as who took it may be gone.
     *
     * @param work its name
     * @return whether nobody else has taken it on; always true for a cache that is not shared
     */
    default boolean claim(String work) {
        return true;
    }

    /** A cache that remembers nothing. */
    static VectorCache none() {
        return new VectorCache() {
            @Override
            public Map<String, float[]> find(Collection<String> keys) {
                return Map.of();
            }

            @Override
            public void keep(Map<String, float[]> vectors) {
                // Nothing is remembered.
            }
        };
    }
}
