package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stuck for one reason is one group, what is listed is set going, and what its remedy says cures it. */
class StuckTogetherTest {
    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Stuck Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void poll() {
        firm.fake.clock().advance(Duration.ofHours(1).plusMinutes(1));
        firm.work();
    }

    private ClientInvoice sent(String id) {
        ClientInvoice invoice = Firm.invoice(id, client, item, "100.00");
        assertThat(firm.company.invoices().sync(invoice).state()).isEqualTo(SyncState.SYNCED);
        return invoice;
    }

    private String remote(String invoice) {
        return firm.company.invoices().status(LocalId.of(invoice)).remoteId().value();
    }

    /** The place of a character, and other data of one record, are no reason of their own. */
    @Test
    void aColonIsOneReasonWhereverItStands() {
        for (String name : List.of("A: Client", "Another: Client", "One More Client:")) {
            firm.company
                    .clients()
                    .sync(Client.builder(LocalId.of("x" + name.length()), name).build());
        }
        assertThat(firm.company.problems()).singleElement().satisfies(group -> {
            assertThat(group.cause()).isEqualTo(ProblemCause.INVALID_DATA);
            assertThat(group.field()).isEqualTo("DisplayName");
            assertThat(group.count()).isEqualTo(3);
        });
    }

    @Test
    void twoInactiveItemsAreTwoReasonsAndEachIsNamedAndSetGoingAlone() {
        ServiceItem second = firm.linkedItem("s-2");
        for (ServiceItem each : List.of(item, second)) {
            String id = firm.company.serviceItems().status(each.id()).remoteId().value();
            firm.books.inQuickBooks().inactivate("Item", id);
            for (String n : List.of("a", "b")) {
                firm.company.invoices().sync(Firm.invoice("i-" + each.id() + n, client, each, "100.00"));
            }
        }
        List<ProblemGroup> groups = firm.company.problems();
        assertThat(groups)
                .hasSize(2)
                .allSatisfy(group -> assertThat(group.count()).isEqualTo(2));
        assertThat(groups)
                .extracting(group -> Objects.requireNonNull(group.blame()).remoteId())
                .doesNotHaveDuplicates();

        ProblemGroup one = groups.get(0);
        firm.books
                .inQuickBooks()
                .reactivate(
                        "Item", Objects.requireNonNull(one.blame()).remoteId().value());
        int before = firm.fake.history().count("Invoice", "create")
                + firm.fake.history().count("batch", "batch");
        assertThat(firm.company.retryAll(one)).isEqualTo(2);
        firm.work();
        assertThat(firm.fake.history().count("Invoice", "create")
                        + firm.fake.history().count("batch", "batch"))
                .as("nobody else is sent")
                .isEqualTo(before + 1);
        assertThat(firm.company.problems())
                .singleElement()
                .satisfies(left -> assertThat(left.blame()).isNotEqualTo(one.blame()));
    }

    private enum Stuck {
        BOTH_CHANGED(ProblemCause.BOTH_CHANGED),
        CHANGED_IN_QUICKBOOKS(ProblemCause.CHANGED_IN_QUICKBOOKS),
        LINKED_TWICE(ProblemCause.LINKED_TWICE),
        NOT_KEPT(ProblemCause.NOT_KEPT),
        UNKNOWN_OUTCOME(ProblemCause.UNKNOWN_OUTCOME),
        PERHAPS_SAME(ProblemCause.PERHAPS_SAME),
        PARENT_OUT(ProblemCause.PARENT_OUT),
        UNAVAILABLE(ProblemCause.UNAVAILABLE),
        INVALID_DATA(ProblemCause.INVALID_DATA);

        private final ProblemCause cause;

        Stuck(ProblemCause cause) {
            this.cause = cause;
        }
    }

