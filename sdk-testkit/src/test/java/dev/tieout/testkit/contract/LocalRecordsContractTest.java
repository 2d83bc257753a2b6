// A broken implementation for each way to break one, beside the test that catches it.
package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The suite itself under test: each broken implementation fails the test that is named for what it breaks. */
class LocalRecordsContractTest {
    static class Delegate implements LocalRecords<Client> {
        final InMemoryLocalRecords<Client> sound = InMemoryLocalRecords.clients();

        @Override
        public Stream<Client> all(TenantId tenant) {
            return sound.all(tenant);
        }

        @Override
        public Optional<LocalRecord<Client>> find(TenantId tenant, LocalId id) {
            return sound.find(tenant, id);
        }

        @Override
        public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
            return sound.create(tenant, idempotencyKey, proposal);
        }

        @Override
        public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
            return sound.update(tenant, record, basedOn);
        }

        @Override
        public LocalOutcome deactivate(TenantId tenant, LocalId id) {
            return sound.deactivate(tenant, id);
        }
    }

    static class IgnoresKeys extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
                    return sound.create(tenant, UUID.randomUUID().toString(), proposal);
                }
            };
        }
    }

    static class SharesKeysOverFirms extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                private final TenantId all = TenantId.of("all");

                @Override
                public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
                    LocalOutcome outcome = sound.create(all, idempotencyKey, proposal);
                    LocalId id = ((LocalOutcome.Done) outcome).id();
                    sound.put(tenant, List.of(sound.find(all, id).orElseThrow().record()));
                    return outcome;
                }
            };
        }
    }

    static class OverwritesOnTheSameKey extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
                    LocalOutcome.Done made = (LocalOutcome.Done) sound.create(tenant, idempotencyKey, proposal);
                    Client again =
                            Client.builder(made.id(), proposal.displayName()).build();
                    return sound.update(tenant, again, made.version());
                }
            };
        }
    }

    static class InsertsOnUpdate extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                    sound.put(tenant, List.of(record));
                    return new LocalOutcome.Done(record.id(), basedOn);
                }
            };
        }
    }

    static class HidesInactiveRecords extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public Stream<Client> all(TenantId tenant) {
                    return sound.all(tenant).filter(Client::active);
                }
            };
        }
    }

    static class FailsOnUnknownIds extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome deactivate(TenantId tenant, LocalId id) {
                    sound.find(tenant, id).orElseThrow();
                    return sound.deactivate(tenant, id);
                }
            };
        }
    }

    static class OverwritesWhateverTheVersion extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                    return sound.find(tenant, record.id())
                            .map(now -> sound.update(tenant, record, now.version()))
                            .orElseGet(LocalOutcome.Missing::new);
                }
            };
        }
    }

    static class SaysStaleButStores extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                    LocalOutcome outcome = sound.update(tenant, record, basedOn);
                    if (outcome instanceof LocalOutcome.Stale) {
                        sound.put(tenant, List.of(record));
                    }
                    return outcome;
                }
            };
        }
    }

    static class ComparesThenStores extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                    LocalOutcome outcome = sound.find(tenant, record.id())
                            .<LocalOutcome>map(now -> now.version().equals(basedOn)
                                    ? new LocalOutcome.Done(record.id(), basedOn)
                                    : new LocalOutcome.Stale())
                            .orElseGet(LocalOutcome.Missing::new);
                    Thread.yield();
                    if (outcome instanceof LocalOutcome.Done) {
                        sound.put(tenant, List.of(record));
                    }
                    return outcome;
                }
            };
        }
    }

    static class SaysStaleForMissing extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                    LocalOutcome outcome = sound.update(tenant, record, basedOn);
                    return outcome instanceof LocalOutcome.Missing ? new LocalOutcome.Stale() : outcome;
                }
            };
        }
    }

    /** Its version counts its own updates, but no deactivation and no user's save: a column that only it writes. */
    static class CountsItsOwnUpdatesOnly extends ClientRecordsContract {
        private final Delegate records = new Delegate() {
            private final Map<LocalId, Integer> updates = new ConcurrentHashMap<>();

            @Override
            public Optional<LocalRecord<Client>> find(TenantId tenant, LocalId id) {
                return sound.find(tenant, id).map(found -> new LocalRecord<>(found.record(), counted(id)));
            }

            @Override
            public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
                return counted(sound.create(tenant, idempotencyKey, proposal));
            }

            @Override
            public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                Optional<LocalRecord<Client>> now = sound.find(tenant, record.id());
                if (now.isEmpty()) {
                    return new LocalOutcome.Missing();
                }
                if (!counted(record.id()).equals(basedOn)) {
                    return new LocalOutcome.Stale();
                }
                updates.merge(record.id(), 1, Integer::sum);
                return counted(sound.update(tenant, record, now.get().version()));
            }

            @Override
            public LocalOutcome deactivate(TenantId tenant, LocalId id) {
                return counted(sound.deactivate(tenant, id));
            }

            private LocalOutcome counted(LocalOutcome outcome) {
                return outcome instanceof LocalOutcome.Done done
                        ? new LocalOutcome.Done(done.id(), counted(done.id()))
                        : outcome;
            }

            private String counted(LocalId id) {
                return "v" + updates.getOrDefault(id, 0);
            }
        };

        @Override
        protected LocalRecords<Client> records() {
            return records;
        }

        @Override
        protected boolean saveAsUser(TenantId tenant, Client record) {
            records.sound.put(tenant, List.of(record));
            return true;
        }
    }

    static class TellsTheVersionBefore extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
                    LocalOutcome outcome = sound.update(tenant, record, basedOn);
                    return outcome instanceof LocalOutcome.Done done
                            ? new LocalOutcome.Done(done.id(), basedOn)
                            : outcome;
                }
            };
        }
    }

    static class GivesANewVersionWithEachLook extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public Optional<LocalRecord<Client>> find(TenantId tenant, LocalId id) {
                    return sound.find(tenant, id)
                            .map(found -> new LocalRecord<>(
                                    found.record(), UUID.randomUUID().toString()));
                }
            };
        }
    }

    @Test
    void doubleCreatesAreCaught() {
        MutationProof.fails(IgnoresKeys.class, "sameKeyCreatesOnce", "manyCreatesWithOneKeyMakeOneRecord");
        MutationProof.fails(OverwritesOnTheSameKey.class, "sameKeyCreatesOnce", "keyIsRememberedAfterLaterChanges");
        MutationProof.fails(SharesKeysOverFirms.class, "otherKeysAndOtherFirmsCreateFurtherRecords");
    }

    @Test
    void wrongUpdatesAreCaught() {
        MutationProof.fails(InsertsOnUpdate.class, "updateOfAnUnknownRecordIsMissing");
        MutationProof.fails(HidesInactiveRecords.class, "deactivatedRecordStaysAndIsInactive");
        MutationProof.fails(FailsOnUnknownIds.class, "deactivatedRecordStaysAndIsInactive");
    }

    @Test
    void lostSavesAreCaught() {
        MutationProof.fails(
                OverwritesWhateverTheVersion.class,
                "updateAgainstAnOldVersionIsStaleAndChangesNothing",
                "oneOfManyUpdatesOfAVersionWins");
        MutationProof.fails(SaysStaleButStores.class, "updateAgainstAnOldVersionIsStaleAndChangesNothing");
        MutationProof.fails(ComparesThenStores.class, "oneOfManyUpdatesOfAVersionWins");
        MutationProof.fails(
                CountsItsOwnUpdatesOnly.class, "updateOverAUsersSaveIsStaleAndKeepsIt", "versionChangesWithEachChange");
    }

    @Test
    void wrongOutcomesAreCaught() {
        MutationProof.fails(SaysStaleForMissing.class, "updateOfAnUnknownRecordIsMissing");
        MutationProof.fails(TellsTheVersionBefore.class, "versionChangesWithEachChange");
        MutationProof.fails(GivesANewVersionWithEachLook.class, "versionStaysWhileNothingChanges");
    }

    @Test
    void recordsWithoutAUsersSaveAreReportedAsSkipped() {
        assertThat(MutationProof.run(InMemoryClientsTest.class)
                        .testEvents()
                        .aborted()
                        .count())
                .isZero();
        assertThat(MutationProof.run(TellsTheVersionBefore.class).testEvents().aborted().stream())
                .extracting(MutationProof::name)
                .containsExactly("updateOverAUsersSaveIsStaleAndKeepsIt");
    }
}
