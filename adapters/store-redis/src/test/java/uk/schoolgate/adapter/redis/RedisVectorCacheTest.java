package uk.schoolgate.adapter.redis;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.testkit.VectorCacheContract;

class RedisVectorCacheTest implements VectorCacheContract {
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
    public VectorCache vectorCache() {
        return new RedisVectorCache(redis);
    }
}
