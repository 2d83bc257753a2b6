package dev.tieout.testkit.contract;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.InMemoryTokenStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suite itself under test: each broken store fails the test that is named for what it breaks. */
class TokenStoreContractTest {
    static class Delegate implements TokenStore {
        final TokenStore sound = new InMemoryTokenStore();

        @Override
        public Optional<StoredTokens> find(TenantId tenant) {
            return sound.find(tenant);
        }

        @Override
        public Optional<TenantId> findTenant(RealmId realm) {
            return sound.findTenant(realm);
        }

        @Override
        public SaveResult save(StoredTokens tokens) {
            return sound.save(tokens);
        }

        @Override
        public void delete(TenantId tenant) {
            sound.delete(tenant);
        }
    }

    static class OverwritesBlindly extends TokenStoreContract {
        @Override
        protected TokenStore store() {
            return new Delegate() {
                @Override
                public SaveResult save(StoredTokens tokens) {
                    long version = sound.find(tokens.tenant())
                            .map(StoredTokens::version)
                            .orElse(0L);
                    return sound.save(new StoredTokens(tokens.tenant(), tokens.realm(), tokens.document(), version));
                }
            };
        }
    }

    static class SharesRealms extends TokenStoreContract {
        @Override
        protected TokenStore store() {
            return new Delegate() {
                private final Map<TenantId, StoredTokens> rows = new HashMap<>();

                @Override
                public synchronized Optional<StoredTokens> find(TenantId tenant) {
                    return Optional.ofNullable(rows.get(tenant));
                }

                @Override
                public synchronized SaveResult save(StoredTokens tokens) {
                    long version =
                            find(tokens.tenant()).map(StoredTokens::version).orElse(0L);
                    if (version != tokens.version()) {
                        return SaveResult.STALE;
                    }
                    rows.put(
                            tokens.tenant(),
                            new StoredTokens(tokens.tenant(), tokens.realm(), tokens.document(), version + 1));
                    return SaveResult.SAVED;
                }
            };
        }
    }

    static class HoldsRealmsForEver extends TokenStoreContract {
        @Override
        protected TokenStore store() {
            return new Delegate() {
                private final Map<RealmId, TenantId> ever = new HashMap<>();

                @Override
                public synchronized SaveResult save(StoredTokens tokens) {
                    if (!ever.getOrDefault(tokens.realm(), tokens.tenant()).equals(tokens.tenant())) {
                        return SaveResult.TAKEN;
                    }
                    SaveResult result = sound.save(tokens);
                    if (result == SaveResult.SAVED) {
                        ever.put(tokens.realm(), tokens.tenant());
                    }
                    return result;
                }
            };
        }
    }

    static class CutsDocuments extends TokenStoreContract {
        @Override
        protected TokenStore store() {
            return new Delegate() {
                @Override
                public SaveResult save(StoredTokens tokens) {
                    String document = tokens.document();
                    return sound.save(new StoredTokens(
                            tokens.tenant(),
                            tokens.realm(),
                            document.substring(0, Math.min(4_000, document.length())),
                            tokens.version()));
                }
            };
        }
    }

    static class KeepsDeletedRows extends TokenStoreContract {
        @Override
        protected TokenStore store() {
            return new Delegate() {
                @Override
                public void delete(TenantId tenant) {}
            };
        }
    }

    @Test
    void lostUpdatesAreCaught() {
        MutationProof.fails(
                OverwritesBlindly.class,
                "saveOfAnOlderVersionIsStaleAndChangesNothing",
                "savingADeletedRowIsStale",
                "oneOfManyWritersOfAVersionWins");
    }

    @Test
    void sharedRealmsAreCaught() {
        MutationProof.fails(SharesRealms.class, "realmOfAnotherTenantIsTaken", "oneOfManyClaimsOfARealmWins");
        MutationProof.fails(HoldsRealmsForEver.class, "changingTheRealmFreesTheOldOne");
    }

    @Test
    void lossOfDetailAndOfDeletesIsCaught() {
        MutationProof.fails(CutsDocuments.class, "newRowComesBackToTheLetter");
        MutationProof.fails(KeepsDeletedRows.class, "deletingFreesTheRealmAndNothingElse");
    }
}
