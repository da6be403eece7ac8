package uk.schoolgate.adapter.redis;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.testkit.SettableClock;
import uk.schoolgate.testkit.StoreContract;

class RedisStoreTest implements StoreContract {
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
    public Store store() {
        SettableClock clock = SettableClock.onATuesday();
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        RedisStore store = new RedisStore(redis, sealer, clock);
        return new Store(
                store.intake(), store.incoming(), store.outgoing(), store.casebook(), store.archive(), clock::advance);
    }
}
