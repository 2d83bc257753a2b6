// Over 300 lines: one short fact after another about one thing.
package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The suite itself under test: each broken store fails the test that is named for what it breaks. */
class SyncStoreContractTest {
    static class OverwritesBlindly extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public SaveResult save(SyncRow row) {
                    long version = sound.find(row.key()).map(SyncRow::version).orElse(0L);
                    return sound.save(version(row, version));
                }
            };
        }
    }

    static class TakesRemoteIdsTwice extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public SaveResult save(SyncRow row) {
                    SaveResult result = sound.save(row);
                    return result == SaveResult.TAKEN
                            ? sound.save(new SyncRow(
                                    row.key(), null, row.state(), row.dueAt(), row.document(), row.version()))
                            : result;
                }
            };
        }
    }

    static class RevivesDeletedRows extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public SaveResult save(SyncRow row) {
                    return sound.find(row.key()).isEmpty() ? sound.save(version(row, 0)) : sound.save(row);
                }
            };
        }
    }

    static class CutsDueTimesToSeconds extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public SaveResult save(SyncRow row) {
                    @Nullable Instant due = row.dueAt();
                    return sound.save(new SyncRow(
                            row.key(),
                            row.remoteId(),
                            row.state(),
                            due == null ? null : due.truncatedTo(ChronoUnit.SECONDS),
                            row.document(),
                            row.version()));
                }
            };
        }
    }

    static class CutsDocuments extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public SaveResult save(SyncRow row) {
                    String document = row.document();
                    return sound.save(new SyncRow(
                            row.key(),
                            row.remoteId(),
                            row.state(),
                            row.dueAt(),
                            document.substring(0, Math.min(4_000, document.length())),
                            row.version()));
                }
            };
        }
    }

    static class IgnoresCaseOfIds extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public Optional<SyncRow> find(RowKey key) {
                    return sound.find(lower(key));
                }

                @Override
                public SaveResult save(SyncRow row) {
                    return sound.save(new SyncRow(
                            lower(row.key()), row.remoteId(), row.state(), row.dueAt(), row.document(), row.version()));
                }

                private RowKey lower(RowKey key) {
                    return new RowKey(
                            key.tenant(), key.realm(), key.kind(), key.id().toLowerCase(Locale.ROOT));
                }
            };
        }
    }

    static class RemembersOldRemoteIds extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                private final Map<String, RowKey> ever = new HashMap<>();

                @Override
                public synchronized SaveResult save(SyncRow row) {
                    SaveResult result = sound.save(row);
                    if (result == SaveResult.SAVED && row.remoteId() != null) {
                        ever.put(row.key().tenant() + row.key().kind() + row.remoteId(), row.key());
                    }
                    return result;
                }

                @Override
                public synchronized Optional<SyncRow> findByRemoteId(
                        TenantId tenant, String realm, String kind, String remoteId) {
                    return Optional.ofNullable(ever.get(tenant + kind + remoteId))
                            .flatMap(sound::find);
                }
            };
        }
    }

    static class NamesDueTenantsInAnyOrder extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<TenantId> dueTenants(Instant now, int limit) {
                    return sound.dueTenants(now.plusSeconds(1), limit).stream()
                            .sorted(Comparator.comparing(TenantId::value))
                            .toList();
                }
            };
        }
    }

    static class IgnoresTheLimitOfDueRows extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> dueRows(TenantId tenant, Instant now, int limit) {
                    return sound.dueRows(tenant, now, Integer.MAX_VALUE);
                }
            };
        }
    }

    static class PagesFromTheLastIdAgain extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> list(
                        TenantId tenant,
                        String realm,
                        String kind,
                        @Nullable String state,
                        @Nullable String afterId,
                        int limit) {
                    return sound.list(tenant, realm, kind, state, null, Integer.MAX_VALUE).stream()
                            .filter(row -> afterId == null || row.key().id().compareTo(afterId) >= 0)
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    static class SortsIdsLikeADictionary extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> list(
                        TenantId tenant,
                        String realm,
                        String kind,
                        @Nullable String state,
                        @Nullable String afterId,
                        int limit) {
                    Comparator<String> order = String.CASE_INSENSITIVE_ORDER;
                    return sound.list(tenant, realm, kind, state, null, Integer.MAX_VALUE).stream()
                            .filter(row ->
                                    afterId == null || order.compare(row.key().id(), afterId) > 0)
                            .sorted(Comparator.comparing(row -> row.key().id(), order))
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    static class ListsEveryState extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> list(
                        TenantId tenant,
                        String realm,
                        String kind,
                        @Nullable String state,
                        @Nullable String afterId,
                        int limit) {
                    return sound.list(tenant, realm, kind, null, afterId, limit);
                }
            };
        }
    }

    static class CountsZeros extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public Map<String, Long> countByState(TenantId tenant, String realm, String kind) {
                    Map<String, Long> counts = new HashMap<>(sound.countByState(tenant, realm, kind));
                    counts.putIfAbsent("WAITING", 0L);
                    return counts;
                }
            };
        }
    }

    static class KeepsRowsOfDeletedTenants extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public void deleteTenant(TenantId tenant) {}
            };
        }
    }

    static class ChecksThenActs extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public SaveResult save(SyncRow row) {
                    boolean current =
                            sound.find(row.key()).map(SyncRow::version).orElse(0L) == row.version();
                    Thread.yield();
                    SaveResult result = sound.save(row);
                    return current && result == SaveResult.STALE ? SaveResult.SAVED : result;
                }
            };
        }
    }

    static class ForgetsOnReopening extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate();
        }

        @Override
        protected Set<Power> powers() {
            return EnumSet.allOf(Power.class);
        }

        @Override
        protected SyncStore reopen(SyncStore open) {
            return new SyncStoreDelegate();
        }
    }

    private static SyncRow version(SyncRow row, long version) {
        return new SyncRow(row.key(), row.remoteId(), row.state(), row.dueAt(), row.document(), version);
    }

    @Test
    void lostUpdatesAreCaught() {
        MutationProof.fails(
                OverwritesBlindly.class,
                "saveOfAnOlderVersionIsStaleAndChangesNothing",
                "creatingAnExistingRowIsStale",
                "oneOfManyWritersOfAVersionWins");
        MutationProof.fails(ChecksThenActs.class, "oneOfManyWritersOfAVersionWins");
        MutationProof.fails(RevivesDeletedRows.class, "savingARowThatIsGoneIsStale");
    }

    @Test
    void doubleLinksAreCaught() {
        MutationProof.fails(TakesRemoteIdsTwice.class, "remoteIdOfAnotherRowIsTaken", "oneOfManyClaimsOfARemoteIdWins");
        MutationProof.fails(RemembersOldRemoteIds.class, "lookUpByRemoteIdFollowsChanges");
    }

    @Test
    void lossOfDetailIsCaught() {
        MutationProof.fails(CutsDueTimesToSeconds.class, "everyColumnOfANewRowComesBack");
        MutationProof.fails(CutsDocuments.class, "everyColumnOfANewRowComesBack");
        MutationProof.fails(IgnoresCaseOfIds.class, "eachPartOfTheKeyCounts");
        MutationProof.fails(ForgetsOnReopening.class, "rowsSurviveReopening");
    }

    @Test
    void wrongListsAreCaught() {
        MutationProof.fails(NamesDueTenantsInAnyOrder.class, "dueTenantsComeOnceEachLongestWaitingFirst");
        MutationProof.fails(IgnoresTheLimitOfDueRows.class, "dueRowsComeInOrderUpToTheLimit");
        MutationProof.fails(PagesFromTheLastIdAgain.class, "pagesOfAnySizeHaveEveryRowOnceInOneOrder");
        MutationProof.fails(SortsIdsLikeADictionary.class, "pagesOfAnySizeHaveEveryRowOnceInOneOrder");
        MutationProof.fails(ListsEveryState.class, "listByStateHasOnlyThatStateRealmAndKind");
        MutationProof.fails(CountsZeros.class, "countsNameEachStateThatOccurs");
        MutationProof.fails(KeepsRowsOfDeletedTenants.class, "deletingATenantTakesAllItsRowsAndNoOthers");
    }

    @Test
    void aPowerThatIsNotDeclaredIsReportedAsSkipped() {
        assertThat(MutationProof.run(InMemorySyncStoreTest.class).testEvents().aborted().stream())
                .extracting(MutationProof::name)
                .containsExactly("rowsSurviveReopening");
    }

    @Test
    void noContractTestCanBeOverridden() {
        assertThat(List.of(SyncStoreContract.class, TokenStoreContract.class, LocalRecordsContract.class))
                .flatMap(suite -> Arrays.asList(suite.getMethods()))
                .filteredOn(method -> method.isAnnotationPresent(Test.class))
                .hasSizeGreaterThan(30)
                .allMatch(method -> Modifier.isFinal(method.getModifiers()));
    }
}
