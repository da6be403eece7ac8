package uk.schoolgate.adapter.redis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.params.SetParams;
import uk.schoolgate.core.policy.VectorCache;

/** Vectors of policy passages in Redis, shared by all bots. Policies are no personal data, so these are not sealed. */
final class RedisVectorCache implements VectorCache {
    private static final Duration LIFE = Duration.ofDays(180);
    /** Longer than a slice takes to embed, and soon over where the bot that took it has died. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final int BATCH = 500;

    private final RedisConnection redis;

    RedisVectorCache(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public Map<String, float[]> find(Collection<String> keys) {
        Map<String, float[]> found = new HashMap<>();
        List<String> all = new ArrayList<>(keys);
        for (int start = 0; start < all.size(); start += BATCH) {
            List<String> batch = all.subList(start, Math.min(all.size(), start + BATCH));
            byte[][] names = batch.stream().map(RedisVectorCache::name).toArray(byte[][]::new);
            List<byte[]> values = redis.call(client -> client.mget(names));
            for (int i = 0; i < batch.size(); i++) {
                byte[] value = values.get(i);
                if (value != null) {
                    found.put(batch.get(i), floats(value));
                }
            }
        }
        return found;
    }

    @Override
    public void keep(Map<String, float[]> vectors) {
        SetParams life = SetParams.setParams().ex(LIFE.toSeconds());
        redis.call(client -> {
            try (AbstractPipeline pipeline = client.pipelined()) {
                vectors.forEach((key, vector) -> pipeline.set(name(key), bytes(vector), life));
            }
            return vectors.size();
        });
    }

    @Override
    public boolean claim(String work) {
        SetParams once = SetParams.setParams().nx().ex(CLAIM.toSeconds());
        return redis.call(client -> Optional.ofNullable(client.set(Keys.vectorClaim(work), "taken", once)))
                .isPresent();
    }

    private static byte[] name(String key) {
        return Keys.vector(key).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