    /** Whatever the list shows as stuck for a cause, that cause sets going, as many as the list says. */
    @ParameterizedTest
    @EnumSource
    void whatIsListedUnderACauseIsSetGoingByIt(Stuck stuck) {
        bring(stuck);
        ProblemGroup group = firm.company.problems().stream()
                .filter(each -> each.cause() == stuck.cause)
                .findFirst()
                .orElseThrow();
        assertThat(firm.company.retryAll(stuck.cause)).isEqualTo(group.count());
        assertThat(firm.company.retryAll(group)).isEqualTo(group.count());
        assertThat(firm.company.overview().nextDue())
                .isNotNull()
                .isBeforeOrEqualTo(firm.fake.clock().instant());
        firm.work();
        // Set going is not cured: what still stands is told as before.
        assertThat(firm.company.problems()).extracting(ProblemGroup::cause).contains(stuck.cause);
    }

    private void bring(Stuck stuck) {
        switch (stuck) {
            case BOTH_CHANGED, CHANGED_IN_QUICKBOOKS -> {
                ClientInvoice invoice = sent("i-1");
                firm.books.inQuickBooks().change("Invoice", remote("i-1"), Map.of("PrivateNote", "hers"));
                poll();
                if (stuck == Stuck.BOTH_CHANGED) {
                    firm.company
                            .invoices()
                            .sync(invoice.toBuilder().privateNote("ours").build());
                }
            }
            case LINKED_TWICE -> {
                firm.fake
                        .webhooks()
                        .subscribe((headers, body) -> firm.quickBooks
                                .webhooks()
                                .receive(headers.get("intuit-signature"), body)
                                .httpStatus());
                firm.fake.webhooks().format(WebhookFormat.LEGACY);
                Client second =
                        Client.builder(LocalId.of("c-2"), "Stuck Client Two").build();
                firm.clients.put(Firm.TENANT, List.of(client, second));
                String gone = firm.company.clients().sync(second).remoteId().value();
                String survivor =
                        firm.company.clients().status(client.id()).remoteId().value();
                firm.books.inQuickBooks().merge("Customer", survivor, gone);
                firm.fake.webhooks().deliver();
                poll();
            }
            case NOT_KEPT -> {
                String place = firm.books.inQuickBooks().create("Department", Map.of("Name", "A place"));
                firm.books.inQuickBooks().settings().locations(false);
                firm.company
                        .invoices()
                        .sync(Firm.invoice("i-1", client, item, "100.00").toBuilder()
                                .locationId(place)
                                .build());
            }
            case UNKNOWN_OUTCOME -> {
                firm.fake.faults().add(FaultRule.on("Invoice", "create").times(8), Fault.answerLost());
                firm.company.invoices().sync(Firm.invoice("i-1", client, item, "100.00"));
                firm.fake.faults().clear();
                String made = firm.books.all("Invoice").stream()
                        .map(each -> Integer.valueOf(each.get("Id").toString()))
                        .max(Integer::compare)
                        .orElseThrow()
                        .toString();
                firm.books.inQuickBooks().change("Invoice", made, Map.of("PrivateNote", "hers"));
                firm.fake.clock().advance(Duration.ofHours(26));
                firm.work();
            }
            case PERHAPS_SAME -> {
                String customer =
                        firm.company.clients().status(client.id()).remoteId().value();
                firm.books
                        .inQuickBooks()
                        .create(
                                "Payment",
                                Map.of(
                                        "CustomerRef",
                                        Map.of("value", customer),
                                        "TxnDate",
                                        Firm.DAY.toString(),
                                        "TotalAmt",
                                        new BigDecimal("100.00")));
                firm.company.payments().sync(Firm.payment("p-1", sent("i-1"), "100.00"));
            }
            case PARENT_OUT -> {
                ClientInvoice invoice = sent("i-1");
                firm.company.invoices().voidNow(invoice.id());
                firm.company.payments().sync(Firm.payment("p-1", invoice, "100.00"));
            }
            case UNAVAILABLE -> {
                firm.fake.faults().add(FaultRule.any().always(), Fault.html503());
                firm.company.invoices().sync(Firm.invoice("i-1", client, item, "100.00"));
            }
            case INVALID_DATA ->
                firm.company
                        .clients()
                        .sync(Client.builder(LocalId.of("c-9"), "Colon: Client").build());
        }
    }

