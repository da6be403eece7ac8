package uk.schoolgate.adapter.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.testkit.CountingEmbedder;
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
        CountingEmbedder counting = new CountingEmbedder();
        InMemoryVectorCache cache = new InMemoryVectorCache();
        PolicyDocument policy = PolicyIndexContract.policy("a.txt", Audience.EVERYONE, "One.", "Two.", "Two.");
        LucenePolicyIndex.build(List.of(policy), counting, cache);
        assertThat(counting.take()).hasSize(2);
        PolicyDocument grown = PolicyIndexContract.policy("a.txt", Audience.EVERYONE, "One.", "Two.", "Three.");
        PolicyIndex index = LucenePolicyIndex.build(List.of(grown), counting, cache);
        assertThat(counting.take()).hasSize(1);
        assertThat(index.search("three", Asker.PARENT, 1).getFirst().passage().text())
                .isEqualTo("Three.");
    }
}
