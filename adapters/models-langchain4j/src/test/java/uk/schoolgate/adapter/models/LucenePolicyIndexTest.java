package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.testkit.InMemoryVectorCache;
import uk.schoolgate.testkit.PolicyIndexContract;
import uk.schoolgate.testkit.WordEmbedder;

class LucenePolicyIndexTest implements PolicyIndexContract {
    @Override
    public PolicyIndex indexOf(List<PolicyDocument> documents) {
        return LucenePolicyIndex.build(documents, new WordEmbedder(), VectorCache.none());
    }

    @Test
    void whatTheCacheKnowsIsNotEmbeddedAgain() {
        AtomicInteger embedded = new AtomicInteger();
        Embedder counting = new CountingEmbedder(embedded);
        InMemoryVectorCache cache = new InMemoryVectorCache();
        PolicyDocument policy = PolicyIndexContract.policy("a.txt", Audience.EVERYONE, "One.", "Two.", "Two.");
        LucenePolicyIndex.build(List.of(policy), counting, cache);
        assertThat(embedded).hasValue(2);
        PolicyDocument grown = PolicyIndexContract.policy("a.txt", Audience.EVERYONE, "One.", "Two.", "Three.");
        PolicyIndex index = LucenePolicyIndex.build(List.of(grown), counting, cache);
        assertThat(embedded).hasValue(3);
        assertThat(index.search("three", Asker.PARENT, 1).getFirst().passage().text())
                .isEqualTo("Three.");
    }

    private record CountingEmbedder(AtomicInteger count) implements Embedder {
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
            count.addAndGet(texts.size());
            return new WordEmbedder().embed(texts);
        }
    }
}