    private enum Cure {
        CORRECTED_IN_QUICKBOOKS,
        CORRECTED_IN_THE_APP,
        RESOLVED_TO_QUICKBOOKS,
        ACCEPTED_BY_THE_SETTINGS
    }

    /** The app says another tax than QuickBooks works out: each remedy that is told is one. */
    @ParameterizedTest
    @EnumSource
    void amountsThatDifferAreCuredAsTheRemedySays(Cure cure) {
        ClientInvoice taxed = Firm.invoice("i-1", client, item, "100.00").toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.usd("100.00"))
                        .serviceItemId(item.id())
                        .taxable(true)
                        .build()))
                .tax(Money.usd("8.25"))
                .build();
        firm.company.invoices().sync(taxed);
        String id = remote("i-1");
        // Somebody lets QuickBooks work out the tax, and the app's total is another.
        firm.books
                .inQuickBooks()
                .change("Invoice", id, Map.of("TxnTaxDetail", Map.of("TotalTax", new BigDecimal("8.00"))));
        poll();
        SyncStatus differs = firm.company.invoices().status(taxed.id());
        assertThat(differs.state()).as("%s", differs).isNotEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isFalse();
        switch (cure) {
            case CORRECTED_IN_QUICKBOOKS ->
                firm.books
                        .inQuickBooks()
                        .change("Invoice", id, Map.of("TxnTaxDetail", Map.of("TotalTax", new BigDecimal("8.25"))));
            case CORRECTED_IN_THE_APP ->
                firm.company
                        .invoices()
                        .sync(taxed.toBuilder().tax(Money.usd("8.00")).build());
            case RESOLVED_TO_QUICKBOOKS -> firm.company.invoices().resolve(taxed.id(), Side.QUICKBOOKS);
            case ACCEPTED_BY_THE_SETTINGS ->
                firm.company.settings(firm.company
                        .settings()
                        .withAcceptOtherTotals(true)
                        .withInvoices(KindSettings.money().withConflicts(ConflictPolicy.QUICKBOOKS_WINS)));
        }
        poll();
        if (cure == Cure.ACCEPTED_BY_THE_SETTINGS) {
            firm.company.settle(firm.company.differences(RecordKind.INVOICE), Side.QUICKBOOKS);
        }
        SyncStatus cured = firm.company.invoices().retry(taxed.id());
        assertThat(cured.state()).as("%s %s", cured, cured.differences()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
        assertThat(firm.company.problems()).isEmpty();
    }

    private enum Trouble {
        LAPSED("6190"),
        NO_LONGER_ADMIN("120"),
        UNREACHABLE("HTTP 503");

        private final String answer;

        Trouble(String answer) {
            this.answer = answer;
        }
    }

    /** The write itself ends the trouble, which sets all going that waits: what it came to is told all the same. */
    @ParameterizedTest
    @EnumSource
    void aRetryThatEndsTheTroubleSaysWhatBecameOfIt(Trouble trouble) {
        Fault fault = trouble == Trouble.UNREACHABLE ? Fault.html503() : Fault.code(trouble.answer);
        firm.fake.faults().add(FaultRule.entity("Invoice").always(), fault);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        assertThat(firm.company.invoices().sync(invoice).state()).isNotEqualTo(SyncState.SYNCED);
        firm.company.invoices().stage(Firm.invoice("i-2", client, item, "50.00"));
        firm.fake.faults().clear();
        firm.fake.clock().advance(Duration.ofHours(1));
        if (firm.company.health().state() != ConnectionState.CONNECTED) {
            firm.work();
        }
        SyncStatus now = firm.company.invoices().retry(invoice.id());
        assertThat(now.state()).as("%s", now).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        firm.work();
        assertThat(firm.company.invoices().status(LocalId.of("i-2")).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.count("Invoice", "PrivateNote", "Invoice i-1")).isEqualTo(1);
        assertThat(firm.company.problems()).isEmpty();
    }
}
