package dev.tieout.testkit.contract;

import dev.tieout.TenantId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the suites for stores have in common: a store for each test, and tenants of its own that are deleted after it.
 *
 * @param <S> the kind of store
 */
abstract class StoreContract<S> {
    final List<TenantId> tenants = new ArrayList<>();
    private @Nullable S store;

    StoreContract() {}

    /**
     * Opens the store under test. Called once before each test.
     *
     * @return the store
     */
    protected abstract S store();

    /**
     * What the store can do.
     *
     * @return the powers; by default {@link Power#CONCURRENT_WRITERS}
     */
    protected Set<Power> powers() {
        return EnumSet.of(Power.CONCURRENT_WRITERS);
    }

    /**
     * Opens the same storage again, for {@link Power#DURABLE}.
     *
     * @param open the store that is open
     * @return a store that sees what the open one has saved
     */
    protected S reopen(S open) {
        throw new UnsupportedOperationException("a store that declares DURABLE must override reopen");
    }

    abstract void delete(S open, TenantId tenant);

    @BeforeEach
    final void open() {
        store = store();
    }

    @AfterEach
    final void deleteTenants() {
        tenants.forEach(tenant -> delete(opened(), tenant));
    }

    final S opened() {
        return Objects.requireNonNull(store, "store() returned null");
    }

    /** From now on the store that was opened again is the one under test. */
    final void reopened(S again) {
        store = again;
    }

    final TenantId tenant() {
        TenantId tenant = TenantId.of("contract-" + UUID.randomUUID());
        tenants.add(tenant);
        return tenant;
    }
}
