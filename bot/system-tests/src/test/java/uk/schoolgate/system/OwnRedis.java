package uk.schoolgate.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ZAddParams;
import redis.embedded.core.ExecutableProvider;

/** A Redis server as a process of its own, which writes everything to disk before it answers. */
final class OwnRedis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> command;
    private final Path folder;
    private final int port;
    private volatile Process process;

    private OwnRedis(Path folder, int port, String program) {
        this.folder = folder;
        this.port = port;
        this.command = new ArrayList<>(List.of(program, "--port", Integer.toString(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", folder.toString(), "--appendonly", "yes", "--appendfsync", "always"));
        command.addAll(List.of("--save", ""));
        this.process = launch();
    }

    static OwnRedis start(Path folder) {
        try {
            String program = ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
            OwnRedis redis = new OwnRedis(folder, Bot.freePort(), program);
            try {
                redis.awaitAnswer();
            } catch (RuntimeException | Error e) {
                // Nobody else knows of it, so nobody else would end it.
                redis.end(true);
                throw e;
            }
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("redis.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> ask(RedisClient::ping).equals("PONG"));
    }

    Path folder() {
        return folder;
    }

    String url() {
        return "redis://127.0.0.1:" + port + "/0";
    }

    /** Ends it, without a warning or in good order, and starts it again over what is on the disk. */
    void restart(boolean withoutWarning) {
        end(withoutWarning);
        process = launch();
        awaitAnswer();
    }

    private void end(boolean withoutWarning) {
        if (withoutWarning) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        process.onExit().join();
    }

    /** Looks into it from outside. */
    <T> T ask(Function<RedisClient, T> question) {
        try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
            return question.apply(client);
        }
    }

    /** How many items wait in the two queues, retries included; alarms for later are no backlog. */
    long backlog() {
        return ask(client ->
                client.keys("sg:queue:*").stream().mapToLong(client::xlen).sum()
                        + client.keys("sg:later:outbox:*").stream()
                                .mapToLong(client::zcard)
                                .sum());
    }

    /** How many outgoing items wait for another attempt; 0 while it does not answer. */
    long retrying() {
        try {
            return ask(client -> client.keys("sg:later:outbox:*").stream()
                    .mapToLong(client::zcard)
                    .sum());
        } catch (JedisException e) {
            return 0;
        }
    }

    /** Has every outgoing item that waits for another attempt be due now, as if the time until then had passed. */
    void hasten() {
        ask(client -> {
            for (String key : client.keys("sg:later:outbox:*")) {
                // What the bot has taken meanwhile is not put back.
                client.zrange(key, 0, -1)
                        .forEach(item -> client.zadd(
                                key, 0, item, ZAddParams.zAddParams().xx()));
            }
            return true;
        });
    }

    /** Whether nothing waits; false while it does not answer. */
    boolean isIdle() {
        try {
            return backlog() == 0;
        } catch (JedisException e) {
            return false;
        }
    }

    /** How many items were put aside as not to be worked on. */
    long dead() {
        return ask(client ->
                client.keys("sg:dead:*").stream().mapToLong(client::xlen).sum());
    }

    @Override
    public void close() {
        end(true);
    }
}
