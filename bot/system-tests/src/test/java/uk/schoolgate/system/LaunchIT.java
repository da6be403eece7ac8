package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the jar starts, and what it says when it cannot. */
class LaunchIT {
    @TempDir
    Path folder;

    private static final Map<String, String> TWILIO = Map.of(
            "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001",
            "TWILIO_AUTH_TOKEN", "t0ken",
            "TWILIO_GROUP_NUMBER", "+441632960001",
            "TWILIO_PRIVATE_NUMBER", "+441632960002",
            "PUBLIC_URL", "https://bot.school.example");

    @Test
    void anOlderJavaIsToldWhatIsNeeded() throws Exception {
        Optional<Path> older = olderJava();
        assumeTrue(older.isPresent(), "no JDK 17 to 24 here to start it with");
        Process process = new ProcessBuilder(
                        older.orElseThrow().toString(), "-jar", Program.jar().toString(), "serve")
                .redirectErrorStream(true)
                .directory(folder.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(said.strip().lines()).singleElement().asString().contains("needs Java 25");
    }

    private static Optional<Path> olderJava() throws IOException {
        Path jvms = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(jvms)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(jvms)) {
            return folders.filter(jvm -> jvm.getFileName().toString().matches(".*(17|18|19|2[0-4])([^0-9].*)?"))
                    .map(jvm -> jvm.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    @Test
    void aMisspeltSettingStopsTheStartInOneMessage() {
        Bot.Ended ended = Bot.run(folder, Map.of("SCHOOLGATE_SHCOOL", "/x"), "serve");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("did you mean SCHOOLGATE_SCHOOL?").doesNotContain("\tat ");
    }

    @Test
    void aHalfGivenChannelStopsTheStart() {
        Bot.Ended ended = Bot.run(folder, Map.of("TEAMS_APP_ID", "x"), "serve");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("TEAMS_APP_PASSWORD, TEAMS_TENANT_ID are missing");
    }

    @Test
    void aWrongSchoolStopsTheStartWithTheLine() throws IOException {
        Files.writeString(folder.resolve("school.yaml"), "code: ABC\nnmae: x\n");
        Bot.Ended ended = Bot.run(folder, Map.of("SCHOOLGATE_SCHOOL", folder.toString()), "serve");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said())
                .contains("school.yaml, line 2, column 1: unknown key \"nmae\"")
                .doesNotContain("\tat ");
    }

    @Test
    void twoBotsDoNotShareADataFolder() {
        try (Bot _ = Bot.start(folder)) {
            Bot.Ended second = Bot.run(folder, Map.of("SERVER_PORT", "0"), "serve");
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.said()).contains("another Schoolgate is using the data folder");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        try (Bot first = Bot.start(folder)) {
            Map<String, String> settings = Map.of(
                    "SERVER_PORT",
                    Integer.toString(first.port()),
                    "SCHOOLGATE_DATA",
                    folder.resolve("other").toString());
            Bot.Ended second = Bot.run(folder, settings, "serve");
            assertThat(second.code()).isNotZero();
            assertThat(second.said()).contains(Integer.toString(first.port())).doesNotContain("\tat ");
        }
    }

    @Test
    void thePlaygroundIsForThisComputerAlone() throws IOException {
        try (Bot bot = Bot.start(folder)) {
            assertThat(bot.get("/").statusCode()).isEqualTo(200);
            for (InetAddress address : outsideAddresses()) {
                assertThat(answers(address, bot.port())).as(address.toString()).isFalse();
            }
        }
    }

    private static List<InetAddress> outsideAddresses() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(network -> Collections.list(network.getInetAddresses()).stream())
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void manyRequestsAtOnceRightAfterTheStartAreAllAnswered() {
        try (Bot bot = Bot.start(folder)) {
            List<String> paths =
                    List.of("/", "/assets/chat.js", "/playground/casts", "/playground/mail", "/playground/bubbles");
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> bot.get(paths.get(i % paths.size())).statusCode(),
                            task -> Thread.ofPlatform().start(task)))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200));
        }
    }

    @Test
    void otherWebSitesCannotUseThePlayground() {
        try (Bot bot = Bot.start(folder)) {
            String message = "{\"school\":\"ALD\",\"author\":\"S01\",\"group\":\"\",\"text\":\"x\",\"photo\":false}";
            assertThat(bot.post("/playground/messages", message).statusCode()).isEqualTo(403);
            assertThat(bot.get("/").headers().firstValue("Content-Security-Policy"))
                    .isPresent();
        }
    }

    @Test
    void withARealChannelThePlaygroundIsOff() {
        try (Bot bot = Bot.start(folder, TWILIO)) {
            assertThat(bot.get("/").statusCode()).isEqualTo(404);
            assertThat(bot.get("/playground/casts").statusCode()).isEqualTo(404);
            assertThat(bot.get("/assets/playground.js").statusCode()).isEqualTo(404);
            assertThat(bot.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }
}
