package uk.schoolgate.adapter.redis;

import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;
import uk.schoolgate.testkit.SettableClock;
import uk.schoolgate.testkit.StoreContract;

class RedisStoreTest extends WithRedis implements StoreContract {
    @Override
    public Store store() {
        SettableClock clock = SettableClock.onATuesday();
        Sealer sealer = new Sealer(EvidenceKeys.parse(EvidenceKeys.generate("k1")));
        RedisStore store = new RedisStore(redis, sealer, clock);
        return new Store(
                store.intake(), store.incoming(), store.outgoing(), store.casebook(), store.archive(), clock::advance);
    }
}
