package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many rows in one call: each by itself, and none stops another. */
abstract class SyncStoreBulkContract extends SyncStoreRowContract {
    /** A look-up of many keys has each row that exists once, and no other row. */
    @Test
    public final void findAllHasEachRowThatExistsOnce() {
        TenantId tenant = tenant();
        SyncRow one = saved(new SyncRow(key(tenant, "1"), "58", "WAITING", NOON.plusMillis(7), "one", 0));
        SyncRow item = saved(row(new RowKey(tenant, "9130", "item", "1"), null, "SYNCED", null));
        SyncRow lease = saved(row(new RowKey(tenant, "", "lease", "x"), null, "FREE", null));
        SyncRow elsewhere = saved(row(key(tenant(), "2"), null, "SYNCED", null));
        saved(row(key(tenant, "3"), null, "SYNCED", null));

        assertThat(opened().findAll(List.of(
                        item.key(), one.key(), key(tenant, "2"), lease.key(), one.key(), elsewhere.key())))
                .containsExactlyInAnyOrder(one, item, lease, elsewhere);
    }

    /** A look-up of many remote ids has each row that exists once, of that tenant, realm and kind only. */
    @Test
    public final void findByRemoteIdsHasEachRowThatExistsOnce() {
        TenantId tenant = tenant();
        SyncRow one = saved(new SyncRow(key(tenant, "1"), "58", "WAITING", NOON, "one", 0));
        SyncRow two = saved(row(key(tenant, "2"), "59", "SYNCED", null));
        saved(row(key(tenant, "58"), "60", "SYNCED", null));
        saved(row(key(tenant(), "3"), "61", "SYNCED", null));
        saved(row(new RowKey(tenant, "9131", "client", "3"), "61", "SYNCED", null));
        saved(row(new RowKey(tenant, "9130", "item", "3"), "61", "SYNCED", null));

        assertThat(opened().findByRemoteIds(tenant, "9130", "client", List.of("59", "61", "58", "7", "59")))
                .containsExactlyInAnyOrder(one, two);
    }

    /** No keys, no ids and no rows are an empty result, not an error. */
    @Test
    public final void nothingAskedIsNothingFound() {
        TenantId tenant = tenant();
        saved(row(key(tenant, "1"), "58", "SYNCED", null));

        assertThat(opened().findAll(List.of())).isEmpty();
        assertThat(opened().findByRemoteIds(tenant, "9130", "client", List.of()))
                .isEmpty();
        assertThat(opened().saveAll(List.of())).isEmpty();
    }

    /** A thousand rows, keys and remote ids fit into one call. */
    @Test
    public final void aThousandFitIntoOneCall() {
        TenantId tenant = tenant();
        List<SyncRow> rows = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            rows.add(row(key(tenant, "id-" + i), "" + i, "SYNCED", null));
        }

