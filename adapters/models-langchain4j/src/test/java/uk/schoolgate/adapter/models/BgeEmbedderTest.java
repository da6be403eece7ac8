package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.testkit.EmbedderContract;

class BgeEmbedderTest implements EmbedderContract {
    private static BgeEmbedder embedder;

    @BeforeAll
    static void load() {
        embedder = new BgeEmbedder();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Override
    public Embedder embedder() {
        return embedder;
    }

    @Test
    void asPublishedItEmbedsAsTheWrapperOfTheLibraryDoes() {
        BgeEmbedder published = BgeEmbedder.published();
        String text = "Parents and carers must not post pictures of other people's children.";
        float[] theirs =
                new BgeSmallEnV15QuantizedEmbeddingModel().embed(text).content().vector();
        float[] ours = published.embed(List.of(text)).getFirst();
        assertThat(EmbedderContract.cosine(theirs, ours)).isGreaterThan(0.999);
        published.close();
    }
}
