// One suite, one file: a host reads top to bottom what its store must do.
package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import java.util.Locale;
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
    /** Ids that a collation, a normal form or a charset of three bytes takes for one another, or sorts as equal. */
    private static final List<String> LOOK_ALIKES = List.of(
            "a",
            "A",
            "b",
            "B",
            "aB3",
            "ab3",
            "9",
            "10",
            "e",
            "\u00e9",
            "e\u0301",
            "\u00df",
            "ss",
            "i",
            "I",
            "\u0130",
            "\u0131",
            "\uFB01",
            "fi",
            "\uFFFD",
            "?",
            "\uD83D\uDE00",
            "\uD83D\uDE01",
            "_",
            "%",
            "a_",
            "a%");

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
        assertThat(opened().nextDue(tenant)).isEmpty();
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

    /** Ids that differ in case, in an accent, in their normal form or beyond the basic plane have rows of their own. */
    @Test
    public final void idsThatLookAlikeHaveRowsOfTheirOwn() {
        TenantId tenant = tenant();
        LOOK_ALIKES.forEach(id -> saved(row(key(tenant, id), null, "S" + LOOK_ALIKES.indexOf(id), null)));

        assertThat(LOOK_ALIKES)
                .allSatisfy(id -> assertThat(
                                opened().find(key(tenant, id)).orElseThrow().state())
                        .isEqualTo("S" + LOOK_ALIKES.indexOf(id)));
        assertThat(ids(opened().findAll(List.of(key(tenant, "a"), key(tenant, "\u00e9"), key(tenant, "\uD83D\uDE00")))))
                .containsExactlyInAnyOrder("a", "\u00e9", "\uD83D\uDE00");
    }

    /** A document of a megabyte comes back whole. */
    @Test
    public final void documentOfAMegabyteComesBack() {
        SyncRow row =
                new SyncRow(key(tenant(), "1"), null, "WAITING", null, "line \u00e4\uD83D\uDE00 ".repeat(120_000), 0);

        assertThat(saved(row).document().equals(row.document()))
                .as("the document came back as it was")
                .isTrue();
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

    /** Calls that share their rows, in whatever order, all come back: each row is won once. */
    @Test
    public final void callsThatShareRowsAllComeBackAndEachRowIsWonOnce() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        TenantId tenant = tenant();
        for (int round = 0; round < 10; round++) {
            long version = round;
            List<List<SaveResult>> results = Race.run(thread -> {
                List<SyncRow> rows = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    int row = thread % 2 == 0 ? i : 9 - i;
                    rows.add(new SyncRow(key(tenant, "r" + row), null, "S" + thread, null, "x", version));
                }
                List<SaveResult> outcomes = new ArrayList<>(opened().saveAll(rows));
                if (thread % 2 != 0) {
                    Collections.reverse(outcomes);
                }
                return outcomes;
            });

            for (int row = 0; row < 10; row++) {
                int at = row;
                assertThat(results.stream().map(outcomes -> outcomes.get(at)))
                        .containsOnlyOnce(SaveResult.SAVED)
                        .containsOnly(SaveResult.SAVED, SaveResult.STALE);
                assertThat(opened().find(key(tenant, "r" + row)).orElseThrow().version())
                        .isEqualTo(version + 1);
            }
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
