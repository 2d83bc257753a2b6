// A broken store for each way to break one, beside the test that catches it.
package dev.tieout.testkit.contract;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The suite itself under test: stores whose bulk forms, lists of tenants, due times or ids are broken. */
class SyncStoreBulkContractTest {
    static class FindsAKeyTwice extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> findAll(Collection<RowKey> keys) {
                    return keys.stream()
                            .flatMap(key -> sound.find(key).stream())
                            .toList();
                }
            };
        }
    }

    static class FindsInTheFirstKeysTenantOnly extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> findAll(Collection<RowKey> keys) {
                    TenantId first = keys.iterator().next().tenant();
                    return sound.findAll(keys.stream()
                            .filter(key -> key.tenant().equals(first))
                            .toList());
                }
            };
        }
    }

    static class FindsAHundredOnly extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> findAll(Collection<RowKey> keys) {
                    return sound.findAll(keys).stream().limit(100).toList();
                }
            };
        }
    }

    static class FindsRemoteIdsOfEveryKind extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> findByRemoteIds(
                        TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
                    List<SyncRow> found = new ArrayList<>(sound.findByRemoteIds(tenant, realm, kind, remoteIds));
                    found.addAll(sound.findByRemoteIds(tenant, realm, "item", remoteIds));
                    return found;
                }
            };
        }
    }

    static class FindsARemoteIdTwice extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SyncRow> findByRemoteIds(
                        TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
                    return remoteIds.stream()
                            .flatMap(id -> sound.findByRemoteId(tenant, realm, kind, id).stream())
                            .toList();
                }
            };
        }
    }

    static class StopsAtTheFirstStaleRow extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    List<SaveResult> results = new ArrayList<>();
                    for (SyncRow row : rows) {
                        results.add(results.contains(SaveResult.STALE) ? SaveResult.STALE : sound.save(row));
                    }
                    return results;
                }
            };
        }
    }

    /** As a transaction on PostgreSQL does after a duplicate key: what comes later fails. */
    static class StopsAtTheFirstTakenRow extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    List<SaveResult> results = new ArrayList<>();
                    for (SyncRow row : rows) {
                        if (results.contains(SaveResult.TAKEN)) {
                            throw new IllegalStateException("current transaction is aborted");
                        }
                        results.add(sound.save(row));
                    }
                    return results;
                }
            };
        }
    }

    static class AnswersInTheOrderOfKeys extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    return sound.saveAll(rows.stream()
                            .sorted(Comparator.comparing(SyncRow::key))
                            .toList());
                }
            };
        }
    }

    static class SavesInTheOrderOfKeys extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    List<SyncRow> sorted = rows.stream()
                            .sorted(Comparator.comparing(SyncRow::key))
                            .toList();
                    Map<RowKey, SaveResult> results = new HashMap<>();
                    List<SaveResult> outcomes = sound.saveAll(sorted);
                    for (int i = 0; i < sorted.size(); i++) {
                        results.put(sorted.get(i).key(), outcomes.get(i));
                    }
                    return rows.stream().map(row -> results.get(row.key())).toList();
                }
            };
        }
    }

    static class ChecksRemoteIdsBeforeTheCall extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    List<Boolean> taken = rows.stream().map(this::taken).toList();
                    List<SaveResult> results = new ArrayList<>();
                    for (int i = 0; i < rows.size(); i++) {
                        results.add(taken.get(i) ? SaveResult.TAKEN : sound.save(rows.get(i)));
                    }
                    return results;
                }

                private boolean taken(SyncRow row) {
                    RowKey key = row.key();
                    return row.remoteId() != null
                            && sound.findByRemoteId(key.tenant(), key.realm(), key.kind(), row.remoteId())
                                    .filter(holder -> !holder.key().equals(key))
                                    .isPresent();
                }
            };
        }
    }

    static class SavesAKeyTwice extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    return rows.stream().map(sound::save).toList();
                }
            };
        }
    }

    static class SavesAllOverWhateverIsThere extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    return rows.stream().map(row -> sound.save(current(row))).toList();
                }

                private SyncRow current(SyncRow row) {
                    long version = sound.find(row.key()).map(SyncRow::version).orElse(0L);
                    return new SyncRow(row.key(), row.remoteId(), row.state(), row.dueAt(), row.document(), version);
                }
            };
        }
    }

    /** As rows locked in the order of the call: two calls in opposite orders wait for each other, and one is broken off. */
    static class DeadlocksOnOppositeOrders extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<SaveResult> saveAll(List<SyncRow> rows) {
                    List<SaveResult> results = sound.saveAll(rows);
                    if (results.size() > 1
                            && results.contains(SaveResult.STALE)
                            && rows.get(0).key().compareTo(rows.get(1).key()) > 0
                            && rows.get(0).key().id().startsWith("r")) {
                        throw new IllegalStateException("deadlock detected");
                    }
                    return results;
                }
            };
        }
    }

    static class NamesATenantForEachRow extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<TenantId> tenants(@Nullable TenantId after, int limit) {
                    return sound.tenants(after, limit).stream()
                            .flatMap(tenant -> Collections.nCopies(
                                    (int) sound.countByState(tenant, "9130", "client").values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum(),
                                    tenant)
                                    .stream())
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    static class SortsTenantsLikeADictionary extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<TenantId> tenants(@Nullable TenantId after, int limit) {
                    Comparator<String> order = String.CASE_INSENSITIVE_ORDER;
                    return sound.tenants(null, Integer.MAX_VALUE).stream()
                            .filter(tenant -> after == null || order.compare(tenant.value(), after.value()) > 0)
                            .sorted(Comparator.comparing(TenantId::value, order))
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    static class NamesTenantsThatAreDueOnly extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<TenantId> tenants(@Nullable TenantId after, int limit) {
                    return sound.tenants(after, limit).stream()
                            .filter(tenant -> sound.nextDue(tenant).isPresent())
                            .toList();
                }
            };
        }
    }

    static class LosesItsPlaceWhenATenantIsGone extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public List<TenantId> tenants(@Nullable TenantId after, int limit) {
                    List<TenantId> all = sound.tenants(null, Integer.MAX_VALUE);
                    if (after != null && !all.contains(after)) {
                        return List.of();
                    }
                    return sound.tenants(after, limit);
                }
            };
        }
    }

    static class TellsTheLastDueTime extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public Optional<Instant> nextDue(TenantId tenant) {
                    return sound.dueRows(tenant, Instant.MAX, Integer.MAX_VALUE).stream()
                            .map(SyncRow::dueAt)
                            .reduce((earlier, later) -> later);
                }
            };
        }
    }

    static class TellsTheDueTimeOfAnyTenant extends SyncStoreContract {
        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public Optional<Instant> nextDue(TenantId tenant) {
                    return sound.tenants(null, Integer.MAX_VALUE).stream()
                            .flatMap(each -> sound.nextDue(each).stream())
                            .min(Comparator.naturalOrder());
                }
            };
        }
    }

    static class CutsDocumentsAt64Kilobytes extends SyncStoreContract {
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
                            document.substring(0, Math.min(65_535, document.length())),
                            row.version()));
                }
            };
        }
    }

    /** Keeps each row under what it makes of the id, as a collation or a charset does, with the id as it was given. */
    abstract static class TakesIdsForOneAnother extends SyncStoreContract {
        private final UnaryOperator<String> same;

        TakesIdsForOneAnother(UnaryOperator<String> same) {
            this.same = same;
        }

        @Override
        protected SyncStore store() {
            return new SyncStoreDelegate() {
                @Override
                public Optional<SyncRow> find(RowKey key) {
                    return sound.find(folded(key));
                }

                @Override
                public SaveResult save(SyncRow row) {
                    return sound.save(new SyncRow(
                            folded(row.key()),
                            row.remoteId(),
                            row.state(),
                            row.dueAt(),
                            row.document(),
                            row.version()));
                }

                private RowKey folded(RowKey key) {
                    return new RowKey(key.tenant(), key.realm(), key.kind(), same.apply(key.id()));
                }
            };
        }
    }

    static class IgnoresCase extends TakesIdsForOneAnother {
        IgnoresCase() {
            super(id -> id.toLowerCase(Locale.ROOT));
        }
    }

    static class IgnoresNormalForms extends TakesIdsForOneAnother {
        IgnoresNormalForms() {
            super(id -> Normalizer.normalize(id, Normalizer.Form.NFC));
        }
    }

    static class KeepsThreeBytesOfACharacter extends TakesIdsForOneAnother {
        KeepsThreeBytesOfACharacter() {
            super(id -> id.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?"));
        }
    }

    @Test
    void wrongLookUpsOfManyAreCaught() {
        MutationProof.fails(FindsAKeyTwice.class, "findAllHasEachRowThatExistsOnce");
        MutationProof.fails(
                FindsInTheFirstKeysTenantOnly.class, "findAllHasEachRowThatExistsOnce", "nothingAskedIsNothingFound");
        MutationProof.fails(FindsAHundredOnly.class, "aThousandFitIntoOneCall");
        MutationProof.fails(FindsRemoteIdsOfEveryKind.class, "findByRemoteIdsHasEachRowThatExistsOnce");
        MutationProof.fails(FindsARemoteIdTwice.class, "findByRemoteIdsHasEachRowThatExistsOnce");
    }

    @Test
    void rowsThatStopOthersAreCaught() {
        MutationProof.fails(StopsAtTheFirstStaleRow.class, "oneStaleRowOfManyStopsNoOther");
        MutationProof.fails(StopsAtTheFirstTakenRow.class, "oneTakenRowOfManyStopsNoOther");
    }

    @Test
    void wrongOrdersOfSavingAreCaught() {
        MutationProof.fails(AnswersInTheOrderOfKeys.class, "oneStaleRowOfManyStopsNoOther");
        MutationProof.fails(
                SavesInTheOrderOfKeys.class,
                "ofTwoClaimsInOneCallTheFirstWins",
                "remoteIdGivenUpInACallIsFreeForTheRowsAfter");
        MutationProof.fails(ChecksRemoteIdsBeforeTheCall.class, "remoteIdGivenUpInACallIsFreeForTheRowsAfter");
        MutationProof.fails(SavesAKeyTwice.class, "oneKeyTwiceInACallIsRefused");
    }

    @Test
    void lostUpdatesOfManyAreCaught() {
        MutationProof.fails(
                SavesAllOverWhateverIsThere.class,
                "oneStaleRowOfManyStopsNoOther",
                "callsThatShareRowsAllComeBackAndEachRowIsWonOnce");
        MutationProof.fails(DeadlocksOnOppositeOrders.class, "callsThatShareRowsAllComeBackAndEachRowIsWonOnce");
    }

    @Test
    void wrongListsOfTenantsAreCaught() {
        MutationProof.fails(NamesATenantForEachRow.class, "tenantsComeOnceEachInPagesOfAnySize");
        MutationProof.fails(SortsTenantsLikeADictionary.class, "tenantsComeOnceEachInPagesOfAnySize");
        MutationProof.fails(NamesTenantsThatAreDueOnly.class, "tenantsComeOnceEachInPagesOfAnySize");
        MutationProof.fails(LosesItsPlaceWhenATenantIsGone.class, "tenantsGoOnAfterOneThatIsGone");
    }

    @Test
    void wrongDueTimesAreCaught() {
        MutationProof.fails(TellsTheLastDueTime.class, "nextDueIsTheEarliestOfTheTenantsRows");
        MutationProof.fails(TellsTheDueTimeOfAnyTenant.class, "nextDueIsTheEarliestOfTheTenantsRows");
    }

    @Test
    void columnsThatAreTooNarrowOrTooClementAreCaught() {
        MutationProof.fails(CutsDocumentsAt64Kilobytes.class, "documentOfAMegabyteComesBack");
        MutationProof.fails(IgnoresCase.class, "idsThatLookAlikeHaveRowsOfTheirOwn", "eachPartOfTheKeyCounts");
        MutationProof.fails(IgnoresNormalForms.class, "idsThatLookAlikeHaveRowsOfTheirOwn");
        MutationProof.fails(KeepsThreeBytesOfACharacter.class, "idsThatLookAlikeHaveRowsOfTheirOwn");
    }
}
