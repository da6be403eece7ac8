package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Embedder;

/** What every embedder promises. */
public interface EmbedderContract {
    /** The embedder under test. */
    Embedder embedder();

    /** The cosine of two vectors of length one. */
    static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (double) one[i] * other[i])
                .sum();
    }

    @Test
    default void everyTextGetsAVectorOfLengthOne() {
        List<String> texts = List.of("one", "", "   ", "🙂", "word ".repeat(3000), "\uD800", "line\nbreak");
        List<float[]> vectors = embedder().embed(texts);
        assertThat(vectors).hasSameSizeAs(texts).allSatisfy(vector -> {
            assertThat(vector).hasSize(embedder().dimension());
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
        });
    }

    @Test
    default void vectorsComeInTheOrderOfTheTextsWhateverTheirNumber() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            texts.add("text number " + i + " about something".repeat(i % 7));
        }
        List<float[]> together = embedder().embed(texts);
        for (int i = 0; i < texts.size(); i += 7) {
            float[] alone = embedder().embed(List.of(texts.get(i))).getFirst();
            assertThat(cosine(together.get(i), alone)).isGreaterThan(0.999);
        }
        assertThat(embedder().embed(List.of())).isEmpty();
    }

    @Test
    default void whatIsAboutTheSameIsNearer() {
        List<float[]> vectors = embedder()
                .embed(List.of(
                        "Parents must not post photos of other children.",
                        "Parents may not post photos of other people's children online.",
                        "The gates open at twenty to nine."));
        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)));
    }
}
