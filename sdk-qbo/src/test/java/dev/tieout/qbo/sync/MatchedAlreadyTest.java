package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A match never moves a link unasked, and says whether the two are in step. */
class MatchedAlreadyTest {
    private static final LocalId ID = LocalId.of("x-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private RemoteId customer;
    private ClientInvoice paid;

    private enum Of {
        CLIENT("Customer"),
        SERVICE_ITEM("Item"),
        INVOICE("Invoice"),
        PAYMENT("Payment"),
        CREDIT_MEMO("CreditMemo");

        private final String entity;

        Of(String entity) {
            this.entity = entity;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Matched Once");
        customer = firm.company.clients().sync(client).remoteId();
        item = firm.linkedItem("s-1");
        paid = Firm.invoice("i-0", client, item, "500.00");
        firm.company.invoices().sync(paid);
    }

    @AfterEach
    void close() {
        firm.close();
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

    private SyncStatus sync(Of of) {
        return switch (of) {
            case CLIENT -> firm.company.clients().sync(client("Matched Twice"));
            case SERVICE_ITEM -> firm.company.serviceItems().sync(item("Second item"));
            case INVOICE -> firm.company.invoices().sync(Firm.invoice("x-1", client, item, "100.00"));
            case PAYMENT -> firm.company.payments().sync(Firm.payment("x-1", paid, "100.00"));
            case CREDIT_MEMO -> firm.company.creditMemos().sync(Firm.creditMemo("x-1", client, item, "100.00"));
        };
    }

    private MatchOutcome match(Of of, RemoteId remote) {
        return switch (of) {
            case CLIENT -> firm.company.clients().match(client("Matched Twice"), remote);
            case SERVICE_ITEM -> firm.company.serviceItems().match(item("Second item"), remote);
            case INVOICE -> firm.company.invoices().match(Firm.invoice("x-1", client, item, "100.00"), remote);
            case PAYMENT -> firm.company.payments().match(Firm.payment("x-1", paid, "100.00"), remote);
            case CREDIT_MEMO ->
                firm.company.creditMemos().match(Firm.creditMemo("x-1", client, item, "100.00"), remote);
        };
    }

    private Client client(String name) {
        Client second = Client.builder(ID, name).build();
        firm.clients.put(Firm.TENANT, List.of(client, second));
        return second;
    }

    private ServiceItem item(String name) {
        return item.toBuilder().id(ID).name(name).build();
    }

    private RemoteId another(Of of) {
        Map<String, Object> body = switch (of) {
            case CLIENT -> Map.of("DisplayName", "Another Customer");
            case SERVICE_ITEM ->
                Map.of(
                        "Name",
                        "Another item",
                        "Type",
                        "Service",
                        "IncomeAccountRef",
                        Map.of(
                                "value",
                                Objects.requireNonNull(item.incomeAccount()).value()));
            case PAYMENT ->
                Map.of("CustomerRef", Map.of("value", customer.value()), "TotalAmt", new BigDecimal("60.00"));
            case INVOICE, CREDIT_MEMO ->
                Map.of(
                        "CustomerRef",
                        Map.of("value", customer.value()),
                        "Line",
                        List.of(Map.of(
                                "Amount",
                                new BigDecimal("60.00"),
                                "DetailType",
                                "SalesItemLineDetail",
                                "SalesItemLineDetail",
                                Map.of(
                                        "ItemRef",
                                        Map.of(
                                                "value",
                                                firm.company
                                                        .serviceItems()
                                                        .status(item.id())
                                                        .remoteId()
                                                        .value())))));
        };
        return RemoteId.of(firm.books.inQuickBooks().create(of.entity, body));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLinkedKeepsItsLinkUntilItIsUnmatched(Of of) {
        RemoteId first = Objects.requireNonNull(sync(of).remoteId());
        RemoteId second = another(of);
        int writes = writes(of);
        assertThat(match(of, second)).isEqualTo(new MatchOutcome.AlreadyMatched(first));
        assertThat(handle(of).match(ID, second)).isEqualTo(new MatchOutcome.AlreadyMatched(first));
        SyncStatus status = handle(of).status(ID);
        assertThat(status.remoteId()).isEqualTo(first);
        assertThat(status.state()).isEqualTo(SyncState.SYNCED);
        assertThat(writes(of)).isEqualTo(writes);

        handle(of).unmatch(ID);
        assertThat(match(of, second)).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(handle(of).status(ID).remoteId()).isEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT", "SERVICE_ITEM"})
    void aMatchThatQuickBooksDoesNotTakeIsALinkThatIsNotInStep(Of of) {
        RemoteId other = another(of);
        firm.fake.faults().add(FaultRule.on(of.entity, "update").always(), Fault.code("2020"));
        assertThat(match(of, other)).isInstanceOfSatisfying(MatchOutcome.Matched.class, matched -> {
            assertThat(matched.status().remoteId()).isEqualTo(other);
            assertThat(matched.status().state()).isEqualTo(SyncState.NEEDS_ATTENTION);
            assertThat(matched.status().differences()).isNotEmpty();
        });
        firm.fake.faults().clear();
        assertThat(handle(of).retry(ID).state()).isEqualTo(SyncState.SYNCED);
    }

    private int writes(Of of) {
        return firm.fake.history().count(of.entity, "create")
                + firm.fake.history().count(of.entity, "update");
    }
}
