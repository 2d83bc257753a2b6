// Longer than others: one fact after another about one kind.
package dev.tieout.qbo.money;

import static dev.tieout.qbo.money.PayingFirm.fee;
import static dev.tieout.qbo.money.PayingFirm.of;
import static dev.tieout.qbo.money.PayingFirm.payout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.PayoutSync;
import dev.tieout.sync.MoneySettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payouts and everything that stands in their way. */
class PayoutsTest {
    private static final LocalId PO = LocalId.of("po_1");

    private PayingFirm paying;

    @BeforeEach
    void connect() {
        paying = new PayingFirm();
    }

    @AfterEach
    void close() {
        paying.close();
    }

    private PayoutSync payouts() {
        return paying.firm.company.payouts();
    }

    private SyncProblem refused(Payout payout) {
        SyncStatus status = paying.sync(payout);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(paying.firm.books.all("Deposit").size()).isEqualTo(deposits);
        return status.problem();
    }

    private int deposits;

    private String byHand(ClientPayment... payments) {
        String id = paying.firm
                .books
                .inQuickBooks()
                .deposit(List.of(payments).stream()
                        .map(p -> paying.firm
                                .company
                                .payments()
                                .status(p.id())
                                .remoteId()
                                .value())
                        .toArray(String[]::new));
        deposits = paying.firm.books.all("Deposit").size();
        return id;
    }

