package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** The commands about what is kept, of the jar, beside a bot that works and after it has stopped. */
class KeepingIT {
    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = "new:"
            + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void theEmbeddedStoreIsLookedAtBesideTheBotAndWithoutIt() {
        String author;
        try (Bot bot = Bot.start(folder)) {
            author = flagOne(bot);
            Bot.Ended trail = Bot.run(folder, Map.of(), "audit", "verify");
            assertThat(trail.said()).contains("whole: 2 entries");
            assertThat(trail.code()).isZero();

            Bot.Ended pack = Bot.run(folder, Map.of(), "export", "--person", author);
            assertThat(pack.said())
                    .contains("you wrote it", "[STAFF]", "STAFF_ATTACK")
                    .doesNotContain("Prentice");

            Bot.Ended erased = Bot.run(folder, Map.of(), "erase", "--person", author);
            assertThat(erased.said()).contains("erased: 1 records", "nothing is left");
            assertThat(erased.code()).isZero();
        }
        Bot.Ended again = Bot.run(folder, Map.of(), "erase", "--dry-run", "--person", author);
        assertThat(again.said()).contains("found: 0 concerns");
        assertThat(again.code()).isZero();
        assertThat(Bot.run(folder, Map.of(), "audit", "verify").said()).contains("whole: 3 entries");
    }

    @Test
    void withoutAStoreTheySayWhatToDo() {
        Bot.Ended none = Bot.run(folder, Map.of(), "audit", "verify");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.said())
                .contains("nothing is stored in", "SCHOOLGATE_DATA")
                .doesNotContain("\tat ");
    }

    @Test
    void keysRotateWhileTheBotWorksAndATamperedTrailShows() throws Exception {
        try (OwnRedis redis = OwnRedis.start(Files.createDirectories(folder.resolve("redis")))) {
            try (Bot bot = Bot.start(folder, with(redis, NEW + "," + OLD))) {
                flagOne(bot);
            }
            assertThat(Bot.run(folder, with(redis, NEW + "," + OLD), "evidence", "rotate")
                            .code())
                    .isZero();
            assertThat(Bot.run(folder, with(redis, OLD + "," + NEW), "evidence", "rotate")
                            .said())
                    .contains("records by key: old ");
            Bot.Ended status = Bot.run(folder, with(redis, OLD), "evidence", "status");
            assertThat(status.said()).contains("1 concerns").doesNotContain("new");

            String end = Bot.run(folder, with(redis, OLD), "audit", "verify")
                    .said()
                    .replaceAll("(?s).*the end is (\\S+).*", "$1");
            assertThat(Bot.run(folder, with(redis, OLD), "audit", "verify", "--holds", end)
                            .code())
                    .isZero();
            redis.ask((RedisClient client) -> client.ltrim("sg:ALD:audit", 1, -1));
            Bot.Ended cut = Bot.run(folder, with(redis, OLD), "audit", "verify");
            assertThat(cut.said()).contains("NOT WHOLE");
            assertThat(cut.code()).isEqualTo(1);
        }
    }

    private static Map<String, String> with(OwnRedis redis, String keys) {
        Map<String, String> settings = new HashMap<>();
        settings.put("REDIS_URL", redis.url());
        settings.put("EVIDENCE_KEYS", keys);
        return settings;
    }

    /** Has an insult flagged, and says who wrote it. */
    private static String flagOne(Bot bot) {
        Playground playground = new Playground(bot);
        playground.postStep(1);
        String rep = playground.step(1).path("then").asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !playground.toPerson(rep).isEmpty());
        return playground.step(1).path("author").asString();
    }
}
