package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people decide holds: however a difference is settled both sides are equal then, and what is apart stays apart. */
class PeoplesWordTest {
    private static final LocalId ID = LocalId.of("c-1");

    private Firm firm;
    private Client client;
    private RemoteId customer;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Decided Client").toBuilder()
                .phones(List.of("555"))
                .build();
        firm.clients.put(Firm.TENANT, List.of(client));
        customer = firm.company.clients().sync(client).remoteId();
        policy(ConflictPolicy.ASK);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void policy(ConflictPolicy policy) {
        firm.company.settings(
                firm.company.settings().withClients(KindSettings.lists().withConflicts(policy)));
    }

    private void poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
    }

    private Client stored() {
        return firm.clients.find(Firm.TENANT, ID).orElseThrow().record();
    }

    private void save(Client edited) {
        firm.clients.put(Firm.TENANT, List.of(edited));
        firm.company.clients().stage(edited);
    }

    private enum Settled {
        THE_APP_TAKES_IT("777"),
        THE_BOOKKEEPER_TAKES_IT("666"),
        A_PERSON_SAYS_APP("666"),
        A_PERSON_SAYS_QUICKBOOKS("777"),
        THE_POLICY_BECOMES_APP_WINS("666"),
        THE_POLICY_BECOMES_QUICKBOOKS_WINS("777");

        private final String phone;

        Settled(String phone) {
            this.phone = phone;
        }
    }

    /** One field is in dispute; the bookkeeper edited another, and the app a third. */
    @ParameterizedTest
    @EnumSource
    void howeverItIsSettledNothingElseIsLost(Settled how) {
        firm.books
                .inQuickBooks()
                .change(
                        "Customer",
                        customer.value(),
                        Map.of("PrimaryPhone", Map.of("FreeFormNumber", "777"), "MiddleName", "Of QuickBooks"));
        save(client.toBuilder().phones(List.of("666")).companyName("Of the app").build());
        poll();
        SyncStatus asked = firm.company.clients().status(ID);
        assertThat(asked.state()).as("%s", asked).isEqualTo(SyncState.CONFLICT);
        assertThat(asked.differences()).extracting("field").containsExactly("PrimaryPhone");
        assertThat(firm.company.tieOut().agrees()).isFalse();
        switch (how) {
            case THE_APP_TAKES_IT ->
                save(stored().toBuilder().phones(List.of("777")).build());
            case THE_BOOKKEEPER_TAKES_IT ->
                firm.books
                        .inQuickBooks()
                        .change("Customer", customer.value(), Map.of("PrimaryPhone", Map.of("FreeFormNumber", "666")));
            case A_PERSON_SAYS_APP -> firm.company.clients().resolve(ID, Side.APP);
            case A_PERSON_SAYS_QUICKBOOKS -> firm.company.clients().resolve(ID, Side.QUICKBOOKS);
            case THE_POLICY_BECOMES_APP_WINS -> policy(ConflictPolicy.APP_WINS);
            case THE_POLICY_BECOMES_QUICKBOOKS_WINS -> policy(ConflictPolicy.QUICKBOOKS_WINS);
        }
        poll();
        SyncStatus status = firm.company.clients().status(ID);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(stored().phones()).containsExactly(how.phone);
        assertThat(stored().middleName()).isEqualTo("Of QuickBooks");
        assertThat(stored().companyName()).isEqualTo("Of the app");
        assertThat(firm.inQuickBooks("Customer", customer, "PrimaryPhone"))
                .isEqualTo(Map.of("FreeFormNumber", how.phone));
        assertThat(firm.inQuickBooks("Customer", customer, "MiddleName")).isEqualTo("Of QuickBooks");
        assertThat(firm.inQuickBooks("Customer", customer, "CompanyName")).isEqualTo("Of the app");
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    /** Whatever comes after a person took the two apart: an edit of either side, a setup, a switch. */
    @ParameterizedTest
    @ValueSource(strings = {"edit", "edit in QuickBooks", "setup", "switches", "retry", "reactivation"})
    void whatWasUnmatchedStaysApart(String after) {
        int customers = firm.books.all("Customer").size();
        firm.company.clients().unmatch(ID);
        switch (after) {
            case "edit" -> save(client.toBuilder().displayName("Another name").build());
            case "edit in QuickBooks" ->
                firm.books.inQuickBooks().change("Customer", customer.value(), Map.of("CompanyName", "By hand"));
            case "setup" -> {
                SetupPlan plan = firm.company.setup().preview();
                assertThat(plan.decisions()).isEmpty();
                firm.company.setup().apply(plan);
            }
            case "switches" -> {
                firm.company.settings(
                        firm.company.settings().withClients(KindSettings.lists().off()));
                firm.work();
                policy(ConflictPolicy.APP_WINS);
            }
            case "retry" -> {
                firm.company.clients().retry(ID);
                firm.company.retryAll();
            }
            default -> {
                firm.books.inQuickBooks().inactivate("Customer", customer.value());
                poll();
                firm.books.inQuickBooks().reactivate("Customer", customer.value());
            }
        }
        poll();
        assertThat(firm.company.clients().status(ID).state()).isEqualTo(SyncState.NOT_SYNCED);
        assertThat(firm.company.clients().status(ID).remoteId()).isNull();
        assertThat(firm.books.all("Customer")).hasSize(customers);
        assertThat(firm.clients.all(Firm.TENANT)).hasSize(1);
    }

    /** The switches are for what travels by itself: what a person asks for is done. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsAskedForIsDoneWhateverTheSwitchesSay(boolean create) {
        ServiceItem item = firm.linkedItem("s-1");
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        if (!create) {
            firm.company.invoices().sync(invoice);
            firm.company.payments().sync(Firm.payment("p-1", invoice, "40.00"));
            firm.company.creditMemos().sync(Firm.creditMemo("m-1", client, item, "20.00"));
        }
        for (RecordKind kind : List.of(
                RecordKind.CLIENT,
                RecordKind.SERVICE_ITEM,
                RecordKind.INVOICE,
                RecordKind.PAYMENT,
                RecordKind.CREDIT_MEMO)) {
            firm.company.settings(firm.company
                    .settings()
                    .with(kind, firm.company.settings().of(kind).off()));
        }
        firm.work();
        Client asked = create
                ? firm.client("c-2", "Asked for")
                : client.toBuilder().companyName("Asked for").build();
        ServiceItem askedItem = create
                ? item.toBuilder().id(LocalId.of("s-2")).name("Asked for").build()
                : item.toBuilder().description("Asked for").build();
        assertThat(firm.company.clients().sync(asked).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.serviceItems().sync(askedItem).state()).isEqualTo(SyncState.SYNCED);
        ClientInvoice edited = invoice.toBuilder().memo("Asked for").build();
        SyncStatus sent = firm.company.invoices().sync(edited);
        assertThat(sent.state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.inQuickBooks("Invoice", sent.remoteId(), "CustomerMemo"))
                .isEqualTo(Map.of("value", "Asked for"));
        SyncStatus paid = firm.company.payments().sync(Firm.payment("p-1", edited, "50.00"));
        assertThat(paid.state()).isEqualTo(SyncState.SYNCED);
        assertThat((BigDecimal) firm.inQuickBooks("Payment", paid.remoteId(), "TotalAmt"))
                .isEqualByComparingTo("50");
        SyncStatus credited = firm.company.creditMemos().sync(Firm.creditMemo("m-1", client, item, "25.00"));
        assertThat(credited.state()).isEqualTo(SyncState.SYNCED);
        assertThat((BigDecimal) firm.inQuickBooks("CreditMemo", credited.remoteId(), "TotalAmt"))
                .isEqualByComparingTo("25");
    }

    private enum Ended {
        INVOICE_VOID,
        INVOICE_DELETED,
        PAYMENT_VOID,
        PAYMENT_DELETED,
        CREDIT_MEMO_DELETED
    }

    /** Ended by the bookkeeper: told, in the tie-out before and after the feed was read, and brought back by nobody. */
    @ParameterizedTest
    @EnumSource
    void whatABookkeeperEndsIsToldAndCounted(Ended ended) {
        ServiceItem item = firm.linkedItem("s-1");
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        RecordHandle<?> handle = switch (ended) {
            case INVOICE_VOID, INVOICE_DELETED -> firm.company.invoices();
            case PAYMENT_VOID, PAYMENT_DELETED -> firm.company.payments();
            case CREDIT_MEMO_DELETED -> firm.company.creditMemos();
        };
        SyncStatus sent = switch (ended) {
            case INVOICE_VOID, INVOICE_DELETED -> firm.company.invoices().status(invoice.id());
            case PAYMENT_VOID, PAYMENT_DELETED -> firm.company.payments().sync(Firm.payment("p-1", invoice, "40.00"));
            case CREDIT_MEMO_DELETED -> firm.company.creditMemos().sync(Firm.creditMemo("m-1", client, item, "20.00"));
        };
        String entity = ended.name().startsWith("INVOICE")
                ? "Invoice"
                : ended.name().startsWith("PAYMENT") ? "Payment" : "CreditMemo";
        boolean isVoid = ended.name().endsWith("VOID");
        if (isVoid) {
            firm.books.inQuickBooks().voidTransaction(entity, sent.remoteId().value());
        } else {
            firm.books.inQuickBooks().delete(entity, sent.remoteId().value());
        }
        int left = firm.books.all(entity).size();
        assertThat(firm.company.tieOut().agrees()).isFalse();
        poll();
        assertThat(firm.company.tieOut().agrees()).isFalse();
        assertThat(firm.company.tieOut().differences())
                .extracting(TieOut.Difference::localId)
                .contains(sent.localId());
        SyncStatus gone = handle.status(sent.localId());
        assertThat(gone.state()).as("%s", gone).isEqualTo(SyncState.GONE);
        assertThat(gone.problem().cause())
                .isEqualTo(isVoid ? ProblemCause.VOIDED_IN_QUICKBOOKS : ProblemCause.DELETED_IN_QUICKBOOKS);
        firm.company.retryAll();
        poll();
        assertThat(firm.books.all(entity)).hasSize(left);
    }
}
