package uk.schoolgate.core.policy;

import java.util.List;

/** What the policies say to a question. */
public sealed interface Answer {
    /** How sure the bot is that the policies decide the question, 0 to 1. */
    double confidence();

    /**
     * The policies say something about it.
     *
     * @param citations best first, one to three
     */
    record Cited(double confidence, List<Citation> citations) implements Answer {
        public Cited {
            citations = List.copyOf(citations);
            if (citations.isEmpty()) {
                throw new IllegalArgumentException("an answer rests on at least one citation");
            }
        }
    }

    /** The policies don't say. */
    record NotSaid(double confidence) implements Answer {}
}
