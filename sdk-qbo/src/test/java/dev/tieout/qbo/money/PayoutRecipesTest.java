package dev.tieout.qbo.money;

import static dev.tieout.qbo.money.PayingFirm.fee;
import static dev.tieout.qbo.money.PayingFirm.moved;
import static dev.tieout.qbo.money.PayingFirm.of;
import static dev.tieout.qbo.money.PayingFirm.payout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payouts become one bank deposit; each recipe with the company's own ledger after it. */
class PayoutRecipesTest {
    private PayingFirm paying;
    private Ledger before;

    @BeforeEach
    void connect() {
        paying = new PayingFirm();
        before = Ledger.of(paying.firm);
    }

    @AfterEach
    void close() {
        paying.close();
    }

    private Map<String, BigDecimal> ledger() {
        return Ledger.of(paying.firm).since(before);
    }

    private Object there(RemoteId deposit, String member) {
        return paying.firm.inQuickBooks("Deposit", deposit, member);
    }

    /** Three payments, a refund and fees: 100 + 200 + 50 - 40 - 11.45. */
    @Test
    void paymentsARefundAndFeesAreOneDepositThatEqualsTheBankLine() {
        ClientPayment first = paying.paid("1", "100.00");
        ClientPayment second = paying.paid("2", "200.00");
        ClientPayment third = paying.paid("3", "50.00");
        ClientRefund refund = paying.refunded("1", first, "40.00");
        Payout payout = payout(
                "po_1",
                "298.55",
                of(first),
                of(second),
                of(third),
                of(refund),
                fee("-3.20"),
                fee("-6.10"),
                fee("-2.15"));
        RemoteId deposit = paying.synced(paying.sync(payout));

        assertThat(ledger())
                .isEqualTo(moved(
                        paying.accounts.bank(),
                        "298.55",
                        paying.accounts.fees(),
                        "11.45",
                        paying.item.incomeAccount().value(),
                        "-310"));
        assertThat((BigDecimal) there(deposit, "TotalAmt")).isEqualByComparingTo("298.55");
        assertThat(there(deposit, "PrivateNote")).isEqualTo("Payout po_1");
        assertThat(there(deposit, "Line").toString())
                .contains("type=VENDOR", "Processing fees")
                .contains("RefundReceipt");
        assertThat((List<?>) there(deposit, "Line")).hasSize(5);
        assertThat(paying.firm.company.tieOut().agrees()).isTrue();
        // The same again changes nothing.
        assertThat(paying.sync(payout).remoteId()).isEqualTo(deposit);
        assertThat(there(deposit, "SyncToken")).isEqualTo("0");
    }

    @Test
    void aPayoutBelowZeroTakesWhatIsLackingFromAnAccount() {
        ClientPayment old = paying.paid("1", "50.00");
        paying.synced(paying.sync(payout("po_1", "50.00", of(old))));
        ClientRefund refund = paying.refunded("1", old, "50.00");
        ClientPayment payment = paying.paid("2", "30.00");
        before = Ledger.of(paying.firm);
        Payout payout = payout("po_2", "-21.20", of(payment), of(refund), fee("-1.20"));

        SyncStatus held = paying.sync(payout);
        assertThat(held.problem().cause()).isEqualTo(ProblemCause.TOTAL_BELOW_ZERO);
        assertThat(ledger()).isEmpty();

        paying.firm.company.settings(paying.firm
                .company
                .settings()
                .withMoney(paying.firm.company.settings().money().withShortfallAccount(paying.accounts.clearing())));
        paying.firm.work();
        assertThat(paying.firm.company.payouts().status(payout.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(ledger())
                .isEqualTo(moved(
                        paying.undeposited(),
                        "20",
                        paying.accounts.fees(),
                        "1.2",
                        paying.accounts.clearing(),
                        "-21.2"));
        assertThat(paying.firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aDisputeIsLostAndWonBack() {
        ClientPayment payment = paying.paid("1", "500.00");
        PayoutPart lost = PayoutPart.dispute(Money.usd("-200.00"), paying.client.id());
        paying.synced(paying.sync(payout("po_1", "285.00", of(payment), lost, fee("-15.00"))));
        assertThat(ledger())
                .isEqualTo(moved(
                        paying.accounts.bank(),
                        "285",
                        paying.accounts.fees(),
                        "15",
                        paying.accounts.disputes(),
                        "200",
                        paying.item.incomeAccount().value(),
                        "-500"));
        RemoteId won = paying.synced(
                paying.sync(payout("po_2", "200.00", PayoutPart.dispute(Money.usd("200.00"), paying.client.id()))));
        assertThat(there(won, "Line").toString()).contains("type=CUSTOMER");
        assertThat(ledger())
                .isEqualTo(moved(
                        paying.accounts.bank(),
                        "485",
                        paying.accounts.fees(),
                        "15",
                        paying.item.incomeAccount().value(),
                        "-500"));
    }

    /** A fee that the client paid is income of its own, and part of no invoice. */
    @Test
    void aFeePassedOnAtCheckoutIsALineOfItsOwn() {
        ClientPayment payment = paying.paid("1", "100.00");
        String surcharge = paying.item.incomeAccount().value();
        paying.synced(paying.sync(payout(
                "po_1",
                "99.71",
                of(payment),
                PayoutPart.adjustment(Money.usd("3.00"), surcharge).withDescription("Fees paid by clients"),
                fee("-3.29"))));
        assertThat(ledger())
                .isEqualTo(moved(paying.accounts.bank(), "99.71", paying.accounts.fees(), "3.29", surcharge, "-103"));
    }

    @Test
    void aRefundOfAnEarlierPayoutsPaymentLowersALaterOne() {
        ClientPayment first = paying.paid("1", "100.00");
        paying.synced(paying.sync(payout("po_1", "97.00", of(first), fee("-3.00"))));
        ClientRefund refund = paying.refunded("1", first, "25.00");
        ClientPayment second = paying.paid("2", "80.00");
        paying.synced(paying.sync(payout("po_2", "52.60", of(second), of(refund), fee("-2.40"))));
        assertThat(ledger())
                .isEqualTo(moved(
                        paying.accounts.bank(),
                        "149.6",
                        paying.accounts.fees(),
                        "5.4",
                        paying.item.incomeAccount().value(),
                        "-155"));
    }

    @Test
    void aPaymentThatTheAppDoesNotHaveIsTakenAlong() {
        ClientPayment payment = paying.paid("1", "100.00");
        String byHand = paying.firm
                .books
                .inQuickBooks()
                .receivePayment(
                        paying.firm
                                .company
                                .clients()
                                .status(paying.client.id())
                                .remoteId()
                                .value(),
                        new BigDecimal("60"));
        paying.synced(paying.sync(payout(
                "po_1",
                "160.00",
                of(payment),
                PayoutPart.paymentInQuickBooks(RemoteId.of(byHand), Money.usd("60.00")))));
        assertThat(ledger())
                .isEqualTo(moved(
                        paying.accounts.bank(),
                        "160",
                        paying.receivable(),
                        "-60",
                        paying.item.incomeAccount().value(),
                        "-100"));
    }
}
