package dev.tieout.qbo.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.CreditAllocation;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Account payments that are applied later, and credits that are applied by a payment. */
class CreditsTest {
    private static final LocalId ID = LocalId.of("p-1");

    private PayingFirm paying;
    private ClientInvoice invoice;
    private ClientInvoice other;
    private ClientCreditMemo credit;

    @BeforeEach
    void connect() {
        paying = new PayingFirm();
        invoice = Firm.invoice("i-1", paying.client, paying.item, "100.00");
        other = Firm.invoice("i-2", paying.client, paying.item, "70.00");
        credit = Firm.creditMemo("m-1", paying.client, paying.item, "40.00");
        paying.synced(paying.firm.company.invoices().sync(invoice));
        paying.synced(paying.firm.company.invoices().sync(other));
    }

    @AfterEach
    void close() {
        paying.close();
    }

    private ClientPayment payment(String amount) {
        return ClientPayment.builder(ID, paying.client.id(), Firm.DAY, Money.usd(amount))
                .reference("p-1")
                .build();
    }

    private static List<PaymentAllocation> on(ClientInvoice invoice, String amount) {
        return List.of(new PaymentAllocation(invoice.id(), Money.usd(amount)));
    }

    private List<CreditAllocation> of(String amount) {
        return List.of(new CreditAllocation(credit.id(), Money.usd(amount)));
    }

    private ClientPayment applied(String amount) {
        return ClientPayment.builder(ID, paying.client.id(), Firm.DAY, Money.usd("0.00"))
                .reference("p-1")
                .allocations(on(invoice, amount))
                .credits(of(amount))
                .build();
    }

    private SyncStatus sync(ClientPayment payment) {
        return paying.firm.company.payments().sync(payment);
    }

    private void balances(String ofInvoice, String ofOther, String ofCredit) {
        assertThat(open("Invoice", paying.firm.company.invoices().status(invoice.id())))
                .isEqualByComparingTo(ofInvoice);
        assertThat(open("Invoice", paying.firm.company.invoices().status(other.id())))
                .isEqualByComparingTo(ofOther);
        SyncStatus given = paying.firm.company.creditMemos().status(credit.id());
        assertThat(given.remoteId() == null ? BigDecimal.ZERO : open("CreditMemo", given))
                .isEqualByComparingTo(ofCredit);
        assertThat(paying.firm.company.tieOut().agrees()).isTrue();
    }

    private BigDecimal open(String entity, SyncStatus status) {
        return (BigDecimal) paying.firm.inQuickBooks(entity, status.remoteId(), "Balance");
    }

    private void give() {
        paying.synced(paying.firm.company.creditMemos().sync(credit));
    }

    /** Recipe: a payment of zero moves balances and nothing in the ledger; taking it off moves them back. */
    @Test
    void aCreditIsAppliedByAPaymentOfZeroAndTakenOffAgain() {
        give();
        Ledger before = Ledger.of(paying.firm);
        paying.synced(sync(applied("40.00")));
        balances("60", "70", "0");
        paying.synced(sync(applied("25.00")));
        balances("75", "70", "15");
        paying.synced(sync(applied("25.00").toBuilder()
                .allocations(on(other, "25.00"))
                .privateNote("moved")
                .build()));
        balances("100", "45", "15");
        assertThat(paying.firm.company.payments().deleteNow(ID).state()).isEqualTo(SyncState.SYNCED);
        balances("100", "70", "40");
        assertThat(Ledger.of(paying.firm).since(before)).isEmpty();
    }

    @Test
    void aCreditIsTakenOffByAVoidToo() {
        give();
        paying.synced(sync(applied("40.00")));
        assertThat(paying.firm.company.payments().voidNow(ID).state()).isEqualTo(SyncState.SYNCED);
        balances("100", "70", "40");
    }

    @Test
    void moneyAndACreditPayOneInvoiceTogether() {
        give();
        paying.synced(sync(payment("60.00").toBuilder()
                .allocations(on(invoice, "100.00"))
                .credits(of("40.00"))
                .build()));
        balances("0", "70", "0");
        RemoteId remote = paying.firm.company.payments().status(ID).remoteId();
        assertThat((BigDecimal) paying.firm.inQuickBooks("Payment", remote, "UnappliedAmt"))
                .isZero();
        // The credit comes off, the money stays.
        paying.synced(sync(
                payment("60.00").toBuilder().allocations(on(invoice, "60.00")).build()));
        balances("40", "70", "40");
    }

    @Test
    void anApplicationWaitsForItsCreditMemo() {
        SyncStatus status = sync(applied("40.00"));
        assertThat(status.state()).isEqualTo(SyncState.WAITING);
        assertThat(status.waitsFor().kind()).isEqualTo(RecordKind.CREDIT_MEMO);
        paying.firm.company.creditMemos().stage(credit);
        paying.firm.work();
        assertThat(paying.firm.company.payments().status(ID).state()).isEqualTo(SyncState.SYNCED);
        balances("60", "70", "0");
    }

