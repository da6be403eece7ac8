package uk.schoolgate.testkit;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.policy.Embedder;

/** Embeds as {@link WordEmbedder} does, and notes what it was asked to embed. Safe for many threads. */
public final class CountingEmbedder implements Embedder {
    private final Embedder words = new WordEmbedder();
    private final List<String> embedded = new ArrayList<>();

    @Override
    public String model() {
        return words.model();
    }

    @Override
    public int dimension() {
        return words.dimension();
    }

    @Override
    public synchronized List<float[]> embed(List<String> texts) {
        embedded.addAll(texts);
        return words.embed(texts);
    }

    /** What was embedded since the last time that somebody took it, in order. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(embedded);
        embedded.clear();
        return taken;
    }
}
