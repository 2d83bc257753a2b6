package dev.tieout.testkit.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.EncryptedTokenStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.store.KeyRing;
import dev.tieout.store.SealBrokenException;
import dev.tieout.testkit.contract.TokenStoreContract;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EncryptedTokenStoreTest {
    private static final TenantId FIRM = TenantId.of("f-1");
    private static final RealmId REALM = RealmId.of("9130");
    private static final byte[] ONE = key(1);
    private static final byte[] TWO = key(2);

    private final TokenStore bare = new InMemoryTokenStore();

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    private TokenStore with(KeyRing keys) {
        return new EncryptedTokenStore(bare, keys);
    }

    private String stored() {
        return bare.find(FIRM).orElseThrow().document();
    }

    private void store(KeyRing keys) {
        with(keys).save(new StoredTokens(FIRM, REALM, "{\"refresh\":\"RT1-secret\"}", 0));
    }

    @Nested
    class AsATokenStore extends TokenStoreContract {
        private final TokenStore inner = new InMemoryTokenStore();

        @Override
        protected TokenStore store() {
            return new EncryptedTokenStore(inner, KeyRing.of("k1", ONE));
        }
    }

    @Test
    void nothingOfADocumentIsReadInTheStore() {
        store(KeyRing.of("k1", ONE));

        assertThat(stored()).startsWith("tieout1:k1:").doesNotContain("secret").doesNotContain("refresh");
        assertThat(with(KeyRing.of("k1", ONE)).find(FIRM).orElseThrow().document())
                .contains("RT1-secret");
    }

    @Test
    void equalDocumentsLookDifferent() {
        store(KeyRing.of("k1", ONE));
        String before = stored();
        with(KeyRing.of("k1", ONE)).save(with(KeyRing.of("k1", ONE)).find(FIRM).orElseThrow());

        assertThat(stored()).isNotEqualTo(before);
    }

    @Test
    void anOlderKeyOpensAndTheCurrentOneSeals() {
        store(KeyRing.of("old", ONE));
        TokenStore rotated = with(KeyRing.of("new", TWO).with("old", ONE));

        StoredTokens found = rotated.find(FIRM).orElseThrow();
        rotated.save(found);

        assertThat(stored()).startsWith("tieout1:new:");
        assertThat(with(KeyRing.of("new", TWO)).find(FIRM).orElseThrow().document())
                .contains("RT1-secret");
    }

    @Test
    void aKeyThatIsMissingIsNamed() {
        store(KeyRing.of("old", ONE));

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> with(KeyRing.of("new", TWO)).find(FIRM))
                .withMessageContaining("the key old")
                .withMessageContaining("KeyRing.with");
    }

    @Test
    void anotherKeyOfTheSameNameDoesNotOpen() {
        store(KeyRing.of("k1", ONE));

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> with(KeyRing.of("k1", TWO)).find(FIRM))
                .withMessageContaining("do not open with the key k1");
    }

    @Test
    void aRowOfAnotherTenantOrRealmDoesNotOpen() {
        KeyRing keys = KeyRing.of("k1", ONE);
        store(keys);
        String sealed = stored();
        TenantId other = TenantId.of("f-2");
        bare.save(new StoredTokens(other, RealmId.of("9131"), sealed, 0));
        bare.save(new StoredTokens(FIRM, RealmId.of("9132"), sealed, 1));

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> with(keys).find(other));
        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> with(keys).find(FIRM));
    }

    @Test
    void whatWasAlteredCutShortOrNeverSealedDoesNotOpen() {
        KeyRing keys = KeyRing.of("k1", ONE);
        store(keys);
        String sealed = stored();
        char flipped = sealed.charAt(40) == 'A' ? 'B' : 'A';
        long version = 1;
        for (String document : new String[] {
            sealed.substring(0, 40) + flipped + sealed.substring(41),
            sealed.substring(0, sealed.length() - 8),
            "tieout1:k1:AAAA",
            "tieout1:k1:",
            "tieout1:no name:AAAA",
            "{\"refresh\":\"RT1-secret\"}"
        }) {
            bare.save(new StoredTokens(FIRM, REALM, document, version++));

            assertThatExceptionOfType(SealBrokenException.class)
                    .isThrownBy(() -> with(keys).find(FIRM))
                    .withMessageContaining("tenant f-1")
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
        }
    }

    @Test
    void badKeysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of("k1", new byte[16]))
                .withMessageContaining("16 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of("k:1", ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of("k1", ONE).with("k1", TWO))
                .withMessageContaining("already");
        assertThat(KeyRing.of("k1", ONE).with("k0", TWO)).hasToString("KeyRing[current=k1, keys=[k1, k0]]");
    }
}
