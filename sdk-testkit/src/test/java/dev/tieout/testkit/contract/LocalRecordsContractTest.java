package dev.tieout.testkit.contract;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        public Optional<Client> find(TenantId tenant, LocalId id) {
            return sound.find(tenant, id);
        }

        @Override
        public LocalId create(TenantId tenant, String idempotencyKey, Client proposal) {
            return sound.create(tenant, idempotencyKey, proposal);
        }

        @Override
        public void update(TenantId tenant, Client record) {
            sound.update(tenant, record);
        }

        @Override
        public void deactivate(TenantId tenant, LocalId id) {
            sound.deactivate(tenant, id);
        }
    }

    static class IgnoresKeys extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalId create(TenantId tenant, String idempotencyKey, Client proposal) {
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
                public LocalId create(TenantId tenant, String idempotencyKey, Client proposal) {
                    LocalId id = sound.create(all, idempotencyKey, proposal);
                    sound.put(tenant, List.of(sound.find(all, id).orElseThrow()));
                    return id;
                }
            };
        }
    }

    static class OverwritesOnTheSameKey extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public LocalId create(TenantId tenant, String idempotencyKey, Client proposal) {
                    LocalId id = sound.create(tenant, idempotencyKey, proposal);
                    sound.update(
                            tenant, Client.builder(id, proposal.displayName()).build());
                    return id;
                }
            };
        }
    }

    static class InsertsOnUpdate extends ClientRecordsContract {
        @Override
        protected LocalRecords<Client> records() {
            return new Delegate() {
                @Override
                public void update(TenantId tenant, Client record) {
                    sound.put(tenant, List.of(record));
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
                public void deactivate(TenantId tenant, LocalId id) {
                    sound.find(tenant, id).orElseThrow();
                    sound.deactivate(tenant, id);
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
        MutationProof.fails(InsertsOnUpdate.class, "updateOfAnUnknownRecordDoesNothing");
        MutationProof.fails(HidesInactiveRecords.class, "deactivatedRecordStaysAndIsInactive");
        MutationProof.fails(FailsOnUnknownIds.class, "deactivatedRecordStaysAndIsInactive");
    }
}
