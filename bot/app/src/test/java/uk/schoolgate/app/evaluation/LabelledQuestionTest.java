package uk.schoolgate.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.app.command.CommandFailedException;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.core.policy.PolicyDocument;

class LabelledQuestionTest {
    private static final Path ANSWERS = Path.of("../../prompts/answers");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "library, lib-a",
        "library, lib-b",
        "library, lib-c",
        "library, lib-d",
        "library, short",
        "academy, academy",
        "village, village",
        "singles, singles"
    })
    void whatDecidesAQuestionStandsInAPolicyThatItWasAskedOf(String policies, String file) {
        Map<String, PolicyDocument> asked =
                PolicyFolder.tryOut(ANSWERS.resolve(policies), new TikaPolicyReader()).documents().stream()
                        .collect(Collectors.toMap(PolicyDocument::file, Function.identity()));
        for (LabelledQuestion question : LabelledQuestion.read(ANSWERS.resolve("questions/" + file + ".jsonl"))) {
            if (question.isAnswerable()) {
                PolicyDocument named = Objects.requireNonNull(
                        asked.get(question.policy().orElse("")), question.id() + " names no policy of " + policies);
                assertThat(question.decides())
                        .as("%s is decided by words of %s", question.id(), named.file())
                        .anyMatch(decider -> decider.isIn(named.text()));
                assertThat(question.decides())
                        .as("each of what decides %s stands in a policy of %s", question.id(), policies)
                        .allMatch(decider -> decider.isIn(named.text())
                                || asked.values().stream().anyMatch(policy -> decider.isIn(policy.text())));
            }
        }
    }

    @Test
    void everyQuestionHasAnIdOfItsOwn() {
        List<String> ids = LabelledQuestion.read(ANSWERS.resolve("questions")).stream()
                .map(LabelledQuestion::id)
                .toList();
        assertThat(ids).hasSizeGreaterThan(2000).doesNotHaveDuplicates();
    }

    @Test
    void aBadLineIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"1","asker":"parent","question":"why?","decides":[]}
                {"id":"2","asker":"pupil","question":"why?","decides":[]}
                """);
        assertThatThrownBy(() -> LabelledQuestion.read(file))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("q.jsonl line 2")
                .hasMessageContaining("pupil");
    }
}
