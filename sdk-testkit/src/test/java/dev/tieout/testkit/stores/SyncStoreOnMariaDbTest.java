package dev.tieout.testkit.stores;

import dev.tieout.spi.SyncStore;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import dev.tieout.testkit.contract.Power;
import dev.tieout.testkit.contract.SyncStoreContract;
import java.util.EnumSet;
import java.util.Set;

class SyncStoreOnMariaDbTest extends SyncStoreContract {
    @Override
    protected SyncStore store() {
        JdbcDatabase database = JdbcDatabase.of(Databases.MARIADB.open());
        database.migrate();
        return new JdbcSyncStore(database);
    }

    @Override
    protected Set<Power> powers() {
        return EnumSet.allOf(Power.class);
    }

    @Override
    protected SyncStore reopen(SyncStore open) {
        return store();
    }
}
