package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due, and whose: by tenant, by row, by time. */
abstract class SyncStoreDueContract extends SyncStoreBulkContract {
    /** Tenants with due rows come once each, those that have waited longest first. */
    @Test
    public final void dueTenantsComeOnceEachLongestWaitingFirst() {
        TenantId late = tenant();
        TenantId early = tenant();
        TenantId future = tenant();
        TenantId never = tenant();
        saved(row(key(late, "1"), null, "WAITING", NOON));
        saved(row(key(early, "1"), null, "WAITING", NOON.minusSeconds(10)));
        saved(row(key(early, "2"), null, "WAITING", NOON.minusSeconds(5)));
        saved(row(key(future, "1"), null, "WAITING", NOON.plusMillis(1)));
        saved(row(key(never, "1"), null, "WAITING", null));

        List<TenantId> due = new ArrayList<>(opened().dueTenants(NOON, 1_000_000));
        due.retainAll(tenants);

        assertThat(due).containsExactly(early, late);
        assertThat(opened().dueTenants(NOON, 1)).hasSize(1);
    }

    /** A tenant's due rows come by due time, then by key, up to the limit. */
    @Test
    public final void dueRowsComeInOrderUpToTheLimit() {
        TenantId tenant = tenant();
        saved(row(key(tenant, "c"), null, "WAITING", NOON));
        saved(row(key(tenant, "b"), null, "WAITING", NOON));
        saved(row(key(tenant, "a"), null, "WAITING", NOON.plusMillis(1)));
        saved(row(key(tenant, "d"), null, "WAITING", NOON.minusMillis(1)));
        saved(row(key(tenant, "e"), null, "WAITING", null));
        saved(row(key(tenant(), "f"), null, "WAITING", NOON));

        List<String> due = ids(opened().dueRows(tenant, NOON, 10));

        assertThat(due).startsWith("d").containsExactlyInAnyOrder("b", "c", "d");
        assertThat(ids(opened().dueRows(tenant, NOON, 2))).isEqualTo(due.subList(0, 2));
    }

    /** A tenant is next due at the earliest due time of its rows, past or future. */
    @Test
    public final void nextDueIsTheEarliestOfTheTenantsRows() {
        TenantId tenant = tenant();
        saved(row(key(tenant(), "1"), null, "WAITING", NOON.minusSeconds(60)));
        assertThat(opened().nextDue(tenant)).isEmpty();
        SyncRow future = saved(row(key(tenant, "1"), null, "WAITING", NOON.plusSeconds(7_200)));
        saved(row(key(tenant, "2"), null, "SYNCED", null));
        assertThat(opened().nextDue(tenant)).contains(NOON.plusSeconds(7_200));
        SyncRow past = saved(row(new RowKey(tenant, "", "poll", "x"), null, "WAITING", NOON.plusMillis(1)));
        assertThat(opened().nextDue(tenant)).contains(NOON.plusMillis(1));

        saved(new SyncRow(past.key(), null, "WAITING", null, "x", 1));
        assertThat(opened().nextDue(tenant)).contains(NOON.plusSeconds(7_200));
        saved(new SyncRow(future.key(), null, "SYNCED", null, "x", 1));
        assertThat(opened().nextDue(tenant)).isEmpty();
    }

    /** A row whose due time was moved or removed is due then or never. */
    @Test
    public final void dueTimeFollowsChanges() {
        TenantId tenant = tenant();
        SyncRow row = saved(row(key(tenant, "1"), null, "WAITING", NOON));
        SyncRow later = saved(new SyncRow(row.key(), null, "WAITING", NOON.plusSeconds(60), "x", 1));

        assertThat(opened().dueRows(tenant, NOON, 10)).isEmpty();
        assertThat(opened().dueRows(tenant, NOON.plusSeconds(60), 10)).containsExactly(later);
        saved(new SyncRow(row.key(), null, "SYNCED", null, "x", 2));
        assertThat(opened().dueRows(tenant, NOON.plusSeconds(60), 10)).isEmpty();
    }
}