    /** Recipe: a retainer is a payment without lines; the invoice is added to it later. */
    @Test
    void anAccountPaymentIsAppliedLaterAndTheRestStaysACredit() {
        Ledger before = Ledger.of(paying.firm);
        paying.synced(sync(payment("500.00")));
        assertThat(Ledger.of(paying.firm).since(before))
                .isEqualTo(PayingFirm.moved(paying.undeposited(), "500", paying.receivable(), "-500"));
        paying.synced(sync(
                payment("500.00").toBuilder().allocations(on(invoice, "100.00")).build()));
        balances("0", "70", "0");
        RemoteId remote = paying.firm.company.payments().status(ID).remoteId();
        assertThat((BigDecimal) paying.firm.inQuickBooks("Payment", remote, "UnappliedAmt"))
                .isEqualByComparingTo("400");
        paying.synced(sync(payment("500.00")));
        balances("100", "70", "0");
        assertThat(paying.firm.inQuickBooks("Payment", remote, "Id")).isEqualTo(remote.value());
    }

    @Test
    void whatABookkeeperAppliesBesideStaysApplied() {
        give();
        paying.synced(sync(
                payment("30.00").toBuilder().allocations(on(invoice, "30.00")).build()));
        paying.firm
                .books
                .inQuickBooks()
                .applyCredit(
                        paying.firm
                                .company
                                .creditMemos()
                                .status(credit.id())
                                .remoteId()
                                .value(),
                        paying.firm
                                .company
                                .invoices()
                                .status(invoice.id())
                                .remoteId()
                                .value(),
                        new BigDecimal("40"));
        paying.later();
        paying.synced(sync(
                payment("30.00").toBuilder().allocations(on(invoice, "20.00")).build()));
        balances("40", "70", "0");
    }

    @Test
    void aCreditThatSomebodyElseUsedIsToldOf() {
        give();
        paying.firm
                .books
                .inQuickBooks()
                .applyCredit(
                        paying.firm
                                .company
                                .creditMemos()
                                .status(credit.id())
                                .remoteId()
                                .value(),
                        paying.firm
                                .company
                                .invoices()
                                .status(other.id())
                                .remoteId()
                                .value(),
                        new BigDecimal("30"));
        SyncStatus status = sync(applied("40.00"));
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.CREDIT_APPLIED);
        assertThat(status.problem().message()).contains("less left");
        paying.synced(sync(applied("10.00")));
        balances("90", "40", "0");
    }

    /** Recipe: a bad debt is a credit memo on an account of its own, and a payment of zero. */
    @Test
    void aBalanceIsWrittenOff() {
        String debts = paying.firm
                .books
                .inQuickBooks()
                .create("Account", Map.of("Name", "Bad debts given up", "AccountType", "Income"));
        ServiceItem bad = ServiceItem.builder(LocalId.of("s-bad"), "Bad debt")
                .incomeAccount(RemoteId.of(debts))
                .build();
        paying.synced(paying.firm.company.serviceItems().sync(bad));
        Ledger before = Ledger.of(paying.firm);
        credit = Firm.creditMemo("m-1", paying.client, paying.item, "80.00").toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.usd("80.00"))
                        .serviceItemId(bad.id())
                        .build()))
                .build();
        give();
        paying.synced(sync(applied("80.00")));
        balances("20", "70", "0");
        assertThat(Ledger.of(paying.firm).since(before))
                .isEqualTo(PayingFirm.moved(debts, "80", paying.receivable(), "-80"));
    }

    @Test
    void whatDoesNotAddUpIsRefusedWhenBuilt() {
        ClientPayment.Builder zero = payment("1.00").toBuilder().amount(Money.usd("0.00"));
        assertThatThrownBy(zero::build).hasMessageContaining("payment.amount must be more than zero");
        assertThatThrownBy(() -> applied("40.00").toBuilder()
                        .allocations(on(invoice, "40.01"))
                        .build())
                .hasMessageContaining("payment.allocations come to more than payment.amount and payment.credits");
        assertThatThrownBy(() -> applied("40.00").toBuilder()
                        .allocations(on(invoice, "39.99"))
                        .build())
                .hasMessageContaining("payment.credits come to more than payment.allocations");
        assertThatThrownBy(() -> new CreditAllocation(credit.id(), Money.usd("0.00")))
                .hasMessageContaining("more than zero");
        assertThatThrownBy(() -> applied("40.00").toBuilder()
                        .credits(List.of(new CreditAllocation(credit.id(), Money.of("40.00", "EUR"))))
                        .build())
                .hasMessageContaining("EUR");
    }
}
