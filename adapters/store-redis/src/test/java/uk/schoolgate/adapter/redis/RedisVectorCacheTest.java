package uk.schoolgate.adapter.redis;

import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.testkit.VectorCacheContract;

class RedisVectorCacheTest extends WithRedis implements VectorCacheContract {
    @Override
    public VectorCache vectorCache() {
        return new RedisVectorCache(redis);
    }
}
