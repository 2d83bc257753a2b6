package dev.tieout.qbo.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.RefundSource;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.sync.RefundSync;
import dev.tieout.qbo.sync.TieOut;
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
import org.junit.jupiter.api.Test;

/** Money given back of what was paid, from the app to QuickBooks. */
class RefundsTest {
    private static final LocalId ID = LocalId.of("r-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientInvoice invoice;
    private ClientPayment payment;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Refunded Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        invoice = Firm.invoice("i-1", client, item, "100.00");
        payment = Firm.payment("p-1", invoice, "100.00");
        RemoteId remote = firm.company.serviceItems().status(item.id()).remoteId();
        firm.company.settings(firm.company
                .settings()
                .withMoney(firm.company.settings().money().withRefundItem(remote)));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private RefundSync refunds() {
        return firm.company.refunds();
    }

    private void pay() {
        assertThat(firm.company.invoices().sync(invoice).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.payments().sync(payment).state()).isEqualTo(SyncState.SYNCED);
    }

    private ClientRefund refund(String amount) {
        return ClientRefund.builder(ID, client.id(), Firm.DAY)
                .amount(Money.usd(amount))
                .source(RefundSource.of(payment, List.of()))
                .privateNote("Refund r-1")
                .build();
    }

    private SyncStatus synced(ClientRefund refund) {
        SyncStatus status = refunds().sync(refund);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        return status;
    }

    private Object there(String member) {
        return firm.inQuickBooks("RefundReceipt", refunds().status(ID).remoteId(), member);
    }

    /** Recipe: a refund receipt takes income back out of Undeposited Funds; the invoice stays paid. */
    @Test
    void aRefundTakesIncomeBackAndLeavesTheInvoicePaid() {
        pay();
        Ledger before = Ledger.of(firm);
        synced(refund("40.00"));
        assertThat(Ledger.of(firm).since(before))
                .isEqualTo(Map.of(
                        Accounts.undeposited(firm),
                        new BigDecimal("-4E+1"),
                        item.incomeAccount().value(),
                        new BigDecimal("4E+1")));
        RemoteId remote = firm.company.invoices().status(invoice.id()).remoteId();
        assertThat((BigDecimal) firm.inQuickBooks("Invoice", remote, "Balance")).isZero();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aRefundWaitsForItsPaymentAndThatForItsInvoice() {
        assertThat(refunds().sync(refund("40.00")).state()).isEqualTo(SyncState.WAITING);
        firm.company.payments().stage(payment);
        firm.company.invoices().stage(invoice);
        firm.work();
        assertThat(refunds().status(ID).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void theAccountIsTheFirmsOrTheAppsAndStaysWhatItWas() {
        pay();
        RemoteId bank = Accounts.in(firm).bank();
        synced(refund("10.00"));
        firm.company.settings(firm.company
                .settings()
                .withMoney(firm.company.settings().money().withRefundAccount(bank)));
        synced(refund("10.00").toBuilder().memo("Sorry").build());
        assertThat(there("DepositToAccountRef"))
                .isEqualTo(Map.of("value", Accounts.undeposited(firm), "name", "Undeposited Funds"));
        ClientRefund other = refund("15.00").toBuilder().id(LocalId.of("r-2")).build();
        assertThat(firm.inQuickBooks("RefundReceipt", synced(other).remoteId(), "DepositToAccountRef"))
                .hasToString("{value=" + bank + ", name=Payouts account}");
        synced(other.toBuilder().accountId(Accounts.undeposited(firm)).build());
        assertThat(firm.inQuickBooks(
                        "RefundReceipt", refunds().status(other.id()).remoteId(), "DepositToAccountRef"))
                .hasToString("{value=" + Accounts.undeposited(firm) + ", name=Undeposited Funds}");
    }

    @Test
    void everythingOfItIsWrittenAndEdited() {
        pay();
        String method = firm.company.catalog().paymentMethods().get(0).name();
        ClientRefund first = refund("40.00").toBuilder()
                .method(method)
                .reference("re_123")
                .memo("Sorry")
                .build();
        synced(first);
        assertThat(there("PaymentRefNum")).isEqualTo("re_123");
        assertThat((BigDecimal) there("TotalAmt")).isEqualByComparingTo("40");
        ClientRefund edited = first.toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.usd("25.00"))
                        .serviceItemId(item.id())
                        .description("Half of it")
                        .build()))
                .reference(null)
                .date(Firm.DAY.plusDays(1))
                .build();
        synced(edited);
        assertThat((BigDecimal) there("TotalAmt")).isEqualByComparingTo("25");
        assertThat(there("TxnDate")).isEqualTo("2026-11-03");
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aRefundIsDeletedAndThereIsNoVoid() {
        pay();
        Ledger before = Ledger.of(firm);
        synced(refund("40.00"));
        assertThat(refunds().deleteNow(ID).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.books.all("RefundReceipt")).isEmpty();
        assertThat(Ledger.of(firm).since(before)).isEmpty();
    }

    @Test
    void moreThanIsLeftOfThePaymentIsRefusedWhenBuilt() {
        ClientRefund earlier = refund("70.00");
        assertThat(RefundSource.of(payment, List.of(earlier)).left()).isEqualTo(Money.usd("30.00"));
        assertThatThrownBy(() -> ClientRefund.builder(LocalId.of("r-2"), client.id(), Firm.DAY)
                        .amount(Money.usd("30.01"))
                        .source(RefundSource.of(payment, List.of(earlier)))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("refund.lines come to 0.01 USD more than is left");
        assertThatThrownBy(() -> ClientRefund.builder(LocalId.of("r-2"), client.id(), Firm.DAY)
                        .amount(Money.of("5.00", "EUR"))
                        .source(RefundSource.of(payment, List.of()))
                        .build())
                .hasMessageContaining("EUR")
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> ClientRefund.builder(LocalId.of("r-2"), client.id(), Firm.DAY)
                        .amount(Money.usd("-5.00"))
                        .build())
                .hasMessageContaining("more than zero");
        assertThatThrownBy(() -> ClientRefund.builder(LocalId.of("r-2"), client.id(), Firm.DAY)
                        .build())
                .hasMessageContaining("refund.lines is empty");
    }

    /** The rest of an overpayment is a credit of the client, and was never income. */
    @Test
    void whatWasPaidTooMuchIsNoIncomeToTakeBack() {
        payment = payment.toBuilder().amount(Money.usd("130.00")).build();
        assertThat(RefundSource.of(payment, List.of()).left()).isEqualTo(Money.usd("100.00"));
    }

    @Test
    void whatABookkeeperUnappliedIsNotGivenBackAsIncome() {
        pay();
        RemoteId remote = firm.company.payments().status(payment.id()).remoteId();
        firm.books.inQuickBooks().unapplyPayment(remote.value());
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        SyncStatus status = refunds().sync(refund("40.00"));
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.INVALID_DATA);
        assertThat(status.problem().blame().record().kind()).isEqualTo(RecordKind.PAYMENT);
        assertThat(firm.books.all("RefundReceipt")).isEmpty();

        firm.company.payments().resolve(payment.id(), Side.APP);
        firm.work();
        firm.fake.clock().advance(Duration.ofDays(1));
        firm.work();
        assertThat(refunds().status(ID).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aPaymentMethodThatQuickBooksLacksIsNamed() {
        pay();
        SyncStatus status =
                refunds().sync(refund("40.00").toBuilder().method("Seashells").build());
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.BAD_REFERENCE);
        assertThat(status.problem().blame().name()).isEqualTo("Seashells");
    }

    @Test
    void whatABookkeeperChangesIsSeenAndPutRight() {
        pay();
        synced(refund("40.00"));
        firm.books
                .inQuickBooks()
                .change("RefundReceipt", refunds().status(ID).remoteId().value(), Map.of("TxnDate", "2026-11-20"));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        assertThat(refunds().status(ID).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.field()).isEqualTo("TxnDate"));
        TieOut tieOut = firm.company.tieOut();
        assertThat(tieOut.differences()).hasSize(1);
        assertThat(refunds().resolve(ID, Side.APP).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void oneThatWasEnteredByHandIsAskedAbout() {
        pay();
        firm.books
                .inQuickBooks()
                .create(
                        "RefundReceipt",
                        Map.of(
                                "CustomerRef",
                                Map.of(
                                        "value",
                                        firm.company
                                                .clients()
                                                .status(client.id())
                                                .remoteId()
                                                .value()),
                                "DepositToAccountRef",
                                Map.of("value", Accounts.undeposited(firm)),
                                "TxnDate",
                                "2026-11-03",
                                "Line",
                                List.of(Map.of(
                                        "Amount",
                                        new BigDecimal("40"),
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
                                                                .value()))))));
        SyncStatus status = refunds().sync(refund("40.00"));
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
        assertThat(firm.books.all("RefundReceipt")).hasSize(1);
        refunds().notTheSame(ID, status.problem().blame().remoteId());
        firm.work();
        assertThat(firm.books.all("RefundReceipt")).hasSize(2);
    }
}
