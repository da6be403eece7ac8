package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.testkit.CountingEmbedder;
import uk.schoolgate.testkit.InMemoryVectorCache;
import uk.schoolgate.testkit.WordEmbedder;

class CachedEmbeddingTest {
    private static final int SLICES = 6;
    private static final List<String> TEXTS = IntStream.range(0, SLICES * CachedEmbedding.SLICE)
            .mapToObj(i -> "passage number " + i)
            .toList();

    private final CountingEmbedder embedder = new CountingEmbedder();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Two bots that start together share the work: at the end, one slice at most is embedded by both. */
    @Test
    void whatAnotherBotIsEmbeddingIsLeftToIt() throws Exception {
        InMemoryVectorCache cache = new InMemoryVectorCache();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<List<float[]>> slow =
                    other.submit(() -> new CachedEmbedding(new SlowEmbedder(), cache).embed(TEXTS));
            started.await();
            List<float[]> vectors = new CachedEmbedding(embedder, cache).embed(TEXTS);
            goOn.countDown();
            List<float[]> expected = new WordEmbedder().embed(TEXTS);
            assertThat(vectors).usingRecursiveComparison().isEqualTo(expected);
            assertThat(slow.get()).usingRecursiveComparison().isEqualTo(expected);
        }
        assertThat(embedder.take()).hasSize((SLICES + 1) * CachedEmbedding.SLICE);
    }

    @Test
    void whatWasEmbeddedBeforeACrashIsKept() {
        InMemoryVectorCache cache = new InMemoryVectorCache();
        new CachedEmbedding(embedder, cache).embed(TEXTS.subList(0, 2 * CachedEmbedding.SLICE));
        new CachedEmbedding(embedder, cache).embed(TEXTS);
        assertThat(embedder.take()).hasSameSizeAs(TEXTS);
    }

    /** Stops at its first slice until it is told to go on. */
    private final class SlowEmbedder implements Embedder {
        @Override
        public String model() {
            return embedder.model();
        }

        @Override
        public int dimension() {
            return embedder.dimension();
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            started.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a test", e);
            }
            return embedder.embed(texts);
        }
    }
}
