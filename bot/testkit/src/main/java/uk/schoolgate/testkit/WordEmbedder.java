package uk.schoolgate.testkit;

import java.util.List;
import java.util.Locale;
import uk.schoolgate.core.policy.Embedder;

/** Embeds a text by its words alone: texts that share words are near each other. Small, quick and always the same. */
public final class WordEmbedder implements Embedder {
    /** As long as the vectors of the model that finding is fitted to. */
    private static final int DIMENSION = 384;

    @Override
    public String model() {
        return "words";
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(WordEmbedder::vector).toList();
    }

    private static float[] vector(String text) {
        float[] vector = new float[DIMENSION];
        // Never all zero, so that the length can be one.
        vector[0] = 0.1f;
        for (String word : List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))) {
            vector[Math.floorMod(word.hashCode(), DIMENSION)] += 1;
        }
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
