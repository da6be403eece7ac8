package uk.schoolgate.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;

/** An index in memory that compares the question with every passage. */
public final class InMemoryPolicyIndex implements PolicyIndex {
    private final List<PolicyDocument> documents;
    private final Embedder embedder = new WordEmbedder();

    public InMemoryPolicyIndex(List<PolicyDocument> documents) {
        this.documents = List.copyOf(documents);
    }

    @Override
    public List<Hit> search(String words, Asker asker, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        float[] question = embedder.embed(List.of(words)).getFirst();
        List<Hit> hits = new ArrayList<>();
        for (PolicyDocument document : documents(asker)) {
            document.passages().forEach(passage -> hits.add(hit(question, document, passage)));
        }
        return hits.stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(most)
                .toList();
    }

    private Hit hit(float[] question, PolicyDocument document, Passage passage) {
        double cosine = EmbedderContract.cosine(
                question, embedder.embed(List.of(passage.text())).getFirst());
        return new Hit(document, passage, cosine, cosine, Math.clamp(cosine, 0, 1));
    }

    @Override
    public List<PolicyDocument> documents(Asker asker) {
        return documents.stream()
                .filter(document -> asker.maySee(document.audience()))
                .toList();
    }
}
