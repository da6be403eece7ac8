package uk.schoolgate.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.app.SchoolgateRunner;

class CommandLineTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int code = SchoolgateRunner.run(arguments);
            return new Run(code, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(MAPPER::readTree).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "ask",
                "screen",
                "trial",
                "check",
                "audit verify",
                "evidence status",
                "evidence rotate",
                "export",
                "erase",
                "incidents list",
                "decide"
            })
    void everyCommandExplainsItself(String command) {
        Run run = run((command + " --help").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: schoolgate " + command);
    }

    @Test
    void wrongUsageEndsWithTwoAndOneMessage() {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("frobnicate").code()).isEqualTo(2);
        assertThat(run("ask").code()).isEqualTo(2);
        Run missing = run("check", "--school", folder.resolve("none").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no folder").doesNotContain("\tat ");
    }

    @Test
    void aDecisionIsEnteredAsTheEMailSaysItAndForStaffAlone() {
        Run nonsense = run("decide", "hand it over", "--by", "S01");
        assertThat(nonsense.code()).isEqualTo(2);
        assertThat(nonsense.err()).contains("is no decision: copy it from the e-mail");
        Run parent = run("decide", "dismiss:C0123456789ABCDEF", "--by", "+447700900131");
        assertThat(parent.code()).isEqualTo(2);
        assertThat(parent.err()).contains("nobody in roll/staff.csv has the id", "parents decide in their own chat");
        Run nobody = run("decide", "dismiss:C0123456789ABCDEF");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("--by");
    }

    @Test
    void screenKeepsOrderAndIdsAndNamesBadLines() throws IOException {
        List<String> in = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            in.add(
                    "{\"id\":\"m%d\",\"group\":\"4 Kestrel parents\",\"author\":\"+447700900001\",\"text\":\"see you at %d\"}"
                            .formatted(i, i));
        }
        in.set(
                5,
                "{\"id\":\"m5\",\"group\":\"4 Kestrel parents\",\"author\":\"+447700900001\","
                        + "\"text\":\"Aisha hit my son again\",\"at\":\"2026-11-20T08:15:00Z\"}");
        in.set(7, "not json");
        in.set(8, "{\"id\":\"m8\",\"group\":\"x\",\"text\":\"no author\"}");
        in.set(9, "{\"group\":\"x\",\"author\":\"a\",\"text\":\"no id\"}");
        in.set(10, "{\"id\":10,\"group\":\"x\",\"author\":\"a\",\"text\":\"t\",\"at\":\"yesterday\"}");
        in.set(11, "[1]");
        Path out = folder.resolve("out.jsonl");
        Run run = run("screen", "--in", write("in.jsonl", String.join("\n", in)).toString(), "--out", out.toString());

        assertThat(run.code()).isEqualTo(1);
        List<JsonNode> lines = lines(out);
        assertThat(lines).hasSize(300);
        for (int i = 20; i < 300; i++) {
            assertThat(lines.get(i).path("id").asString()).isEqualTo("m" + i);
            assertThat(lines.get(i).path("response").asString()).isEqualTo("NONE");
        }
        JsonNode finding = lines.get(5).path("findings").path(0);
        assertThat(lines.get(5).path("response").asString()).isEqualTo("REVIEW");
        assertThat(finding.path("kind").asString()).isEqualTo("NAMES_CHILD");
        assertThat(finding.path("degree").asString()).isEqualTo("SENSITIVE");
        assertThat(finding.path("spans").path(0).path("text").asString()).isEqualTo("Aisha");
        assertThat(finding.path("spans").path(0).path("start").asInt()).isZero();
        assertThat(finding.path("people").path(0).asString()).isEqualTo("P118");
        assertThat(finding.path("clauses").path(0).path("quote").asString()).isNotEmpty();
        assertThat(finding.path("score").asDouble()).isBetween(0.5, 1.0);
        for (int bad : List.of(7, 8, 9, 10, 11)) {
            assertThat(lines.get(bad).path("error").asString()).isNotEmpty();
        }
        assertThat(lines.get(7).path("id").isNull()).isTrue();
        assertThat(lines.get(8).path("id").asString()).isEqualTo("m8");
        assertThat(lines.get(10).path("id").asInt()).isEqualTo(10);
    }

    @Test
    void aGroupThatTheFileDoesNotListIsAGroupWithoutClasses() throws IOException {
        Path in = write(
                "in.jsonl",
                "{\"id\":\"m1\",\"group\":\"Football dads\",\"author\":\"S03\",\"text\":\"Aisha hit my son\"}\n");
        Path out = folder.resolve("out.jsonl");
        assertThat(run("screen", "--in", in.toString(), "--out", out.toString()).code())
                .isZero();
        assertThat(lines(out).getFirst().path("response").asString()).isEqualTo("REVIEW");
    }

    @Test
    void askQuotesWordForWordOrSaysThatItDoesNotSay() throws IOException {
        String clause = "Pupils may bring a bicycle to school if they are in Year 5 or 6 and wear a helmet.";
        write("mini/policies/travel.txt", "Travel Policy\n\n" + clause + "\n\nThe bicycle shed is locked at nine.\n");
        String school = folder.resolve("mini").toString();
        Run answer = run("ask", "--school", school, "can my son bring his bicycle to school");
        assertThat(answer.code()).isZero();
        JsonNode json = MAPPER.readTree(answer.out());
        assertThat(json.path("answered").asBoolean()).isTrue();
        assertThat(json.path("citations").path(0).path("quote").asString()).isEqualTo(clause);
        assertThat(json.path("citations").path(0).path("policy").asString()).isEqualTo("travel.txt");
        assertThat(json.path("citations").path(0).path("title").asString()).isEqualTo("Travel Policy");
        assertThat(json.path("citations").size()).isLessThanOrEqualTo(3);

        JsonNode none = MAPPER.readTree(run("ask", "--school", school, "what vaccinations do children need")
                .out());
        assertThat(none.path("answered").asBoolean()).isFalse();
        assertThat(none.path("citations").isEmpty()).isTrue();
        assertThat(none.path("text").asString()).contains("don’t say");
    }

    @Test
    void askAnswersAFileOfQuestionsForEachAsker() throws IOException {
        Path in = write("q.jsonl", """
                {"id":"q1","asker":"parent","question":"what do staff do with a gift over thirty pounds from a parent"}
                {"id":"q2","asker":"staff","question":"what do staff do with a gift over thirty pounds from a parent"}
                {"id":"q3","asker":"goat","question":"x"}
                """);
        Path out = folder.resolve("a.jsonl");
        assertThat(run("ask", "--in", in.toString(), "--out", out.toString()).code())
                .isEqualTo(1);
        List<JsonNode> lines = lines(out);
        assertThat(lines).extracting(line -> line.path("id").asString()).containsExactly("q1", "q2", "q3");
        assertThat(lines.get(0).toString()).doesNotContain("staff-code-of-conduct", "£30");
        assertThat(lines.get(1).toString()).contains("staff-code-of-conduct.docx");
        assertThat(lines.get(2).path("error").asString()).contains("parent, staff or office");
    }

    @Test
    void checkEndsWithOneWhereTheSchoolCannotBeServed() throws IOException {
        write("bad/school.yaml", "code: lower\n");
        Run bad = run("check", "--school", folder.resolve("bad").toString());
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.out())
                .contains("error: school.yaml, line 1, column 7: code must be two to five capital letters");
        Run shipped = run("check");
        assertThat(shipped.code()).isZero();
        assertThat(shipped.out())
                .contains("12 policies, 203 pupils", "0 error(s), 2 warning(s)")
                .contains("machine-drafted", "Polski (pl)", "বাংলা (bn)");
    }

    @Test
    void checkListsWhatWasReadSoThatItCanBeHeldAgainstTheDocument() throws IOException {
        write("listed/school.yaml", Files.readString(Path.of("src/main/school/alder-lane/school.yaml")));
        write("listed/policies/everyone/trips.md", """
                # Trips

                Adopted 1 September 2026

                ## Money

                Parents should:

                - pay by the Friday before
                """);
        Run run =
                run("check", "--passages", "--school", folder.resolve("listed").toString());
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith("== trips.md: “Trips”, for everyone, adopted 2026-09-01,"))
                .anyMatch(line -> line.strip().endsWith("bullet    • pay by the Friday before"))
                .contains("     [Trips > Money > under “Parents should:”]");
    }

    private static final String CHAT = """
            02/11/2026, 08:14 - Ann Smith: Morning all
            02/11/2026, 08:15 - Ann Smith: Aisha hit my son again, ask Bob Hope
            10/11/2026, 09:00 - Bob Hope: Mrs Prentice is a waste of space
            10/11/2026, 09:01 - Bob Hope: <Media omitted>
            10/11/2026, 09:02 - Bob Hope: This message was deleted
            """;

    @Test
    void trialWritesAMaskedReport() throws IOException {
        Path out = folder.resolve("report");
        Run run = run(
                "trial",
                "--group",
                "4 Kestrel parents",
                "--out",
                out.toString(),
                write("chat.txt", CHAT).toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("5 entries, 4 messages, 2 would have been flagged");
        String page = Files.readString(out.resolve("report.html"));
        assertThat(page)
                .contains(
                        "<svg",
                        "[CHILD-1] hit my son again, ask [NAME] [NAME]",
                        "Week of 2 Nov 2026",
                        "Mrs [NAME] is a")
                .doesNotContain("Aisha", "Smith", "Hope", "Prentice");
        List<JsonNode> lines = lines(out.resolve("findings.jsonl"));
        assertThat(lines).extracting(line -> line.path("week").asString()).containsExactly("2026-11-02", "2026-11-09");
        assertThat(lines).extracting(line -> line.path("kind").asString()).containsExactly("NAMES_CHILD", "STAFF");
        assertThat(lines.toString()).doesNotContain("Aisha", "Smith", "Hope", "Prentice");
        assertThat(listed(out)).containsExactlyInAnyOrder("report.html", "findings.jsonl");
    }

    private static List<String> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void trialShowsNamesWhereAsked() throws IOException {
        Path out = folder.resolve("report");
        Path chat = write("chat.txt", CHAT);
        assertThat(run("trial", "--show-names", "--out", out.toString(), chat.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("report.html"))).contains("Aisha", "Ann Smith", "Mrs Prentice");
    }

    @Test
    void trialSaysHowFarItIs() throws IOException {
        StringBuilder chat = new StringBuilder();
        for (int i = 0; i < 2_010; i++) {
            chat.append("10/11/2026, 09:02 - Bob Hope: ok\n");
        }
        Run run = run(
                "trial",
                "--out",
                folder.resolve("report").toString(),
                write("chat.txt", chat.toString()).toString());
        assertThat(run.code()).isZero();
        assertThat(run.err().lines().filter(line -> line.contains(" of about ")))
                .containsExactly("2000 of about 2010 entries");
    }

    @Test
    void trialLeavesNothingBehindWhereItCannotRead() throws IOException {
        Path out = folder.resolve("report");
        Run none =
                run("trial", "--out", out.toString(), write("x.txt", "no chat").toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("Export chat");
        assertThat(out).doesNotExist();
        Path file = write("file", "x");
        assertThat(run(
                                "trial",
                                "--out",
                                file.toString(),
                                write("chat.txt", CHAT).toString())
                        .err())
                .contains("is no folder");
        assertThat(file).hasContent("x");
    }
}
