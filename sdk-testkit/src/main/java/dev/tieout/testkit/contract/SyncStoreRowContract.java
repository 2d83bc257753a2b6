package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One row: what is saved comes back, versions decide, and remote ids are unique. */
abstract class SyncStoreRowContract extends StoreContract<SyncStore> {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Ids that a collation, a normal form or a charset of three bytes takes for one another, or sorts as equal. */
    static final List<String> LOOK_ALIKES = List.of(
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

    static RowKey key(TenantId tenant, String id) {
        return new RowKey(tenant, "9130", "client", id);
    }

    static SyncRow row(RowKey key, @Nullable String remoteId, String state, @Nullable Instant due) {
        return new SyncRow(key, remoteId, state, due, "{\"v\":1}", 0);
    }

    final SyncRow saved(SyncRow row) {
        assertThat(opened().save(row)).isEqualTo(SaveResult.SAVED);
        return opened().find(row.key()).orElseThrow();
    }

    static List<String> ids(List<SyncRow> rows) {
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
}
