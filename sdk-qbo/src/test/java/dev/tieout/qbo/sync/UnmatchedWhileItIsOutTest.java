package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A person takes a record apart whose create is still out: it stays apart, and what the create made is known. */
class UnmatchedWhileItIsOutTest {
    private static final LocalId ID = LocalId.of("x-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;

    private enum Of {
        CLIENT("Customer", RecordKind.CLIENT),
        SERVICE_ITEM("Item", RecordKind.SERVICE_ITEM),
        INVOICE("Invoice", RecordKind.INVOICE),
        PAYMENT("Payment", RecordKind.PAYMENT),
        CREDIT_MEMO("CreditMemo", RecordKind.CREDIT_MEMO);

        private final String entity;
        private final RecordKind kind;

        Of(String entity, RecordKind kind) {
            this.entity = entity;
            this.kind = kind;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Taken Apart");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        firm.company.settings(
                firm.company.settings().withClients(KindSettings.lists().withCreateInApp(true)));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private SyncStatus sync(Of of) {
        Client second = Client.builder(ID, "Taken Apart Second").build();
        return switch (of) {
            case CLIENT -> {
                firm.clients.put(Firm.TENANT, List.of(client, second));
                yield firm.company.clients().sync(second);
            }
            case SERVICE_ITEM ->
                firm.company
                        .serviceItems()
                        .sync(item.toBuilder().id(ID).name("Second item").build());
            case INVOICE -> firm.company.invoices().sync(Firm.invoice("x-1", client, item, "100.00"));
            case PAYMENT -> {
                ClientInvoice paid = Firm.invoice("i-0", client, item, "500.00");
                firm.company.invoices().sync(paid);
                yield firm.company.payments().sync(Firm.payment("x-1", paid, "100.00"));
            }
            case CREDIT_MEMO -> firm.company.creditMemos().sync(Firm.creditMemo("x-1", client, item, "100.00"));
        };
    }

    private RecordHandle<?> handle(Of of) {
        return switch (of) {
            case CLIENT -> firm.company.clients();
            case SERVICE_ITEM -> firm.company.serviceItems();
            case INVOICE -> firm.company.invoices();
            case PAYMENT -> firm.company.payments();
            case CREDIT_MEMO -> firm.company.creditMemos();
        };
    }

    static Stream<Arguments> all() {
        return Stream.of(Of.values()).flatMap(of -> Stream.of(true, false).map(made -> Arguments.of(of, made)));
    }

    /** @param made whether the create arrived */
    @ParameterizedTest
    @MethodSource("all")
    void itStaysApartAndWhatWasMadeIsKnown(Of of, boolean made) {
        firm.fake
                .faults()
                .add(
                        FaultRule.on(of.entity, "create").times(4),
                        made ? Fault.answerLost() : Fault.closedBeforeCommit());
        sync(of);
        firm.fake.faults().clear();
        int there = firm.books.all(of.entity).size();
        int clients = (int) firm.clients.all(Firm.TENANT).count();
        handle(of).unmatch(ID);
        if (of == Of.CLIENT) {
            // Nothing but the outcome of the create tells whose the new customer is.
            Client renamed = Client.builder(ID, "Under Another Name").build();
            firm.clients.put(Firm.TENANT, List.of(renamed));
            firm.company.clients().stage(renamed);
        }
        for (int hour = 0; hour < 30; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
        SyncStatus apart = handle(of).status(ID);
        assertThat(apart.state()).as("%s", apart).isEqualTo(SyncState.NOT_SYNCED);
        assertThat(apart.keptOut()).isEqualTo(KeptOut.UNMATCHED);
        assertThat(apart.remoteId()).isNull();
        assertThat(firm.books.all(of.entity)).hasSize(there);
        assertThat(firm.clients.all(Firm.TENANT)).hasSize(clients);
        if (made) {
            String id = firm.books.all(of.entity).stream()
                    .map(each -> Integer.valueOf(each.get("Id").toString()))
                    .max(Integer::compare)
                    .orElseThrow()
                    .toString();
            int updates = firm.fake.history().count(of.entity, "update");
            assertThat(handle(of).match(ID, RemoteId.of(id))).isInstanceOf(MatchOutcome.Matched.class);
            assertThat(handle(of).status(ID).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.fake.history().count(of.entity, "update"))
                    .as("an undo writes nothing but real differences")
                    .isEqualTo(updates + (of == Of.CLIENT ? 1 : 0));
        }
    }
}
