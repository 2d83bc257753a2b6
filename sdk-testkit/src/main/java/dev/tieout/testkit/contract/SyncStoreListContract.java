package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages, counts, and what is left after a tenant was deleted. */
abstract class SyncStoreListContract extends SyncStoreDueContract {
    /** Pages of any size have every tenant that has rows once, due or not, in one order, whichever that is. */
    @Test
    public final void tenantsComeOnceEachInPagesOfAnySize() {
        TenantId small = tenant();
        TenantId large = TenantId.of(small.value().toUpperCase(Locale.ROOT));
        tenants.add(large);
        List<TenantId> expected = List.of(small, large, tenant(), tenant(), tenant());
        expected.forEach(tenant -> saved(row(key(tenant, "1"), null, "SYNCED", null)));
        saved(row(key(small, "2"), null, "WAITING", NOON));
        saved(row(new RowKey(small, "", "lease", "x"), null, "FREE", null));
        tenant();

        List<TenantId> order = tenantsInPagesOf(1_000);

        assertThat(order).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(tenantsInPagesOf(1)).isEqualTo(order);
        assertThat(tenantsInPagesOf(2)).isEqualTo(order);
    }

    /** The tenants that come after one that has lost its rows since are still told. */
    @Test
    public final void tenantsGoOnAfterOneThatIsGone() {
        for (int i = 0; i < 3; i++) {
            saved(row(key(tenant(), "1"), null, "SYNCED", null));
        }
        List<TenantId> order = tenantsInPagesOf(1_000);
        opened().deleteTenant(order.get(0));

        List<TenantId> rest = new ArrayList<>(opened().tenants(order.get(0), 1_000_000));
        rest.retainAll(tenants);

        assertThat(rest).isEqualTo(order.subList(1, 3));
        assertThat(tenantsInPagesOf(1_000)).isEqualTo(rest);
    }

    /** The tenants of this test as the pages tell them, among those of others. */
    private List<TenantId> tenantsInPagesOf(int size) {
        List<TenantId> seen = new ArrayList<>();
        @Nullable TenantId after = null;
        List<TenantId> page;
        do {
            page = opened().tenants(after, size);
            page.stream().filter(tenants::contains).forEach(seen::add);
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == size && seen.size() <= tenants.size());
        return seen;
    }

    /** Pages of any size have every row once, in one order, whichever that is. */
    @Test
    public final void pagesOfAnySizeHaveEveryRowOnceInOneOrder() {
        TenantId tenant = tenant();
        LOOK_ALIKES.forEach(id -> saved(row(key(tenant, id), null, "SYNCED", null)));
        saved(row(key(tenant, "other"), null, "WAITING", null));
        List<String> order = ids(opened().list(tenant, "9130", "client", "SYNCED", null, 1_000));

        assertThat(order).containsExactlyInAnyOrderElementsOf(LOOK_ALIKES);
        assertThat(inPagesOf(1, tenant)).isEqualTo(order);
        assertThat(inPagesOf(4, tenant)).isEqualTo(order);
        assertThat(inPagesOf(LOOK_ALIKES.size(), tenant)).isEqualTo(order);
    }

    private List<String> inPagesOf(int size, TenantId tenant) {
        List<String> seen = new ArrayList<>();
        List<String> page;
        do {
            @Nullable String after = seen.isEmpty() ? null : seen.get(seen.size() - 1);
            page = ids(opened().list(tenant, "9130", "client", "SYNCED", after, size));
            seen.addAll(page);
        } while (page.size() == size && seen.size() <= LOOK_ALIKES.size());
        return seen;
    }

    /** A list by state has the rows of that state, of one realm and kind only. */
    @Test
    public final void listByStateHasOnlyThatStateRealmAndKind() {
        TenantId tenant = tenant();
        saved(row(key(tenant, "1"), null, "SYNCED", null));
        saved(row(key(tenant, "2"), null, "WAITING", null));
        saved(row(key(tenant, "3"), null, "SYNCED", null));
        saved(row(new RowKey(tenant, "9131", "client", "4"), null, "SYNCED", null));
        saved(row(new RowKey(tenant, "9130", "item", "5"), null, "SYNCED", null));

        assertThat(ids(opened().list(tenant, "9130", "client", "SYNCED", null, 10)))
                .containsExactlyInAnyOrder("1", "3");
        assertThat(ids(opened().list(tenant, "9130", "client", null, null, 10)))
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    /** Counts name each state that occurs, and only those. */
    @Test
    public final void countsNameEachStateThatOccurs() {
        TenantId tenant = tenant();
        SyncRow one = saved(row(key(tenant, "1"), null, "SYNCED", null));
        saved(row(key(tenant, "2"), null, "SYNCED", null));
        saved(row(key(tenant, "3"), null, "GONE", null));
        saved(row(new RowKey(tenant, "9130", "item", "5"), null, "SYNCED", null));
        saved(new SyncRow(one.key(), null, "GONE", null, "x", 1));

        assertThat(opened().countByState(tenant, "9130", "client")).isEqualTo(Map.of("SYNCED", 1L, "GONE", 2L));
    }

    /** Deleting a tenant takes all its rows, frees its remote ids and leaves other tenants alone. */
    @Test
    public final void deletingATenantTakesAllItsRowsAndNoOthers() {
        TenantId gone = tenant();
        TenantId stays = tenant();
        saved(row(key(gone, "1"), "58", "SYNCED", NOON));
        saved(row(new RowKey(gone, "", "lease", "x"), null, "SYNCED", NOON));
        SyncRow kept = saved(row(key(stays, "1"), "58", "SYNCED", NOON));

        opened().deleteTenant(gone);
        opened().deleteTenant(gone);

        assertThat(opened().find(key(gone, "1"))).isEmpty();
        assertThat(opened().findByRemoteId(gone, "9130", "client", "58")).isEmpty();
        assertThat(opened().dueRows(gone, NOON, 10)).isEmpty();
        assertThat(opened().nextDue(gone)).isEmpty();
        assertThat(opened().tenants(null, 1_000_000)).contains(stays).doesNotContain(gone);
        assertThat(opened().find(kept.key())).contains(kept);
        saved(row(key(gone, "2"), "58", "SYNCED", null));
    }
}