    @Test
    void partsThatDoNotComeToTheNetAreRefusedWithTheDifference() {
        PayoutPart part = PayoutPart.payment(LocalId.of("p-1"), Money.usd("100.00"));
        assertThatThrownBy(() -> payout("po_1", "97.00", part, fee("-2.50"))).hasMessageContaining("0.50 USD too much");
        assertThatThrownBy(() -> payout("po_1", "97.00", part, fee("-3.10")))
                .hasMessageContaining("0.10 USD is missing");
        assertThatThrownBy(() -> payout("po_1", "0.00")).hasMessageContaining("payout.parts is empty");
        assertThatThrownBy(() -> payout("po_1", "200.00", part, part)).hasMessageContaining("p-1 twice");
        assertThatThrownBy(() -> payout("po_1", "97.00", part, PayoutPart.fee(Money.of("-3.00", "EUR"))))
                .hasMessageContaining("EUR")
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> PayoutPart.refund(LocalId.of("r-1"), Money.usd("5.00")))
                .hasMessageContaining("below zero");
        assertThatThrownBy(() -> PayoutPart.fee(Money.usd("0.00"))).hasMessageContaining("is zero");
    }

    @Test
    void aPayoutWaitsForItsPaymentsAndRefunds() {
        ClientInvoice invoice = Firm.invoice("i-1", paying.client, paying.item, "100.00");
        ClientPayment payment = Firm.payment("p-1", invoice, "100.00");
        ClientRefund refund = paying.refund("1", payment, "10.00");
        SyncStatus status = paying.sync(payout("po_1", "87.00", of(payment), of(refund), fee("-3.00")));
        assertThat(status.state()).isEqualTo(SyncState.WAITING);
        assertThat(status.waitsFor().kind()).isIn(RecordKind.PAYMENT, RecordKind.REFUND);
        paying.firm.company.refunds().stage(refund);
        paying.firm.company.payments().stage(payment);
        paying.firm.company.invoices().stage(invoice);
        paying.firm.work();
        assertThat(payouts().status(PO).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void whatIsNotChosenIsNamed() {
        ClientPayment payment = paying.paid("1", "100.00");
        paying.firm.company.settings(paying.firm.company.settings().withMoney(MoneySettings.defaults()));
        Payout payout = payout("po_1", "97.00", of(payment), fee("-3.00"));
        assertThat(refused(payout).remedy()).contains("payoutAccount");
        Payout banked =
                payout.toBuilder().accountId(paying.accounts.bank().value()).build();
        assertThat(refused(banked).remedy()).contains("feeAccount");
        paying.synced(paying.sync(banked.toBuilder()
                .parts(List.of(
                        of(payment),
                        fee("-3.00").withAccount(paying.accounts.fees().value())))
                .build()));
    }

    @Test
    void aPaymentIsInOnePayoutOnly() {
        ClientPayment payment = paying.paid("1", "100.00");
        paying.synced(paying.sync(payout("po_1", "100.00", of(payment))));
        deposits = 1;
        ClientPayment other = paying.paid("2", "50.00");
        SyncProblem problem = refused(payout("po_2", "150.00", of(payment), of(other)));
        assertThat(problem.cause()).isEqualTo(ProblemCause.IN_DEPOSIT);
        assertThat(problem.message()).contains("p-1");
        assertThat(problem.blame().entity()).isEqualTo("Deposit");
        assertThat(problem.blame().remoteId()).isEqualTo(payouts().status(PO).remoteId());
    }

    /** Two payouts of one payment in one batch: QuickBooks itself refuses the second. */
    @Test
    void twoPayoutsOfOnePaymentThatGoTogetherMakeOneDeposit() {
        ClientPayment payment = paying.paid("1", "100.00");
        payouts().stage(payout("po_1", "100.00", of(payment)));
        payouts().stage(payout("po_2", "97.00", of(payment), fee("-3.00")));
        paying.firm.work();
        assertThat(paying.firm.books.all("Deposit")).hasSize(1);
        assertThat(List.of(
                        payouts().status(PO).state(),
                        payouts().status(LocalId.of("po_2")).state()))
                .containsExactlyInAnyOrder(SyncState.SYNCED, SyncState.NEEDS_ATTENTION);
    }

    @Test
    void aPaymentThatDiffersOrLiesElsewhereIsNamed() {
        ClientPayment payment = paying.paid("1", "100.00");
        SyncProblem other = refused(payout("po_1", "99.00", PayoutPart.payment(payment.id(), Money.usd("99.00"))));
        assertThat(other.cause()).isEqualTo(ProblemCause.AMOUNTS_DIFFER);
        assertThat(other.blame().record().id()).isEqualTo(payment.id());
        paying.firm
                .books
                .inQuickBooks()
                .change(
                        "Payment",
                        paying.firm
                                .company
                                .payments()
                                .status(payment.id())
                                .remoteId()
                                .value(),
                        Map.of(
                                "DepositToAccountRef",
                                Map.of("value", paying.accounts.bank().value())));
        SyncProblem elsewhere = refused(payout("po_1", "100.00", of(payment)));
        assertThat(elsewhere.cause()).isEqualTo(ProblemCause.BAD_REFERENCE);
        assertThat(elsewhere.message()).contains("Undeposited Funds");
    }

    /** A bookkeeper deposited by hand: the same sum may be the payout, another one is in the way. */
    @Test
    void aDepositMadeByHandIsMatchedOrNamed() {
        ClientPayment first = paying.paid("1", "100.00");
        ClientPayment second = paying.paid("2", "50.00");
        String deposit = byHand(first, second);
        Payout payout = payout("po_1", "150.00", of(first), of(second));
        SyncProblem same = refused(payout);
        assertThat(same.cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
        assertThat(same.blame().remoteId()).isEqualTo(RemoteId.of(deposit));
        assertThat(refused(payout("po_2", "147.00", of(first), of(second), fee("-3.00")))
                        .cause())
                .isEqualTo(ProblemCause.IN_DEPOSIT);

        assertThat(payouts().match(payout, RemoteId.of(deposit))).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(payouts().status(PO).remoteId()).isEqualTo(RemoteId.of(deposit));
    }

    /** Depositing moves neither token nor time of a payment: reading the deposits tells. */
    @Test
    void aDepositLocksItsPaymentsBeforeTheCallAndDeletingItLetsThemGo() {
        ClientPayment payment = paying.paid("1", "100.00");
        String deposit = byHand(payment);
        paying.later();
        ClientPayment changed = payment.toBuilder().date(Firm.DAY.plusDays(1)).build();
        paying.firm.fake.history().clear();
        SyncStatus locked = paying.firm.company.payments().sync(changed);
        assertThat(paying.firm.fake.history().count("Payment", "update")).isZero();
        assertThat(locked.problem().cause()).isEqualTo(ProblemCause.IN_DEPOSIT);
        assertThat(locked.problem().blame().remoteId()).isEqualTo(RemoteId.of(deposit));
        paying.firm.books.inQuickBooks().delete("Deposit", deposit);
        paying.later();
        assertThat(paying.firm.company.payments().status(payment.id()).state()).isEqualTo(SyncState.SYNCED);
        RemoteId remote = paying.firm.company.payments().status(payment.id()).remoteId();
        assertThat(paying.firm.inQuickBooks("Payment", remote, "TxnDate")).isEqualTo("2026-11-03");
    }

    /** What it is made of is another deposit: delete, change, make anew. */
    @Test
    void aDepositedPaymentIsCorrectedByMakingTheDepositAnew() {
        ClientPayment payment = paying.paid("1", "100.00");
        Payout payout = payout("po_1", "97.00", of(payment), fee("-3.00"));
        RemoteId first = paying.synced(paying.sync(payout));
        deposits = 1;
        Payout corrected = payout("po_1", "96.50", of(payment), fee("-3.50"));
        SyncProblem problem = refused(corrected);
        assertThat(problem.remedy()).contains("deleteNow", "resend");

        assertThat(payouts().deleteNow(PO).state()).isEqualTo(SyncState.SYNCED);
        assertThat(paying.firm.books.all("Deposit")).isEmpty();
        RemoteId second = paying.synced(payouts().resend(PO));
        assertThat(second).isNotEqualTo(first);
        assertThat((BigDecimal) paying.firm.inQuickBooks("Deposit", second, "TotalAmt"))
                .isEqualByComparingTo("96.5");
        assertThat(paying.firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void dateNoteAndAccountAreEditedInPlace() {
        ClientPayment payment = paying.paid("1", "100.00");
        Payout payout = payout("po_1", "97.00", of(payment), fee("-3.00"));
        RemoteId deposit = paying.synced(paying.sync(payout));
        paying.synced(paying.sync(payout.toBuilder()
                .date(Firm.DAY.plusDays(3))
                .note("second try")
                .accountId(paying.accounts.clearing().value())
                .build()));
        assertThat(paying.firm.inQuickBooks("Deposit", deposit, "TxnDate")).isEqualTo("2026-11-05");
        assertThat(paying.firm.inQuickBooks("Deposit", deposit, "PrivateNote")).isEqualTo("Payout po_1 second try");
        assertThat((List<?>) paying.firm.inQuickBooks("Deposit", deposit, "Line"))
                .hasSize(2);
        assertThat(payouts().status(PO).remoteId()).isEqualTo(deposit);
    }

    @Test
    void whatABookkeeperAddsToADepositIsSeen() {
        ClientPayment payment = paying.paid("1", "100.00");
        RemoteId deposit = paying.synced(paying.sync(payout("po_1", "97.00", of(payment), fee("-3.00"))));
        paying.firm
                .books
                .inQuickBooks()
                .change(
                        "Deposit",
                        deposit.value(),
                        Map.of(
                                "DepositToAccountRef",
                                Map.of("value", paying.accounts.bank().value()),
                                "Line",
                                List.of(Map.of(
                                        "Amount",
                                        new BigDecimal("-1"),
                                        "DetailType",
                                        "DepositLineDetail",
                                        "DepositLineDetail",
                                        Map.of(
                                                "AccountRef",
                                                Map.of(
                                                        "value",
                                                        paying.accounts
                                                                .disputes()
                                                                .value()))))));
        paying.later();
        assertThat(payouts().status(PO).state()).isEqualTo(SyncState.CONFLICT);
        assertThat(paying.firm.company.tieOut().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.fields()).containsExactlyInAnyOrder("Line", "TotalAmt");
            assertThat(difference.appAmount()).isEqualByComparingTo("97");
            assertThat(difference.quickBooksAmount()).isEqualByComparingTo("96");
        });
    }

    /** The store was lost: the payout's id in the note tells. */
    @Test
    void aPayoutThatIsThereAlreadyIsAskedAbout() {
        ClientPayment payment = paying.paid("1", "100.00");
        ClientPayment other = paying.paid("2", "100.00");
        String there = byHand(other);
        paying.firm
                .books
                .inQuickBooks()
                .change(
                        "Deposit",
                        there,
                        Map.of(
                                "DepositToAccountRef",
                                Map.of("value", paying.accounts.bank().value()),
                                "PrivateNote",
                                "Payout po_1"));
        SyncProblem problem = refused(payout("po_1", "100.00", of(payment)));
        assertThat(problem.cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
    }

    @Test
    void aLostAnswerMakesOneDeposit() {
        ClientPayment payment = paying.paid("1", "100.00");
        paying.firm.fake.faults().add(FaultRule.on("Deposit", "create"), Fault.answerLost());
        payouts().stage(payout("po_1", "97.00", of(payment), fee("-3.00")));
        for (int i = 0; i < 4; i++) {
            paying.firm.work();
            paying.firm.fake.clock().advance(Duration.ofMinutes(20));
        }
        assertThat(payouts().status(PO).state()).isEqualTo(SyncState.SYNCED);
        assertThat(paying.firm.books.all("Deposit")).hasSize(1);
    }
}