        assertThat(opened().saveAll(rows)).hasSize(1_000).containsOnly(SaveResult.SAVED);
        assertThat(ids(opened().findAll(rows.stream().map(SyncRow::key).toList())))
                .containsExactlyInAnyOrderElementsOf(ids(rows));
        assertThat(ids(opened().findByRemoteIds(
                                tenant,
                                "9130",
                                "client",
                                rows.stream().map(row -> "" + row.remoteId()).toList())))
                .containsExactlyInAnyOrderElementsOf(ids(rows));
    }

    /** Many rows are saved each by its own version: outcomes in the order of the rows, and a stale one stops no other. */
    @Test
    public final void oneStaleRowOfManyStopsNoOther() {
        TenantId tenant = tenant();
        SyncRow old = saved(row(key(tenant, "m"), null, "WAITING", null));
        SyncRow current = saved(old);
        SyncRow held = saved(row(key(tenant, "z"), "7", "WAITING", null));
        SyncRow gone = new SyncRow(key(tenant, "a"), null, "LOST", null, "lost", 3);

        assertThat(opened().saveAll(List.of(
                        new SyncRow(held.key(), null, "SYNCED", null, "two", 1),
                        new SyncRow(old.key(), null, "LOST", NOON, "lost", 1),
                        new SyncRow(key(tenant, "n"), "58", "WAITING", NOON.plusMillis(3), "new", 0),
                        gone,
                        new SyncRow(key(tenant, "b"), "59", "SYNCED", null, "new", 0))))
                .containsExactly(
                        SaveResult.SAVED, SaveResult.STALE, SaveResult.SAVED, SaveResult.STALE, SaveResult.SAVED);
        assertThat(opened().find(held.key())).contains(new SyncRow(held.key(), null, "SYNCED", null, "two", 2));
        assertThat(opened().find(old.key())).contains(current);
        assertThat(opened().findByRemoteId(tenant, "9130", "client", "58"))
                .contains(new SyncRow(key(tenant, "n"), "58", "WAITING", NOON.plusMillis(3), "new", 1));
        assertThat(opened().find(gone.key())).isEmpty();
        assertThat(opened().find(key(tenant, "b"))).isPresent();
    }

    /** A row of many whose remote id another row holds is {@code TAKEN}, and stops no other. */
    @Test
    public final void oneTakenRowOfManyStopsNoOther() {
        TenantId tenant = tenant();
        saved(row(key(tenant, "holder"), "58", "SYNCED", null));

        assertThat(opened().saveAll(List.of(
                        row(key(tenant, "3"), "60", "SYNCED", null),
                        row(key(tenant, "2"), "58", "SYNCED", null),
                        row(key(tenant, "1"), "59", "SYNCED", null))))
                .containsExactly(SaveResult.SAVED, SaveResult.TAKEN, SaveResult.SAVED);
        assertThat(opened().find(key(tenant, "2"))).isEmpty();
        assertThat(ids(opened().findByRemoteIds(tenant, "9130", "client", List.of("58", "59", "60"))))
                .containsExactlyInAnyOrder("holder", "1", "3");
    }

    /** Of two rows of one call that claim one remote id, the first gets it. */
    @Test
    public final void ofTwoClaimsInOneCallTheFirstWins() {
        TenantId tenant = tenant();

        assertThat(opened().saveAll(List.of(
                        row(key(tenant, "2"), "58", "SYNCED", null), row(key(tenant, "1"), "58", "SYNCED", null))))
                .containsExactly(SaveResult.SAVED, SaveResult.TAKEN);
        assertThat(ids(opened().findByRemoteIds(tenant, "9130", "client", List.of("58"))))
                .containsExactly("2");
        assertThat(opened().find(key(tenant, "1"))).isEmpty();
    }

    /** A remote id that a row gives up is free for the rows after it in the same call, and not for those before. */
    @Test
    public final void remoteIdGivenUpInACallIsFreeForTheRowsAfter() {
        TenantId tenant = tenant();
        SyncRow first = saved(row(key(tenant, "2"), "58", "SYNCED", null));
        SyncRow second = saved(row(key(tenant, "4"), "59", "SYNCED", null));

        assertThat(opened().saveAll(List.of(
                        new SyncRow(first.key(), null, "GONE", null, "x", 1),
                        row(key(tenant, "1"), "58", "SYNCED", null),
                        row(key(tenant, "3"), "59", "SYNCED", null),
                        new SyncRow(second.key(), null, "GONE", null, "x", 1))))
                .containsExactly(SaveResult.SAVED, SaveResult.SAVED, SaveResult.TAKEN, SaveResult.SAVED);
        assertThat(ids(opened().findByRemoteIds(tenant, "9130", "client", List.of("58", "59"))))
                .containsExactly("1");
    }

    /** Two rows of one key in one call are refused, and nothing is stored. */
    @Test
    public final void oneKeyTwiceInACallIsRefused() {
        TenantId tenant = tenant();
        SyncRow row = row(key(tenant, "1"), null, "WAITING", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened().saveAll(List.of(row(key(tenant, "2"), null, "WAITING", null), row, row)));
        assertThat(opened().list(tenant, "9130", "client", null, null, 10)).isEmpty();
    }
}
