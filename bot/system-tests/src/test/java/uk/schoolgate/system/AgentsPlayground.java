package uk.schoolgate.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Microsoft's Agents Playground, a client of bots without a window; npm installs it when it is needed. */
final class AgentsPlayground implements AutoCloseable {
    private static final String PACKAGE = "@microsoft/m365agentsplayground";
    private static final String VERSION = "0.2.28";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path events;
    private final String url;
    /** It hangs up on who offers HTTP/2. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private AgentsPlayground(Process process, Path events, int port) {
        this.process = process;
        this.events = events;
        this.url = "http://127.0.0.1:" + port;
    }

    /**
     * Starts it in front of an endpoint; the test is skipped, with the reason, where node or npm is missing or
     * no registry is reached.
     *
     * @param port where it listens
     * @param configuration people, team and chats, as YAML
     */
    static AgentsPlayground start(Path folder, int port, String endpoint, String configuration) {
        try {
            Assumptions.assumeTrue(isThere("node"), "node is not installed here");
            Path program = installed();
            Path config = Files.writeString(folder.resolve("agents-playground.yml"), configuration);
            Path events = folder.resolve("events.log");
            ProcessBuilder builder = new ProcessBuilder(
                            "node",
                            program.toString(),
                            "start",
                            "-e",
                            endpoint,
                            "-c",
                            "msteams",
                            "-p",
                            Integer.toString(port),
                            "--disable-telemetry",
                            "--enable-events-recording")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("playground.log").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "TEAMSAPPTESTER_BROWSER", "none",
                            "M365_AGENTS_PLAYGROUND_CONFIG_PATH", config.toString(),
                            "M365_AGENTS_PLAYGROUND_RECORDING_FILE", events.toString()));
            AgentsPlayground playground = new AgentsPlayground(builder.start(), events, port);
            Awaitility.await("the playground, which says nothing when it dislikes its configuration")
                    .atMost(PATIENCE)
                    .until(playground::answers);
            return playground;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs it once under the build's folder; it is nobody's to ship but Microsoft's. */
    private static Path installed() throws IOException {
        Path folder = Path.of("target", "agents-playground").toAbsolutePath();
        Path program = folder.resolve("node_modules/" + PACKAGE + "/cli.js");
        if (!Files.exists(program)) {
            Files.createDirectories(folder);
            Assumptions.assumeTrue(isThere("npm"), "npm is not installed here");
            int code = run(folder, "npm", "install", "--no-audit", "--no-fund", PACKAGE + "@" + VERSION);
            Assumptions.assumeTrue(code == 0, "npm could not install " + PACKAGE + ": is there a registry?");
        }
        return program;
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    private static int run(Path folder, String... command) throws IOException {
        Process npm = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        try {
            if (npm.waitFor(3, TimeUnit.MINUTES)) {
                return npm.exitValue();
            }
            npm.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private boolean answers() {
        try {
            return send(HttpRequest.newBuilder(URI.create(url + "/_debug/ping")).GET())
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The base URL that it gives to bots as serviceUrl. */
    String serviceUrl() {
        return url.replace("127.0.0.1", "localhost") + "/_connector";
    }

    /** Posts JSON to one of its routes. */
    JsonNode post(String path, Object body) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
        if (response.statusCode() >= 300) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        String json = response.body();
        return json.startsWith("{") ? MAPPER.readTree(json) : MAPPER.createObjectNode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The calls of the bot to its Connector so far, as the event log has them. */
    List<JsonNode> connectorCalls() {
        try {
            List<JsonNode> calls = new ArrayList<>();
            if (!Files.exists(events)) {
                return calls;
            }
            for (String entry : Files.readString(events).split("\n---\n", -1)) {
                if (entry.strip().startsWith("{")) {
                    JsonNode event = MAPPER.readTree(entry);
                    if (event.path("request").path("url").asString("").startsWith("/_connector/")) {
                        calls.add(event);
                    }
                }
            }
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the bot has said in a chat, a thread of it included: each the whole request. */
    List<JsonNode> said(String conversation) {
        return connectorCalls().stream()
                .filter(call -> call.path("request").path("url").asString("").contains("/activities"))
                .filter(call -> URLDecoder.decode(
                                call.path("request").path("url").asString(""), StandardCharsets.UTF_8)
                        .contains("/conversations/" + conversation))
                .toList();
    }

    /** Waits until the bot has said something in a chat that holds these words. */
    JsonNode awaitSaid(String conversation, String words) {
        return Awaitility.await("“" + words + "” in " + conversation)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> last(conversation, words), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> last(String conversation, String words) {
        return said(conversation).reversed().stream()
                .filter(call -> call.path("request").toString().contains(words))
                .findFirst();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
