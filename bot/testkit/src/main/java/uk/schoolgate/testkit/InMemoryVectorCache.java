package uk.schoolgate.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uk.schoolgate.core.policy.VectorCache;

/** Vectors in memory. */
public final class InMemoryVectorCache implements VectorCache {
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();
    private final Set<String> claims = ConcurrentHashMap.newKeySet();

    @Override
    public Map<String, float[]> find(Collection<String> keys) {
        Map<String, float[]> found = new HashMap<>(vectors);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public void keep(Map<String, float[]> fresh) {
        vectors.putAll(fresh);
    }

    /** For good, as no time passes in it. */
    @Override
    public boolean claim(String work) {
        return claims.add(work);
    }
}
