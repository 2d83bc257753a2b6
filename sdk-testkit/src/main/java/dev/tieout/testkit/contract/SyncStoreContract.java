// One suite, one file: a host reads top to bottom what its store must do.
package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SyncStore} must do. Extend it, give it your store, and run it with JUnit. The tests are final: a
 * store that cannot pass one is no {@code SyncStore}. They use tenants of their own and delete them, so a store that is
 * shared with other tests will do.
 */
public abstract class SyncStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<TenantId> tenants = new ArrayList<>();
    private @Nullable SyncStore store;

    /** For subclasses. */
    protected SyncStoreContract() {}

    /**
     * Opens the store under test. Called once before each test.
     *
     * @return the store
     */
    protected abstract SyncStore store();

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
    protected SyncStore reopen(SyncStore open) {
        throw new UnsupportedOperationException("a store that declares DURABLE must override reopen");
    }

    @BeforeEach
    final void open() {
        store = store();
    }

    @AfterEach
    final void deleteTenants() {
        tenants.forEach(tenant -> opened().deleteTenant(tenant));
    }

    private SyncStore opened() {
        return java.util.Objects.requireNonNull(store, "store() returned null");
    }

    private TenantId tenant() {
        TenantId tenant = TenantId.of("contract-" + UUID.randomUUID());
        tenants.add(tenant);
        return tenant;
    }

    private static RowKey key(TenantId tenant, String id) {
        return new RowKey(tenant, "9130", "client", id);
    }

    private static SyncRow row(RowKey key, @Nullable String remoteId, String state, @Nullable Instant due) {
        return new SyncRow(key, remoteId, state, due, "{\"v\":1}", 0);
    }

    private SyncRow saved(SyncRow row) {
        assertThat(opened().save(row)).isEqualTo(SaveResult.SAVED);
        return opened().find(row.key()).orElseThrow();
    }

    private static List<String> ids(List<SyncRow> rows) {
        return rows.stream().map(row -> row.key().id()).toList();
    }

    /** An unknown key is an empty result, not an error. */
    @Test
    public final void unknownKeyIsEmpty() {
        TenantId tenant = tenant();

        assertThat(opened().find(key(tenant, "1"))).isEmpty();
        assertThat(opened().findByRemoteId(tenant, "9130", "client", "1")).isEmpty();
        assertThat(opened().list(tenant, "9130", "client", null, null, 10)).isEmpty();
        assertThat(opened().countByState(tenant, "9130", "client")).isEmpty();
    }

    /** A new row gets version 1, and every column comes back as it was. */
    @Test
    public final void everyColumnOfANewRowComesBack() {
        RowKey key = key(tenant(), "Ünï-'\"\\%_ \uD83D\uDE00");
        Instant due = NOON.plusMillis(123);
        String document = "{\"n\":\"" + "x'\u00e9\u4e2d\uD83D\uDE00\\n".repeat(600) + "\"}";

        assertThat(saved(new SyncRow(key, "58", "WAITING", due, document, 0)))
                .isEqualTo(new SyncRow(key, "58", "WAITING", due, document, 1));
    }

    /** Null columns come back as null. */
    @Test
    public final void nullColumnsComeBackAsNull() {
        RowKey key = new RowKey(tenant(), "", "lease", "worker");

        assertThat(saved(row(key, null, "FREE", null))).isEqualTo(new SyncRow(key, null, "FREE", null, "{\"v\":1}", 1));
    }

    /** A save of the version that was read replaces the row and raises the version by one. */
    @Test
    public final void saveOfTheReadVersionReplacesTheRow() {
        SyncRow first = saved(row(key(tenant(), "1"), "58", "WAITING", NOON));
        SyncRow changed = new SyncRow(first.key(), null, "SYNCED", null, "other", first.version());

        assertThat(saved(changed)).isEqualTo(new SyncRow(first.key(), null, "SYNCED", null, "other", 2));
    }

    /** A save of an older version is {@code STALE} and changes nothing. */
    @Test
    public final void saveOfAnOlderVersionIsStaleAndChangesNothing() {
        SyncRow first = saved(row(key(tenant(), "1"), null, "WAITING", null));
        SyncRow second = saved(first);

        assertThat(opened().save(new SyncRow(first.key(), "9", "LOST", NOON, "lost", first.version())))
                .isEqualTo(SaveResult.STALE);
        assertThat(opened().find(first.key())).contains(second);
        assertThat(opened().findByRemoteId(first.key().tenant(), "9130", "client", "9"))
                .isEmpty();
    }

    /** A save of version 0 over a row that exists is {@code STALE}. */
    @Test
    public final void creatingAnExistingRowIsStale() {
        SyncRow row = row(key(tenant(), "1"), null, "WAITING", null);
        SyncRow stored = saved(row);

        assertThat(opened().save(row)).isEqualTo(SaveResult.STALE);
        assertThat(opened().find(row.key())).contains(stored);
    }

    /** A save of a later version of a row that is gone is {@code STALE} and does not bring it back. */
    @Test
    public final void savingARowThatIsGoneIsStale() {
        SyncRow stored = saved(row(key(tenant(), "1"), null, "WAITING", null));
        opened().deleteTenant(stored.key().tenant());

        assertThat(opened().save(stored)).isEqualTo(SaveResult.STALE);
        assertThat(opened().find(stored.key())).isEmpty();
    }

    /** Two rows of one tenant, realm and kind never hold the same remote id. */
    @Test
    public final void remoteIdOfAnotherRowIsTaken() {
        TenantId tenant = tenant();
        saved(row(key(tenant, "1"), "58", "SYNCED", null));
        SyncRow other = saved(row(key(tenant, "2"), "59", "SYNCED", null));

        assertThat(opened().save(row(key(tenant, "3"), "58", "SYNCED", null))).isEqualTo(SaveResult.TAKEN);
        assertThat(opened().find(key(tenant, "3"))).isEmpty();
        assertThat(opened().save(new SyncRow(other.key(), "58", "SYNCED", null, "x", 1)))
                .isEqualTo(SaveResult.TAKEN);
        assertThat(opened().find(other.key())).contains(other);
        assertThat(opened().findByRemoteId(tenant, "9130", "client", "59")).contains(other);
    }

    /** The same remote id is free in another tenant, realm or kind; any number of rows may have none. */
    @Test
    public final void remoteIdIsUniqueOnlyWithinTenantRealmAndKind() {
        TenantId tenant = tenant();
        saved(row(key(tenant, "1"), "58", "SYNCED", null));
        saved(row(key(tenant(), "1"), "58", "SYNCED", null));
        saved(row(new RowKey(tenant, "9131", "client", "1"), "58", "SYNCED", null));
        saved(row(new RowKey(tenant, "9130", "item", "1"), "58", "SYNCED", null));
        saved(row(key(tenant, "2"), null, "SYNCED", null));
        saved(row(key(tenant, "3"), null, "SYNCED", null));

        assertThat(opened().findByRemoteId(tenant, "9130", "item", "58")
                        .map(row -> row.key().kind()))
                .contains("item");
    }

    /** Looking up by remote id follows every change of it. */
    @Test
    public final void lookUpByRemoteIdFollowsChanges() {
        TenantId tenant = tenant();
        SyncRow one = saved(row(key(tenant, "1"), "58", "SYNCED", null));
        SyncRow moved = saved(new SyncRow(one.key(), "60", "SYNCED", null, "x", 1));

        assertThat(opened().findByRemoteId(tenant, "9130", "client", "58")).isEmpty();
        assertThat(opened().findByRemoteId(tenant, "9130", "client", "60")).contains(moved);
        SyncRow other = saved(row(key(tenant, "2"), "58", "SYNCED", null));
        assertThat(opened().findByRemoteId(tenant, "9130", "client", "58")).contains(other);
    }

    /** Each part of the key counts, upper and lower case included. */
    @Test
    public final void eachPartOfTheKeyCounts() {
        TenantId tenant = tenant();
        List<RowKey> keys = List.of(
                key(tenant, "a"),
                key(tenant, "A"),
                key(tenant(), "a"),
                new RowKey(tenant, "", "client", "a"),
                new RowKey(tenant, "9130", "item", "a"));
        keys.forEach(each -> saved(row(each, null, "S" + keys.indexOf(each), null)));

        assertThat(keys)
                .allSatisfy(each ->
                        assertThat(opened().find(each).orElseThrow().state()).isEqualTo("S" + keys.indexOf(each)));
    }

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

        assertThat(ids(opened().dueRows(tenant, NOON, 10))).containsExactly("d", "b", "c");
        assertThat(ids(opened().dueRows(tenant, NOON, 2))).containsExactly("d", "b");
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

    /** Pages in the order of ids cover every row once. */
    @Test
    public final void pagesCoverEveryRowOnceInTheOrderOfIds() {
        TenantId tenant = tenant();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            expected.add((i % 2 == 0 ? "a" : "B") + "-" + i);
        }
        expected.add("\u00e9");
        List<String> shuffled = new ArrayList<>(expected);
        Collections.reverse(shuffled);
        shuffled.forEach(id -> saved(row(key(tenant, id), null, "SYNCED", null)));
        Collections.sort(expected);

        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        List<SyncRow> page;
        do {
            page = opened().list(tenant, "9130", "client", null, after, 10);
            seen.addAll(ids(page));
            after = page.isEmpty() ? after : page.get(page.size() - 1).key().id();
        } while (page.size() == 10);

        assertThat(seen).isEqualTo(expected);
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
                .containsExactly("1", "3");
        assertThat(ids(opened().list(tenant, "9130", "client", "SYNCED", "1", 10)))
                .containsExactly("3");
        assertThat(ids(opened().list(tenant, "9130", "client", null, null, 10))).containsExactly("1", "2", "3");
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
        assertThat(opened().find(kept.key())).contains(kept);
        saved(row(key(gone, "2"), "58", "SYNCED", null));
    }

    /** Of writers that save the same version at once, exactly one wins each round. */
    @Test
    public final void oneOfManyWritersOfAVersionWins() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        RowKey key = key(tenant(), "1");
        for (int round = 0; round < 20; round++) {
            long version = round;
            List<SaveResult> results =
                    Race.run(thread -> opened().save(new SyncRow(key, null, "S" + thread, null, "x", version)));

            assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
            assertThat(opened().find(key).orElseThrow().version()).isEqualTo(version + 1);
        }
    }

    /** Of rows that claim the same remote id at once, exactly one gets it. */
    @Test
    public final void oneOfManyClaimsOfARemoteIdWins() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        TenantId tenant = tenant();
        for (int round = 0; round < 20; round++) {
            String remote = "r" + round;
            List<SaveResult> results =
                    Race.run(thread -> opened().save(row(key(tenant, remote + "-" + thread), remote, "SYNCED", null)));

            assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
            assertThat(Collections.frequency(results, SaveResult.TAKEN)).isEqualTo(results.size() - 1);
        }
    }

    /** What was saved is there after the store was opened again. */
    @Test
    public final void rowsSurviveReopening() {
        assumeTrue(powers().contains(Power.DURABLE), "the store does not declare DURABLE");
        SyncRow row = saved(row(key(tenant(), "1"), "58", "SYNCED", NOON));

        SyncStore again = reopen(opened());

        assertThat(again.find(row.key())).contains(row);
        assertThat(again.save(row(key(row.key().tenant(), "2"), "58", "SYNCED", null)))
                .isEqualTo(SaveResult.TAKEN);
        store = again;
    }
}
