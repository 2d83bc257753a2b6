package dev.tieout.testkit.contract;

import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;

class InMemorySyncStoreTest extends SyncStoreContract {
    @Override
    protected SyncStore store() {
        return new InMemorySyncStore();
    }
}
