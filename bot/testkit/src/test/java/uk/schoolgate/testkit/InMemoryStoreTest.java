package uk.schoolgate.testkit;

class InMemoryStoreTest implements StoreContract {
    @Override
    public Store store() {
        SettableClock clock = SettableClock.onATuesday();
        InMemoryStore store = new InMemoryStore(clock);
        return new Store(store, store.incoming(), store.outgoing(), store, store, duration -> {
            clock.advance(duration);
            store.settle();
        });
    }
}
