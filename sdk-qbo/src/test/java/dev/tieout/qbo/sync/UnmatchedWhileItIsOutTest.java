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

/** A person takes a record apart, matches or forgets it, while its create is still out: what the create made is known. */
class UnmatchedWhileItIsOutTest {
    private static final LocalId ID = LocalId.of("x-1");
    private static final LocalId OUT = LocalId.of("x-2");

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

    private String newest(Of of) {
        return firm.books.all(of.entity).stream()
                .map(each -> Integer.valueOf(each.get("Id").toString()))
                .max(Integer::compare)
                .orElseThrow()
                .toString();
    }

    /** Another record that is there, and that a person may take for the same. */
    private RemoteId another(Of of) {
        sync(of);
        RemoteId other = RemoteId.of(newest(of));
        handle(of).unmatch(ID);
        handle(of).forget(ID);
        return other;
    }

    private void send(Of of, boolean made, Fault after) {
        firm.fake
                .faults()
                .add(FaultRule.on(of.entity, "create"), made ? Fault.answerLost() : Fault.closedBeforeCommit());
        firm.fake.faults().add(FaultRule.on(of.entity, "create").times(3), after);
        switch (of) {
            case CLIENT ->
                firm.company
                        .clients()
                        .sync(Client.builder(OUT, "Still Out").lastName("Out").build());
            case SERVICE_ITEM ->
                firm.company
                        .serviceItems()
                        .sync(item.toBuilder()
                                .id(OUT)
                                .name("Still out")
                                .code("OUT")
                                .build());
            case INVOICE -> firm.company.invoices().sync(Firm.invoice(OUT.value(), client, item, "77.00"));
            case PAYMENT -> {
                ClientInvoice paid = Firm.invoice("i-1", client, item, "500.00");
                firm.company.invoices().sync(paid);
                firm.company.payments().sync(Firm.payment(OUT.value(), paid, "77.00"));
            }
            case CREDIT_MEMO -> firm.company.creditMemos().sync(Firm.creditMemo(OUT.value(), client, item, "77.00"));
        }
        firm.fake.faults().clear();
    }

    private void hours(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
    }

    static Stream<Arguments> out() {
        return all().flatMap(each ->
                Stream.of("no answer", "a gateway's").map(how -> Arguments.of(each.get()[0], each.get()[1], how)));
    }

    /** While nobody can say what the create made, a match changes nothing and says so. */
    @ParameterizedTest
    @MethodSource("out")
    void aMatchWaitsForWhatNobodyCanSayYet(Of of, boolean made, String repeats) {
        RemoteId other = another(of);
        int before = firm.books.all(of.entity).size();
        Fault noAnswer = made ? Fault.answerLost() : Fault.closedBeforeCommit();
        send(of, made, repeats.equals("no answer") ? noAnswer : Fault.text(404, "Not here"));

        MatchOutcome outcome = handle(of).match(OUT, other);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MatchOutcome.Underway.class,
                        underway -> assertThat(underway.status().remoteId()).isNull());
        hours(30);
        assertThat(firm.books.all(of.entity)).hasSize(before + 1);
        RemoteId ours = RemoteId.of(newest(of));
        assertThat(handle(of).status(OUT).remoteId()).isEqualTo(ours);
        assertThat(handle(of).match(OUT, other)).isEqualTo(new MatchOutcome.AlreadyMatched(ours));
    }

    /** What is forgotten while it is out is still found out about, and made no second time. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsForgottenIsFoundOutAbout(Of of, boolean made) {
        int clients = (int) firm.clients.all(Firm.TENANT).count();
        send(of, made, Fault.text(404, "Not here"));
        int there = firm.books.all(of.entity).size();

        handle(of).forget(OUT);
        hours(30);

        assertThat(firm.books.all(of.entity)).hasSize(there);
        assertThat(firm.clients.all(Firm.TENANT)).hasSize(clients);
        SyncStatus status = handle(of).status(OUT);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.NOT_SYNCED);
        assertThat(status.remoteId()).isNull();
    }
}
