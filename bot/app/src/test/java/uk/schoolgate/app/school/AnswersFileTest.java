package uk.schoolgate.app.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.core.policy.Audience;

class AnswersFileTest {

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private List<WrittenAnswer> read(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("policies/staff"));
        Files.writeString(folder.resolve("policies/answers.yaml"), yaml);
        Files.writeString(folder.resolve("policies/gate.txt"), "The gate is\nlocked at nine.");
        Files.writeString(folder.resolve("policies/staff/keys.txt"), "Keys hang behind the door.");
        return AnswersFile.read(folder, problems);
    }

    private AnswersFile.Resolved resolved(List<WrittenAnswer> written) {
        return AnswersFile.resolve(
                written, PolicyFolder.read(folder, new TikaPolicyReader()).documents());
    }

    private List<String> lines() {
        return problems.list().stream().map(Problem::asLine).toList();
    }

    @Test
    void anAnswerIsReadWithTheClauseThatItRestsOn() throws IOException {
        AnswersFile.Resolved resolved = resolved(read("""
                - questions: ["When is the gate locked?", "Is the gate open at ten?"]
                  answer: It is locked at nine.
                  clause: { policy: gate.txt, words: "locked at nine" }
                """));
        assertThat(lines()).isEmpty();
        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.questions()).hasSize(2);
            assertThat(answer.audience()).isEqualTo(Audience.EVERYONE);
            assertThat(answer.clause())
                    .hasValueSatisfying(
                            clause -> assertThat(clause.passage().text()).contains("locked at nine"));
        });
    }

    @Test
    void anAnswerThatRestsOnAPolicyForStaffIsForStaff() throws IOException {
        AnswersFile.Resolved resolved = resolved(read("""
                - questions: ["Where are the keys?"]
                  answer: Behind the door.
                  audience: everyone
                  clause: { policy: keys.txt, words: behind the door }
                """));
        assertThat(resolved.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.audience()).isEqualTo(Audience.STAFF));
    }

    @Test
    void anAnswerWhoseClauseDoesNotStandThereIsNotGiven() throws IOException {
        AnswersFile.Resolved resolved = resolved(read("""
                - questions: ["When is the gate locked?"]
                  answer: At ten.
                  clause: { policy: gate.txt, words: locked at ten }
                """));
        assertThat(resolved.answers()).isEmpty();
        assertThat(resolved.problems())
                .extracting(Problem::asLine)
                .singleElement()
                .asString()
                .startsWith("warning: policies/answers.yaml, line 1, column 1: is not given");
    }

    @Test
    void aWrongLineIsNamedWithItsPlace() throws IOException {
        read("""
                - questions: []
                  answer: At ten.
                - questions: ["When?"]
                  anser: At ten.
                - questions: ["When?"]
                  answer: At ten.
                  audience: governors
                - just text
                """);
        assertThat(lines())
                .anyMatch(line -> line.startsWith("error: policies/answers.yaml, line 1,")
                        && line.contains("at least one question"))
                .anyMatch(line ->
                        line.startsWith("error: policies/answers.yaml, line 4, column 3: unknown key \"anser\""))
                .anyMatch(line ->
                        line.startsWith("error: policies/answers.yaml, line 7,") && line.contains("everyone or staff"))
                .anyMatch(line -> line.startsWith("error: policies/answers.yaml, line 8,"));
    }

    @Test
    void whatIsNoYamlIsNamedToo() throws IOException {
        read("- questions: [When?\n  answer: x");
        assertThat(lines()).singleElement().asString().startsWith("error: policies/answers.yaml, line ");
    }
}
