package uk.schoolgate.app.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.core.policy.PolicyDocument;

/**
 * Policies and questions about them, as an argument names them: {@code FOLDER=QUESTIONS.jsonl,MORE.jsonl}, with
 * {@code each:} before it where each policy was asked alone.
 */
record LabelledSource(boolean each, List<PolicyDocument> documents, List<LabelledQuestion> questions) {
    private static final String EACH = "each:";

    LabelledSource {
        documents = List.copyOf(documents);
        questions = List.copyOf(questions);
    }

    static LabelledSource of(String argument) {
        boolean each = argument.startsWith(EACH);
        String[] parts = (each ? argument.substring(EACH.length()) : argument).split("=", -1);
        return new LabelledSource(
                each,
                PolicyFolder.tryOut(Path.of(parts[0]), new TikaPolicyReader()).documents(),
                Arrays.stream(parts[1].split(",", -1))
                        .flatMap(file -> LabelledQuestion.read(Path.of(file)).stream())
                        .toList());
    }

    /** The same as sources that were each asked as a whole. */
    List<LabelledSource> wholes() {
        return each ? documents.stream().map(this::alone).toList() : List.of(this);
    }

    private LabelledSource alone(PolicyDocument document) {
        return new LabelledSource(
                false,
                List.of(document),
                questions.stream()
                        .filter(question -> question.policy().orElse("").equals(document.file()))
                        .toList());
    }
}
