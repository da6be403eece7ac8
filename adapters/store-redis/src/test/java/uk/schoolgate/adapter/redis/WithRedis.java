package uk.schoolgate.adapter.redis;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** One embedded Redis for the tests of a class, emptied after each. */
abstract class WithRedis {
    @TempDir
    static Path folder;

    static RedisConnection redis;
    private static EmbeddedRedis server;

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
}
