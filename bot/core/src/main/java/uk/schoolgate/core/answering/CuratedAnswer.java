package uk.schoolgate.core.answering;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/**
 * An answer that the office wrote itself.
 *
 * @param questions the ways in which people ask it, at least one
 * @param answer the office's words
 * @param clause the clause that it rests on
 * @param audience who may read it; staff where the clause is for staff
 */
public record CuratedAnswer(List<String> questions, String answer, Optional<Clause> clause, Audience audience) {
    /**
     * A clause that an answer rests on. It is cited when somebody asks, as its policy may be overdue by then.
     *
     * @param document the policy
     * @param passage a passage of the clause
     */
    public record Clause(PolicyDocument document, Passage passage) {}

    public CuratedAnswer {
        questions = List.copyOf(questions);
        if (questions.isEmpty() || answer.isBlank()) {
            throw new IllegalArgumentException("a curated answer needs a question and an answer");
        }
    }
}
