package uk.schoolgate.adapter.models;

import java.util.Set;
import uk.schoolgate.core.answering.Terms;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/**
 * Whether a passage says a plain question's own words. Few questions are so plain, and those that are, policies decide,
 * however much they sound like others that nothing decides.
 */
public final class Repetition {
    private static final int FEWEST = 2;
    private static final double MOST_OF_THEM = 0.75;

    private final Set<String> asked;

    /** Of the words of a question that say what it is about. */
    public Repetition(String question) {
        this.asked = Terms.of(question);
    }

    /** 1 where a passage, with what it stands under, has nearly all of them, and they are more than one; else 0. */
    public double in(PolicyDocument document, Passage passage) {
        if (asked.size() < FEWEST) {
            return 0;
        }
        Set<String> said = Terms.of(AnswerTexts.passage(document, passage));
        long both = asked.stream().filter(said::contains).count();
        return both >= FEWEST && both >= MOST_OF_THEM * asked.size() ? 1 : 0;
    }
}
