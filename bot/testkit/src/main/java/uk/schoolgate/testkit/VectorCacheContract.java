package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.VectorCache;

/** What every vector cache promises. */
public interface VectorCacheContract {
    /** The cache under test, empty. */
    VectorCache vectorCache();

    @Test
    default void whatWasKeptIsFoundAndNothingElse() {
        VectorCache cache = vectorCache();
        float[] vector = {0.1f, -2.5f, Float.MIN_VALUE, 0};
        cache.keep(Map.of("m:a", vector, "m:b", new float[] {1, 2, 3, 4}));
        Map<String, float[]> found = cache.find(List.of("m:a", "m:c"));
        assertThat(found).containsOnlyKeys("m:a");
        assertThat(found.get("m:a")).containsExactly(vector);
        assertThat(cache.find(List.of())).isEmpty();
    }

    @Test
    default void workIsTakenOnByOneAlone() {
        VectorCache cache = vectorCache();
        assertThat(cache.claim("m:a")).isTrue();
        assertThat(cache.claim("m:a")).isFalse();
        assertThat(cache.claim("m:b")).isTrue();
        assertThat(cache.find(List.of("m:a"))).isEmpty();
    }

    @Test
    default void aThousandVectorsAreFoundAtOnce() {
        VectorCache cache = vectorCache();
        Map<String, float[]> many = new HashMap<>();
        for (int i = 0; i < 1200; i++) {
            many.put("m:" + i, new float[] {i, 1});
        }
        cache.keep(many);
        assertThat(cache.find(many.keySet()))
                .hasSize(1200)
                .allSatisfy((key, vector) -> assertThat(key).isEqualTo("m:" + (int) vector[0]));
    }
}
