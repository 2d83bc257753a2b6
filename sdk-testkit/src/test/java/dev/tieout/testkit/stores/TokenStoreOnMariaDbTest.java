package dev.tieout.testkit.stores;

import dev.tieout.spi.TokenStore;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcTokenStore;
import dev.tieout.testkit.contract.Power;
import dev.tieout.testkit.contract.TokenStoreContract;
import java.util.EnumSet;
import java.util.Set;

class TokenStoreOnMariaDbTest extends TokenStoreContract {
    @Override
    protected TokenStore store() {
        JdbcDatabase database = JdbcDatabase.of(Databases.MARIADB.open());
        database.migrate();
        return new JdbcTokenStore(database);
    }

    @Override
    protected Set<Power> powers() {
        return EnumSet.allOf(Power.class);
    }

    @Override
    protected TokenStore reopen(TokenStore open) {
        return store();
    }
}
