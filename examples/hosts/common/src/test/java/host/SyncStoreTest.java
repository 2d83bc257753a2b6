package host;

import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.testkit.contract.SyncStoreContract;

/** A contract suite, as a host runs it against a store of its own. */
class SyncStoreTest extends SyncStoreContract {
    @Override
    protected SyncStore store() {
        return new InMemorySyncStore();
    }
}
