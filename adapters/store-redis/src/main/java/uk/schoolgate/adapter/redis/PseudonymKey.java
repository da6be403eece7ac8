package uk.schoolgate.adapter.redis;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;
import uk.schoolgate.core.sealing.Sealer;

/** The key behind all pseudonyms: made once, kept sealed in Redis, the same for all bots. */
final class PseudonymKey implements Supplier<String> {
    private static final int BYTES = 32;

    private final RedisConnection redis;
    private final Sealer sealer;
    private volatile @Nullable String key;

    PseudonymKey(RedisConnection redis, Sealer sealer) {
        this.redis = redis;
        this.sealer = sealer;
    }

    @Override
    public String get() {
        String known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private String read() {
        String place = Keys.pseudonymKey();
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String made = sealer.seal(Base64.getEncoder().encodeToString(bytes), place);
        // Two bots may start at once: the first to come decides.
        redis.call(client -> client.set(place, made, SetParams.setParams().nx()));
        return sealer.open(redis.call(client -> client.get(place)), place);
    }
}
