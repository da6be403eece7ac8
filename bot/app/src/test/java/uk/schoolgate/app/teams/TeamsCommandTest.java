package uk.schoolgate.app.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.app.SchoolgateRunner;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;

/** {@code teams package} and {@code teams doctor}: arguments, exit codes, files and what is said. */
class TeamsCommandTest {
    private static final String APP_ID = "11111111-1111-1111-1111-111111111111";
    private static final String SITE = "https://school.example/schoolgate";
    private static final String PASSWORD = "the-client-secret";

    @TempDir
    Path folder;

    private final Map<String, Answer> answers = new HashMap<>();
    private HttpServer microsoft;

    private record Answer(int status, String json) {}

    private record Run(int code, String said) {}

    @BeforeEach
    void start() throws IOException {
        microsoft = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        microsoft.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Answer answer = answers.entrySet().stream()
                    .filter(known -> path.startsWith(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(new Answer(404, "{}"));
            exchange.getRequestBody().readAllBytes();
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        microsoft.start();
    }

    @AfterEach
    void stop() {
        microsoft.stop(0);
    }

    private static Run run(String... arguments) {
        return run(() -> SchoolgateRunner.run(arguments));
    }

    private static Run run(IntSupplier command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int code = command.getAsInt();
            return new Run(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Path zip() {
        return folder.resolve("app.zip");
    }

    private Run makePackage(String appId, String website, String... further) {
        return run(Stream.concat(
                        Stream.of(
                                "teams", "package", "--app-id", appId, "--website", website, "--out", zip().toString()),
                        Stream.of(further))
                .toArray(String[]::new));
    }

    private JsonNode manifest() throws IOException {
        try (ZipFile file = new ZipFile(zip().toFile())) {
            assertThat(file.stream().map(entry -> entry.getName()))
                    .contains("manifest.json", "colour.png", "outline.png");
            return JsonMapper.builder().build().readTree(file.getInputStream(file.getEntry("manifest.json")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"teams package", "teams doctor"})
    void bothExplainThemselves(String command) {
        Run run = run((command + " --help").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.said()).contains("Usage: schoolgate " + command);
    }

    @Test
    void withoutSayingWhichThereIsNothingToDo() {
        Run run = run("teams");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.said()).contains("name one of: package, doctor");
    }

    @Test
    void aPackageIsWrittenWholeAndTakesThePlaceOfAnEarlierOne() throws IOException {
        Files.writeString(zip(), "an earlier one");
        Run run = makePackage(APP_ID, SITE);
        assertThat(run.code()).isZero();
        assertThat(run.said()).contains("app.zip is ready");
        assertThat(manifest().path("id").asString()).isEqualTo(APP_ID);
        assertThat(manifest().path("version").asString()).isEqualTo("1.0.0");
        assertThat(manifest().path("developer").path("privacyUrl").asString()).isEqualTo(SITE);
        assertThat(manifest().path("developer").path("termsOfUseUrl").asString())
                .isEqualTo(SITE);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(zip());
        }
    }

    @Test
    void whatIsAskedForIsInTheManifest() throws IOException {
        Run run = makePackage(
                APP_ID,
                SITE,
                "--privacy",
                SITE + "/privacy",
                "--terms",
                SITE + "/terms",
                "--app-version",
                "2.3.4",
                "--targeted-messages");
        assertThat(run.code()).isZero();
        assertThat(manifest().path("version").asString()).isEqualTo("2.3.4");
        assertThat(manifest().path("developer").path("privacyUrl").asString()).isEqualTo(SITE + "/privacy");
        assertThat(manifest().path("developer").path("termsOfUseUrl").asString())
                .isEqualTo(SITE + "/terms");
        assertThat(manifest()
                        .path("bots")
                        .path(0)
                        .path("supportsTargetedMessages")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyLanguageThatTheBotSpeaksHasItsFile() throws IOException {
        assertThat(makePackage(APP_ID, SITE).code()).isZero();
        JsonNode languages = manifest().path("localizationInfo").path("additionalLanguages");
        assertThat(languages.findValuesAsString("languageTag")).containsExactlyInAnyOrder("ar", "bn", "pl", "ro", "ur");
        try (ZipFile file = new ZipFile(zip().toFile())) {
            for (JsonNode language : languages) {
                String tag = language.path("languageTag").asString();
                JsonNode words = JsonMapper.builder()
                        .build()
                        .readTree(file.getInputStream(
                                file.getEntry(language.path("file").asString())));
                Wording wording = Wording.in(Tongue.ofCode(tag).orElseThrow());
                assertThat(words.path("description.short").asString())
                        .isEqualTo(wording.say(Phrase.TEAMS_APP_SHORT))
                        .isNotEqualTo(Wording.english().say(Phrase.TEAMS_APP_SHORT))
                        .hasSizeLessThanOrEqualTo(80);
                assertThat(words.path("name.full").asString()).hasSizeLessThanOrEqualTo(100);
                assertThat(words.path("bots[0].commandLists[0].commands[0].description")
                                .asString())
                        .hasSizeLessThanOrEqualTo(128);
            }
            assertThat(file.stream().map(entry -> entry.getName())).hasSize(3 + languages.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "my-app," + SITE + ",GUID",
        "''," + SITE + ",name the Entra app with --app-id",
        APP_ID + ",http://school.example,https"
    })
    void whatTeamsWouldRefuseIsNotWritten(String appId, String website, String complaint) {
        Run run = makePackage(appId, website);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.said()).contains(complaint).doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() {
        String nowhere = folder.resolve("none/app.zip").toString();
        Run run = run("teams", "package", "--app-id", APP_ID, "--website", SITE, "--out", nowhere);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.said()).contains("cannot be written", "--out").doesNotContain("\tat ");
    }

    @Test
    void withoutAWebsiteThereIsNoPackage() {
        Run run = run("teams", "package", "--app-id", APP_ID);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.said()).contains("--website");
    }

    private String microsoftUrl() {
        return "http://localhost:" + microsoft.getAddress().getPort();
    }

    private Run doctor(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SCHOOLGATE_DATA", folder.resolve("data").toString());
        return run(() -> new CommandLine(new TeamsDoctorCommand(environment))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 2;
                })
                .execute("--service-url", microsoftUrl() + "/connector/", "--graph", microsoftUrl() + "/graph"));
    }

    private Map<String, String> settings() {
        return Map.of(
                "PUBLIC_URL",
                microsoftUrl(),
                "TEAMS_APP_ID",
                APP_ID,
                "TEAMS_APP_PASSWORD",
                PASSWORD,
                "TEAMS_TENANT_ID",
                "7e57c0de-0000-4000-8000-000000000001",
                "TEAMS_OPENID_METADATA",
                microsoftUrl() + "/openid",
                "TEAMS_TOKEN_URL",
                microsoftUrl() + "/token",
                "TEAMS_SERVICE_HOSTS",
                "localhost:" + microsoft.getAddress().getPort());
    }

    private void microsoftWorks() {
        answers.put("/openid", new Answer(200, "{\"jwks_uri\":\"" + microsoftUrl() + "/keys\"}"));
        answers.put("/keys", new Answer(200, "{\"keys\":[{\"endorsements\":[\"msteams\"]}]}"));
        answers.put("/token", new Answer(200, "{\"expires_in\":3600,\"access_token\":\"bot-token\"}"));
        answers.put("/api/messages", new Answer(401, ""));
        answers.put("/connector/v3/conversations/", new Answer(200, "{\"members\":[]}"));
    }

    @Test
    void whereTeamsIsOffTheDoctorSaysWhatToSet() {
        Run run = doctor(Map.of());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.said()).contains("Teams is off", "TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID");
    }

    @Test
    void theDoctorSaysWhatIsWellAndWhatToMend() {
        microsoftWorks();
        Run run = doctor(settings());
        assertThat(run.code()).as("something to mend").isEqualTo(1);
        assertThat(run.said().lines())
                .allSatisfy(line -> assertThat(line).matches("(ok {4}|mend {2})\\S.*"))
                .contains("ok    Microsoft gives the bot a token")
                .contains("ok    the keys that sign what Teams sends can be fetched")
                .contains("ok    " + microsoftUrl() + "/api/messages answers, and turns away who shows no token")
                .anySatisfy(line -> assertThat(line).startsWith("mend  PUBLIC_URL must start with https://"))
                .anySatisfy(line -> assertThat(line).startsWith("mend  what the bot has noted cannot be looked at"))
                .anySatisfy(line -> assertThat(line).startsWith("ok").contains("the app is installed, 0 members"));
        assertThat(run.said()).doesNotContain(PASSWORD, "bot-token");
    }

    @Test
    void aSecretThatHasExpiredIsNamedAndNotShown() {
        microsoftWorks();
        answers.put("/token", new Answer(401, "{\"error\":\"invalid_client\",\"error_codes\":[7000222]}"));
        Run run = doctor(settings());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.said())
                .contains("mend  Microsoft gives the bot no token: the client secret has expired")
                .doesNotContain(PASSWORD);
    }
}
