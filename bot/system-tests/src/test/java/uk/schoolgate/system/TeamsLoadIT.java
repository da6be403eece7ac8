package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/**
 * Signed activities at a steady rate against the bot, which recognises their authors and screens them meanwhile: how soon
 * each is answered, that each is in the intake, and that all are worked off in the end. Where
 * {@code -Dschoolgate.load.seconds} says for how long, the bot is the jar itself; else what is in it, laid out.
 */
class TeamsLoadIT {
    private static final int A_SECOND = 100;
    private static final int SECONDS = Integer.getInteger("schoolgate.load.seconds", 5);
    /** A few seconds, on a machine that runs a suite besides, say nothing about the 99th percentile. */
    private static final int LONG_ENOUGH_TO_JUDGE = 180;

    /** A Java program runs half compiled in its first minute; a short run has no figures to hold. */
    private static final Duration WARM_UP = Duration.ofSeconds(SECONDS >= LONG_ENOUGH_TO_JUDGE ? 45 : 2);

    private static final double MOST_MILLIS = 50;

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static String activity(String serviceUrl, int number) {
        return """
                {"type":"message","id":"%d","channelId":"msteams","serviceUrl":"%s","text":"%s",
                "timestamp":"2026-11-17T08:15:00.123Z","from":{"id":"29:p%d","name":"P","aadObjectId":"guid-%d"},
                "recipient":{"id":"28:bot"},
                "conversation":{"id":"19:group%d@thread.v2","conversationType":"groupChat","isGroup":true},
                "channelData":{"tenant":{"id":"%s"}}}""".formatted(
                        number,
                        serviceUrl,
                        SmallTalk.message(number),
                        number % 40,
                        number % 40,
                        number % 20,
                        StandInForMicrosoft.TENANT);
    }

    private Supplier<CompletableFuture<Integer>> request(
            Bot bot, StandInForMicrosoft microsoft, String authorization, int number) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bot.url() + "/api/messages"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(activity(microsoft.serviceUrl(), number)))
                .build();
        return () -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    @Test
    void everyActivityIsAnsweredSoonAndNoneIsLost() throws IOException {
        int redisPort = AgentsPlayground.freePort();
        // As the embedded one: what was answered is on disk.
        RedisServer redis = RedisServer.newRedisServer()
                .port(redisPort)
                .setting("appendonly yes")
                .setting("appendfsync always")
                .setting("dir " + folder)
                .build();
        redis.start();
        try (StandInForMicrosoft microsoft = new StandInForMicrosoft()) {
            Map<String, String> settings = new HashMap<>(microsoft.settings("127.0.0.1"));
            settings.put("REDIS_URL", "redis://localhost:" + redisPort);
            settings.put("EVIDENCE_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
            try (Bot bot = Bot.start(folder, settings)) {
                // Otherwise nothing would be worked off while the answers are timed.
                bot.awaitWorking();
                String authorization = microsoft.authorization(microsoft.serviceUrl());
                Load warmUp = Load.run(
                        A_SECOND, WARM_UP, i -> request(bot, microsoft, authorization, A_SECOND * SECONDS + i));
                int before = marks(redisPort);
                StolenTime stolen = StolenTime.fromNow();
                Load load =
                        Load.run(A_SECOND, Duration.ofSeconds(SECONDS), i -> request(bot, microsoft, authorization, i));
                System.out.println("Teams, warming up: " + warmUp);
                System.out.println("Teams:             " + load + "; taken by other machines meanwhile: " + stolen);
                assertThat(warmUp.refused()).isEmpty();
                assertThat(load.refused()).isEmpty();
                if (SECONDS >= LONG_ENOUGH_TO_JUDGE) {
                    assertThat(load.millisAt(0.99))
                            .as("99th percentile in milliseconds")
                            .isLessThanOrEqualTo(MOST_MILLIS);
                }
                // Each has left its mark in the store, in the same step that put it into the intake.
                assertThat(marks(redisPort)).isEqualTo(before + A_SECOND * SECONDS);
                await("everything is worked off").atMost(Duration.ofMinutes(5)).until(() -> waiting(redisPort) == 0);
                assertThat(microsoft.asked()).as("authors are recognised").isPositive();
                assertThat(number(redisPort, "return redis.call('exists','sg:dead:intake')"))
                        .as("given up")
                        .isZero();
                assertThat(bot.said()).doesNotContain("ERROR");
            }
        } finally {
            redis.stop();
        }
    }

    /** How many of the activities the store has taken in; the bot wakes itself for work of its own, which leaves marks too. */
    private static int marks(int redisPort) throws IOException {
        return number(redisPort, "return #redis.call('keys','sg:*:seen:teams:*')");
    }

    /** How many events nobody has worked off yet. */
    private static int waiting(int redisPort) throws IOException {
        return number(redisPort, """
                local all = 0 for _, stream in ipairs(redis.call('keys','sg:queue:intake:*')) do \
                all = all + redis.call('xlen', stream) end return all""");
    }

    private static int number(int redisPort, String script) throws IOException {
        try (Socket socket = new Socket("localhost", redisPort)) {
            String command = "EVAL \"" + script + "\" 0\r\n";
            socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return Integer.parseInt(answer.substring(1));
        }
    }
}
