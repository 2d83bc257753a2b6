package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node reads what a bookkeeper changed and falls asleep on the way to the app. What the bookkeeper, another node or a user
 * did meanwhile is newer: it is neither overwritten nor taken back, and both sides come to the same.
 */
class StaleNewsTest {
    private static final LocalId ID = LocalId.of("x-1");

    private final Meanwhile meanwhile = new Meanwhile();
    private final InMemorySyncStore store = new InMemorySyncStore();
    private Firm firm;
    private QuickBooks other;
    private QuickBooks sleeper;
    private Runnable inTheApp = () -> {};
    private @Nullable Asleep asleep;

    private enum Of {
        CLIENT("Customer", "CompanyName", "MiddleName", RecordKind.CLIENT),
        SERVICE_ITEM("Item", "Description", "Sku", RecordKind.SERVICE_ITEM);

        private final String entity;
        private final String hers;
        private final String ours;
        private final RecordKind kind;

        Of(String entity, String hers, String ours, RecordKind kind) {
            this.entity = entity;
            this.hers = hers;
            this.ours = ours;
            this.kind = kind;
        }
    }

    /** Where the node that read the news falls asleep. */
    private enum Asleep {
        BEFORE_THE_LOOK_UP_OF_ROWS,
        AFTER_THE_LOOK_UP_OF_ROWS,
        BEFORE_THE_APP_IS_READ,
        BEFORE_THE_APP_IS_WRITTEN,
        AFTER_THE_APP_IS_WRITTEN,
        BEFORE_THE_ROW_IS_STORED;

        /** Nobody else can tell what the sleeping node wrote into the app from what a user did. */
        boolean looksLikeAUser() {
            return this == AFTER_THE_APP_IS_WRITTEN || this == BEFORE_THE_ROW_IS_STORED;
        }
    }

    /** What happens meanwhile. */
    private enum Newer {
        THE_BOOKKEEPER_CHANGES_IT_AGAIN_AND_THE_OTHER_NODE_READS,
        A_USER_EDITS_ANOTHER_FIELD,
        A_USER_EDITS_THE_SAME_FIELD,
        A_USER_SAVES_AND_HAS_NOT_SYNCED;

        boolean isAUsers() {
            return this != THE_BOOKKEEPER_CHANGES_IT_AGAIN_AND_THE_OTHER_NODE_READS;
        }
    }

    private final class Records<T> implements LocalRecords<T> {
        private final LocalRecords<T> records;

        Records(LocalRecords<T> records) {
            this.records = records;
        }

        @Override
        public Stream<T> all(TenantId tenant) {
            return records.all(tenant);
        }

        @Override
        public Optional<LocalRecord<T>> find(TenantId tenant, LocalId id) {
            pass(Asleep.BEFORE_THE_APP_IS_READ);
            return records.find(tenant, id);
        }

        @Override
        public LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal) {
            return records.create(tenant, idempotencyKey, proposal);
        }

        @Override
        public LocalOutcome update(TenantId tenant, T record, String basedOn) {
            pass(Asleep.BEFORE_THE_APP_IS_WRITTEN);
            LocalOutcome outcome = records.update(tenant, record, basedOn);
            pass(Asleep.AFTER_THE_APP_IS_WRITTEN);
            return outcome;
        }

