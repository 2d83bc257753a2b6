package dev.tieout.testkit.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.EncryptedSyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.KeyRing;
import dev.tieout.store.SealBrokenException;
import dev.tieout.testkit.contract.SyncStoreContract;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncryptedSyncStoreTest {
    private static final TenantId FIRM = TenantId.of("f-1");
    private static final RowKey KEY = new RowKey(FIRM, "9130", "client", "c-1");
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final byte[] ONE = key(1);
    private static final byte[] TWO = key(2);
    private static final String DOCUMENT = "{\"format\":\"2\",\"name\":\"Zoë Secretive\"}";

    private final SyncStore bare = new InMemorySyncStore();
    private final EncryptedSyncStore store = new EncryptedSyncStore(bare, KeyRing.of("k1", ONE));

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    private static SyncRow row(RowKey key, String document) {
        return new SyncRow(key, "r-" + key.id(), "WAITING", NOW, document, 0);
    }

    @Nested
    class AsASyncStore extends SyncStoreContract {
        private final SyncStore inner = new InMemorySyncStore();

        @Override
        protected SyncStore store() {
            return new EncryptedSyncStore(inner, KeyRing.of("k1", ONE));
        }
    }

    /** Every way in which rows come out of a store. */
    static Stream<Function<SyncStore, List<SyncRow>>> ways() {
        return Stream.of(
                rows -> rows.find(KEY).stream().toList(),
                rows -> rows.findAll(List.of(KEY)),
                rows -> rows.findByRemoteId(FIRM, "9130", "client", "r-c-1").stream()
                        .toList(),
                rows -> rows.findByRemoteIds(FIRM, "9130", "client", List.of("r-c-1")),
                rows -> rows.dueRows(FIRM, NOW, 10),
                rows -> rows.list(FIRM, "9130", "client", null, null, 10));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nothingOfADocumentIsReadInTheStore(Function<SyncStore, List<SyncRow>> way) {
        store.save(row(KEY, DOCUMENT));

        SyncRow stored = way.apply(bare).get(0);
        assertThat(stored.document()).startsWith("tieout1:k1:").doesNotContain("Secretive");
        assertThat(stored.remoteId()).isEqualTo("r-c-1");
        assertThat(way.apply(store)).singleElement().satisfies(opened -> {
            assertThat(opened.document()).isEqualTo(DOCUMENT);
            assertThat(opened.version()).isEqualTo(stored.version());
        });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aDocumentOfAnotherRowDoesNotOpen(Function<SyncStore, List<SyncRow>> way) {
        store.save(row(new RowKey(FIRM, "9130", "client", "c-2"), DOCUMENT));
        String other = bare.list(FIRM, "9130", "client", null, null, 10).get(0).document();
        bare.save(row(KEY, other));

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> way.apply(store))
                .withMessageContaining("c-1")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("Secretive"));
    }

    /** Each part of the key counts, and no two keys read the same. */
    @Test
    void aDocumentBelongsToItsWholeKey() {
        List<RowKey> keys = List.of(
                KEY,
                new RowKey(TenantId.of("f-2"), "9130", "client", "c-1"),
                new RowKey(FIRM, "9131", "client", "c-1"),
                new RowKey(FIRM, "9130", "invoice", "c-1"),
                new RowKey(FIRM, "9130", "client", "c-10"));
        store.save(row(KEY, DOCUMENT));
        String sealed = bare.find(KEY).orElseThrow().document();
        for (RowKey other : keys.subList(1, keys.size())) {
            bare.save(row(other, sealed));
            assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> store.find(other));
        }
    }

    @Test
    void anOlderKeyOpensAndTheCurrentOneSeals() {
        store.save(row(KEY, DOCUMENT));
        SyncStore rotated = new EncryptedSyncStore(bare, KeyRing.of("k2", TWO).with("k1", ONE));

        rotated.save(rotated.find(KEY).orElseThrow());

        assertThat(bare.find(KEY).orElseThrow().document()).startsWith("tieout1:k2:");
        assertThat(rotated.find(KEY).orElseThrow().document()).isEqualTo(DOCUMENT);
    }

    @Test
    void plainRowsAreReadOnlyWhereThatIsSaid() {
        bare.save(row(KEY, DOCUMENT));

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> store.find(KEY))
                .withMessageContaining("not encrypted");
        SyncStore moving = store.readingPlainRowsToo();
        SyncRow plain = moving.find(KEY).orElseThrow();
        assertThat(plain.document()).isEqualTo(DOCUMENT);
        moving.save(plain);
        assertThat(store.find(KEY).orElseThrow().document()).isEqualTo(DOCUMENT);
    }
}
