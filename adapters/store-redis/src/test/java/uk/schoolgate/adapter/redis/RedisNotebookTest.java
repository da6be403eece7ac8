package uk.schoolgate.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.testkit.NotebookContract;
import uk.schoolgate.testkit.Samples;

class RedisNotebookTest extends WithRedis implements NotebookContract {
    private static final Sealer SEALER = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k")));

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
