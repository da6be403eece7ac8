package uk.schoolgate.app.school;

import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.policy.Audience;

/**
 * An answer as the office wrote it, before its clause is looked up in the policies.
 *
 * @param line where it starts in the file
 * @param questions the ways in which people ask it
 * @param answer the office's words
 * @param clause the clause that it rests on
 * @param audience who may read it
 */
public record WrittenAnswer(
        int line, List<String> questions, String answer, Optional<ClauseReference> clause, Audience audience) {
    public WrittenAnswer {
        questions = List.copyOf(questions);
    }

    /**
     * Where a clause stands.
     *
     * @param policy file name of the policy
     * @param words words of it, word for word
     */
    public record ClauseReference(String policy, String words) {}
}
