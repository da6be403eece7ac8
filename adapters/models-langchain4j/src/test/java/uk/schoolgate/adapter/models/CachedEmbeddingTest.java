package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.testkit.InMemoryVectorCache;
import uk.schoolgate.testkit.WordEmbedder;

class CachedEmbeddingTest {
    private static final int SLICES = 6;
    private static final List<String> TEXTS = IntStream.range(0, SLICES * CachedEmbedding.SLICE)
            .mapToObj(i -> "passage number " + i)
            .toList();

    private final AtomicInteger embedded = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Two bots that start together share the work: at the end, one slice at most is embedded by both. */
    @Test
    void whatAnotherBotIsEmbeddingIsLeftToIt() throws Exception {
        InMemoryVectorCache cache = new InMemoryVectorCache();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<List<float[]>> slow =
                    other.submit(() -> new CachedEmbedding(new Counting(true), cache).embed(TEXTS));
            started.await();
            List<float[]> vectors = new CachedEmbedding(new Counting(false), cache).embed(TEXTS);
            goOn.countDown();
            List<float[]> expected = new WordEmbedder().embed(TEXTS);
            assertThat(vectors).usingRecursiveComparison().isEqualTo(expected);
            assertThat(slow.get()).usingRecursiveComparison().isEqualTo(expected);
        }
        assertThat(embedded).hasValue((SLICES + 1) * CachedEmbedding.SLICE);
    }

    @Test
    void whatWasEmbeddedBeforeACrashIsKept() {
        InMemoryVectorCache cache = new InMemoryVectorCache();
        new CachedEmbedding(new Counting(false), cache).embed(TEXTS.subList(0, 2 * CachedEmbedding.SLICE));
        new CachedEmbedding(new Counting(false), cache).embed(TEXTS);
        assertThat(embedded).hasValue(TEXTS.size());
    }

    /** Counts what it embeds; a slow one stops at its first slice until it is told to go on. */
    private final class Counting implements Embedder {
        private final boolean slow;

        Counting(boolean slow) {
            this.slow = slow;
        }

        @Override
        public String model() {
            return "counting";
        }

        @Override
        public int dimension() {
            return new WordEmbedder().dimension();
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            if (slow) {
                started.countDown();
                await();
            }
            embedded.addAndGet(texts.size());
            return new WordEmbedder().embed(texts);
        }

        private void await() {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a test", e);
            }
        }
    }
}