        @Override
        public LocalOutcome deactivate(TenantId tenant, LocalId id) {
            return records.deactivate(tenant, id);
        }
    }

    private void pass(Asleep moment) {
        if (moment == asleep) {
            asleep = null;
            inTheApp.run();
        }
    }

    @BeforeEach
    void twoNodes() {
        firm = Firm.withDefaults(store);
        other = firm.process("node-2");
        sleeper = firm.host("node-3")
                .syncStore(meanwhile.seen(store))
                .clients(new Records<>(firm.clients))
                .serviceItems(new Records<>(firm.items))
                .build();
    }

    @AfterEach
    void close() {
        firm.close();
    }

    static Stream<Arguments> all() {
        return Stream.of(Of.values())
                .flatMap(of -> Stream.of(Asleep.values())
                        .flatMap(asleep -> Stream.of(Newer.values())
                                .filter(newer -> !asleep.looksLikeAUser() || newer.isAUsers())
                                .map(newer -> Arguments.of(of, asleep, newer))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theNewerStands(Of of, Asleep where, Newer newer) {
        start(of);
        hers(of, "first");
        firm.fake.clock().advance(Duration.ofHours(1).plusMinutes(1));
        asleep = where;
        inTheApp = () -> happens(of, newer);
        String row = of == Of.CLIENT ? " client" : " service_item";
        switch (where) {
            case BEFORE_THE_LOOK_UP_OF_ROWS -> meanwhile.at("before findByRemoteIds"::equals, inTheApp);
            case AFTER_THE_LOOK_UP_OF_ROWS -> meanwhile.at("after findByRemoteIds"::equals, inTheApp);
            case BEFORE_THE_ROW_IS_STORED -> meanwhile.at(("before saveAll" + row)::equals, inTheApp);
            default -> {
                // The app itself is where it sleeps.
            }
        }
        work(sleeper);
        assertThat(asleep == null || !meanwhile.waits()).as("the moment came").isTrue();
        for (int hour = 0; hour < 3; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1).plusMinutes(1));
            work(firm.quickBooks);
        }
        String expected = switch (newer) {
            case THE_BOOKKEEPER_CHANGES_IT_AGAIN_AND_THE_OTHER_NODE_READS -> "second";
            case A_USER_EDITS_THE_SAME_FIELD -> "the user's";
            default -> "first";
        };
        SyncStatus status = firm.company.status(of.kind, ID);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(there(of, of.hers)).isEqualTo(expected);
        assertThat(inTheApp(of, of.hers)).isEqualTo(expected);
        if (newer == Newer.A_USER_EDITS_ANOTHER_FIELD || newer == Newer.A_USER_SAVES_AND_HAS_NOT_SYNCED) {
            assertThat(inTheApp(of, of.ours)).isEqualTo("own");
            assertThat(there(of, of.ours)).isEqualTo("own");
        }
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private void happens(Of of, Newer newer) {
        switch (newer) {
            case THE_BOOKKEEPER_CHANGES_IT_AGAIN_AND_THE_OTHER_NODE_READS -> {
                hers(of, "second");
                // The lease of a node that sleeps ends.
                firm.fake.clock().advance(Duration.ofHours(2));
                work(other);
            }
            case A_USER_EDITS_ANOTHER_FIELD -> save(of, of.ours, "own", true);
            case A_USER_EDITS_THE_SAME_FIELD -> save(of, of.hers, "the user's", true);
            case A_USER_SAVES_AND_HAS_NOT_SYNCED -> save(of, of.ours, "own", false);
        }
    }

    private static void work(QuickBooks node) {
        while (node.runDue() > 0) {
            // until nothing is due
        }
    }

    private void start(Of of) {
        if (of == Of.CLIENT) {
            Client client = Client.builder(ID, "Stale News").build();
            firm.clients.put(Firm.TENANT, List.of(client));
            firm.company.clients().sync(client);
        } else {
            ServiceItem item = ServiceItem.builder(ID, "Stale News")
                    .rate(new BigDecimal("100"))
                    .incomeAccount(
                            firm.company.catalog().incomeAccounts().get(0).id())
                    .build();
            firm.items.put(Firm.TENANT, List.of(item));
            firm.company.serviceItems().sync(item);
        }
        work(firm.quickBooks);
    }

    private void hers(Of of, String value) {
        firm.books.inQuickBooks().change(of.entity, remote(of).value(), Map.of(of.hers, value));
    }

    private RemoteId remote(Of of) {
        return Objects.requireNonNull(firm.company.status(of.kind, ID).remoteId());
    }

    private Object there(Of of, String field) {
        return firm.inQuickBooks(of.entity, remote(of), field);
    }

    private void save(Of of, String field, String value, boolean sync) {
        Company company = other.company(Firm.TENANT);
        if (of == Of.CLIENT) {
            Client.Builder client = firm.clients.find(Firm.TENANT, ID).orElseThrow().record().toBuilder();
            Client edited =
                    (field.equals("CompanyName") ? client.companyName(value) : client.middleName(value)).build();
            firm.clients.put(Firm.TENANT, List.of(edited));
            if (sync) {
                company.clients().sync(edited);
            } else {
                company.clients().stage(edited);
            }
        } else {
            ServiceItem.Builder item = firm.items.find(Firm.TENANT, ID).orElseThrow().record().toBuilder();
            ServiceItem edited = (field.equals("Description") ? item.description(value) : item.code(value)).build();
            firm.items.put(Firm.TENANT, List.of(edited));
            if (sync) {
                company.serviceItems().sync(edited);
            } else {
                company.serviceItems().stage(edited);
            }
        }
    }

    private Object inTheApp(Of of, String field) {
        if (of == Of.CLIENT) {
            Client client = firm.clients.find(Firm.TENANT, ID).orElseThrow().record();
            return field.equals("CompanyName") ? client.companyName() : client.middleName();
        }
        ServiceItem item = firm.items.find(Firm.TENANT, ID).orElseThrow().record();
        return field.equals("Description") ? item.description() : item.code();
    }
}
