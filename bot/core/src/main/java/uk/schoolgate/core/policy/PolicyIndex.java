package uk.schoolgate.core.policy;

import java.util.List;

/** Finds passages of one school's policies. Adapter: Lucene, words and vectors in one index. */
public interface PolicyIndex {
    /**
     * The passages that fit the words best, never one that the asker may not see.
     *
     * @param words a question or a description, in anybody's spelling
     * @param most how many at most
     * @return best first; empty where there are no policies
     */
    List<Hit> search(String words, Asker asker, int most);

    /** The policies in it that this asker may see. */
    List<PolicyDocument> documents(Asker asker);

    /**
     * A passage that was found.
     *
     * @param document the policy
     * @param passage the passage in it
     * @param lexical how well the words match, from 0; comparable only within one search
     * @param semantic cosine of the meanings, -1 to 1
     * @param score both fused, from 0 to 1; higher is better
     */
    record Hit(PolicyDocument document, Passage passage, double lexical, double semantic, double score) {}
}
