package uk.schoolgate.adapter.models;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.VectorCache;

/** Embeds what a cache does not know yet, and adds it to the cache. */
final class CachedEmbedding {
    private static final int HASH_BYTES = 16;

    private final Embedder embedder;
    private final VectorCache cache;

    CachedEmbedding(Embedder embedder, VectorCache cache) {
        this.embedder = embedder;
        this.cache = cache;
    }

    List<float[]> embed(List<String> texts) {
        Map<String, String> byKey = new HashMap<>();
        texts.forEach(text -> byKey.put(key(text), text));
        Map<String, float[]> known = new HashMap<>(cache.find(byKey.keySet()));
        List<String> missing =
                byKey.keySet().stream().filter(key -> !known.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            Map<String, float[]> fresh = new HashMap<>();
            List<float[]> vectors = embedder.embed(
                    missing.stream().map(key -> byKey.getOrDefault(key, "")).toList());
            for (int i = 0; i < missing.size(); i++) {
                fresh.put(missing.get(i), vectors.get(i));
            }
            cache.keep(fresh);
            known.putAll(fresh);
        }
        return texts.stream().map(text -> known.get(key(text))).toList();
    }

    private String key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return embedder.model() + ":" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
