package uk.schoolgate.core.policy;

import java.util.List;

/** Turns text into vectors whose cosine says how close two texts are in meaning. Adapter: a model inside a jar. */
public interface Embedder {
    /** Name of the model: vectors of different models have nothing to do with each other. */
    String model();

    /** The length of every vector. */
    int dimension();

    /**
     * Embeds texts, in order. Safe to call from several threads.
     *
     * @return one unit-length vector of {@link #dimension()} floats for each text
     */
    List<float[]> embed(List<String> texts);
}
