package dev.tieout.testkit.contract;

import dev.tieout.spi.TokenStore;
import dev.tieout.store.InMemoryTokenStore;

class InMemoryTokenStoreTest extends TokenStoreContract {
    @Override
    protected TokenStore store() {
        return new InMemoryTokenStore();
    }
}
