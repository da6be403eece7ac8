package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.testkit.NotebookContract;
import uk.schoolgate.testkit.Samples;

class RedisNotebookTest implements NotebookContract {
    private static final Sealer SEALER = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k")));

    @TempDir
    static Path folder;

    private static EmbeddedRedis server;
    private static RedisConnection redis;

    @BeforeAll
    static void start() {
        server = EmbeddedRedis.start(folder);
        redis = RedisConnection.to(server.url());
    }

    @AfterAll
    static void stop() {
        redis.close();
        server.close();
    }

    @AfterEach
    void empty() {
        redis.call(RedisClient::flushAll);
    }

    @Override
    public Notebook notebook() {
        return new RedisStore(redis, SEALER, Clock.systemUTC()).notebook();
    }

    @Test
    void neitherKeyNorTextIsReadableInTheStoreAndItRunsOut() {
        notebook().write(Samples.CODE, "email:head@school.example", "29:secret", DAY);
        String key = redis.call(client -> client.keys("*")).iterator().next();
        assertThat(key).doesNotContain("head@school.example");
        String stored = redis.call(client -> client.get(key));
        long life = redis.call(client -> client.pttl(key));
        assertThat(stored).doesNotContain("29:secret");
        assertThat(life).isBetween(1L, DAY.toMillis());
    }
}
