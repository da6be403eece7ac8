package uk.schoolgate.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import uk.schoolgate.core.policy.VectorCache;

/** Knows every passage: unit vectors that depend on the key alone. */
record KnownVectors(int dimension) implements VectorCache {
    @Override
    public Map<String, float[]> find(Collection<String> keys) {
        Map<String, float[]> vectors = new HashMap<>();
        keys.forEach(key -> vectors.put(key, vector(key)));
        return vectors;
    }

    private float[] vector(String key) {
        Random random = new Random(key.hashCode());
        float[] vector = new float[dimension];
        double square = 0;
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < dimension; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public void keep(Map<String, float[]> vectors) {
        throw new IllegalStateException("every vector was known");
    }
}
