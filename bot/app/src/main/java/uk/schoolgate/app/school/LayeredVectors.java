package uk.schoolgate.app.school;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.policy.VectorCache;

/**
 * Asks one cache and then another; what is new goes into the second.
 *
 * @param first asked first, never written to
 * @param second asked for what the first does not know
 */
public record LayeredVectors(VectorCache first, VectorCache second) implements VectorCache {
    @Override
    public Map<String, float[]> find(Collection<String> keys) {
        Map<String, float[]> found = new HashMap<>(first.find(keys));
        Set<String> rest = new HashSet<>(keys);
        rest.removeAll(found.keySet());
        if (!rest.isEmpty()) {
            found.putAll(second.find(rest));
        }
        return found;
    }

    @Override
    public void keep(Map<String, float[]> vectors) {
        second.keep(vectors);
    }

    @Override
    public boolean claim(String work) {
        return second.claim(work);
    }
}
