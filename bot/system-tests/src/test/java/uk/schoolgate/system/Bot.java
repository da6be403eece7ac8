package uk.schoolgate.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Schoolgate, running as a process of its own in a folder of its own. */
final class Bot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    static final String PLAYGROUND_HEADER = "X-Schoolgate-Playground";

    private final Process process;
    private final int port;
    private final Path log;

    private Bot(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts {@code serve} in a folder and waits until the page answers. */
    static Bot start(Path folder, Map<String, String> settings) {
        return start(Program.usual(), folder, settings);
    }

    /** As above, out of the executable jar itself. */
    static Bot startJar(Path folder, Map<String, String> settings) {
        return start(Program.ofTheJar(), folder, settings);
    }

    private static Bot start(List<String> program, Path folder, Map<String, String> settings) {
        try {
            Bot bot = launch(program, folder, settings, freePort());
            try {
                bot.awaitReady();
            } catch (RuntimeException | Error e) {
                // Nobody else knows of it, so nobody else would end it.
                endWithWhatItStarted(bot.process);
                throw e;
            }
            return bot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code serve} on a port, and does not wait. */
    static Bot launch(Path folder, Map<String, String> settings, int port) {
        return launch(Program.usual(), folder, settings, port);
    }

    /** As above, by a command line of its own. */
    static Bot launch(List<String> program, Path folder, Map<String, String> settings, int port) {
        try {
            Map<String, String> all = new HashMap<>(settings);
            all.put("SERVER_PORT", Integer.toString(port));
            Path log = log();
            return new Bot(launch(program, folder, all, log, "serve"), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bot start(Path folder) {
        return start(folder, Map.of());
    }

    /** Runs a command to its end. */
    static Ended run(Path folder, Map<String, String> settings, String... arguments) {
        return run(PATIENCE, folder, settings, arguments);
    }

    /** Runs a command to its end, which may take so long. */
    static Ended run(Duration patience, Path folder, Map<String, String> settings, String... arguments) {
        return run(Program.usual(), patience, folder, settings, arguments);
    }

    /** As above, by a command line of its own. */
    static Ended run(
            List<String> program, Duration patience, Path folder, Map<String, String> settings, String... arguments) {
        try {
            Path log = log();
            Process process = launch(program, folder, settings, log, arguments);
            try {
                if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("it does not end: " + Files.readString(log));
                }
                return new Ended(process.exitValue(), Files.readString(log));
            } finally {
                endWithWhatItStarted(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * A command that has ended.
     *
     * @param said standard output and standard error
     */
    record Ended(int code, String said) {}

    private static Process launch(
            List<String> program, Path folder, Map<String, String> settings, Path log, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Kept as long as the tests run, and no longer. */
    private static Path log() throws IOException {
        Path log = Files.createTempFile("bot", ".log");
        log.toFile().deleteOnExit();
        return log;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("it ended: " + said());
            }
            return isReady();
        });
    }

    /** Waits until it works on what comes in, which takes longer than to let it in. */
    void awaitWorking() {
        await().atMost(PATIENCE.multipliedBy(5)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("it ended: " + said());
            }
            return said().contains("Policies read");
        });
    }

    private boolean isReady() {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** What it has said so far. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends it without a warning, as the kernel would; its own Redis goes on, as it would then. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(STOPS_WITHIN);
    }

    /** Its own Redis is a process that it started. */
    private static void endWithWhatItStarted(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** Stops it as Ctrl-C would. */
    @Override
    public void close() {
        stop(STOPS_WITHIN);
    }

    /** As above, for one that may take so long. */
    void stop(Duration patience) {
        process.destroy();
        awaitEnd(patience);
    }

    private void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                endWithWhatItStarted(process);
                throw new AssertionError("it does not stop: " + said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
