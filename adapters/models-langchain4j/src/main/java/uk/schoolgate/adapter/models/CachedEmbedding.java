package uk.schoolgate.adapter.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.text.Fingerprint;

/** Embeds what a cache does not know yet, and adds it to the cache. */
final class CachedEmbedding {
    private static final int HASH_BYTES = 16;
    /** Texts that are embedded in one go: about a second's work. */
    static final int SLICE = 64;

    private final Embedder embedder;
    private final VectorCache cache;

    CachedEmbedding(Embedder embedder, VectorCache cache) {
        this.embedder = embedder;
        this.cache = cache;
    }

    /**
     * The vectors of texts, in order. What is missing is embedded slice by slice: bots that start together take on
     * different slices, and find in the cache what the others have done. What another has taken on and not done by then is
     * embedded here too, rather than waited for.
     */
    List<float[]> embed(List<String> texts) {
        Map<String, String> byKey = new LinkedHashMap<>();
        texts.forEach(text -> byKey.put(key(text), text));
        Map<String, float[]> known = new HashMap<>(cache.find(byKey.keySet()));
        List<Map<String, String>> takenByOthers = new ArrayList<>();
        for (Map<String, String> slice : slices(byKey)) {
            if (known.keySet().containsAll(slice.keySet())) {
                continue;
            }
            if (cache.claim(slice.keySet().iterator().next())) {
                embed(slice, known);
            } else {
                takenByOthers.add(slice);
            }
        }
        takenByOthers.forEach(slice -> embed(slice, known));
        return texts.stream().map(text -> known.get(key(text))).toList();
    }

    /** The same on every bot that has the same policies. */
    private static List<Map<String, String>> slices(Map<String, String> byKey) {
        List<Map<String, String>> slices = new ArrayList<>();
        byKey.forEach((key, text) -> {
            if (slices.isEmpty() || slices.getLast().size() == SLICE) {
                slices.add(new LinkedHashMap<>());
            }
            slices.getLast().put(key, text);
        });
        return slices;
    }

    /** Makes known what is missing of a slice: asks the cache once more, embeds the rest, and keeps it at once. */
    private void embed(Map<String, String> slice, Map<String, float[]> known) {
        Map<String, String> missing = new LinkedHashMap<>(slice);
        missing.keySet().removeAll(known.keySet());
        known.putAll(cache.find(missing.keySet()));
        missing.keySet().removeAll(known.keySet());
        if (missing.isEmpty()) {
            return;
        }
        List<String> keys = List.copyOf(missing.keySet());
        List<float[]> vectors = embedder.embed(List.copyOf(missing.values()));
        Map<String, float[]> fresh = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            fresh.put(keys.get(i), vectors.get(i));
        }
        cache.keep(fresh);
        known.putAll(fresh);
    }

    private String key(String text) {
        return embedder.model() + ":" + Fingerprint.of(text, HASH_BYTES);
    }
}
