package dev.tieout.qbo.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Months made up of everything: after quiet QuickBooks' ledger says what pencil and paper say, to the cent, and the tie-out sees
 * what somebody changes then. {@code -Dmonths.seeds=N} runs more, {@code -Dmonths.seed=N} one again.
 */
class RandomMonthsTest {
    private static final List<String> LOST = List.of("Invoice", "Payment", "CreditMemo", "RefundReceipt", "Deposit");

    static LongStream seeds() {
        long one = Long.getLong("months.seed", -1);
        return one >= 0 ? LongStream.of(one) : LongStream.range(0, Long.getLong("months.seeds", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLedgerSaysWhatPencilAndPaperSay(long seed) {
        try (PayingFirm paying = new PayingFirm()) {
            Company company = paying.firm.company;
            company.settings(company.settings()
                    .withMoney(company.settings().money().withShortfallAccount(paying.accounts.clearing())));
            Ledger before = Ledger.of(paying.firm);
            RandomMonth month = new RandomMonth(seed, paying);
            Random random = new Random(seed);
            stage(company, month, random);
            for (String entity : LOST) {
                if (random.nextInt(3) == 0) {
                    paying.firm.fake.faults().add(FaultRule.on(entity, "create"), Fault.answerLost());
                }
            }
            quiet(paying);
            TieOut tieOut = company.tieOut();
            assertThat(tieOut.differences())
                    .as("seed %d: %s", seed, company.problems())
                    .isEmpty();
            assertThat(tieOut.agrees()).isTrue();
            assertThat(Ledger.of(paying.firm).since(before)).as("seed %d", seed).isEqualTo(month.ledger());
            assertThat(undeposited(paying)).isEqualByComparingTo(BigDecimal.valueOf(month.undeposited(), 2));
            somebodyChanges(paying, month, random);
        }
    }

    /** In whatever order: parents may come last. */
    private static void stage(Company company, RandomMonth month, Random random) {
        List<Runnable> all = new ArrayList<>();
        month.invoices.forEach(each -> all.add(() -> company.invoices().stage(each)));
        month.payments.forEach(each -> all.add(() -> company.payments().stage(each)));
        month.credits.forEach(each -> all.add(() -> company.creditMemos().stage(each)));
        month.refunds.forEach(each -> all.add(() -> company.refunds().stage(each)));
        month.payouts.forEach(each -> all.add(() -> company.payouts().stage(each)));
        Collections.shuffle(all, random);
        all.forEach(Runnable::run);
    }

    private static void quiet(PayingFirm paying) {
        for (int i = 0; i < 6; i++) {
            paying.firm.work();
            paying.firm.fake.clock().advance(Duration.ofMinutes(30));
        }
        paying.later();
    }

    private static BigDecimal undeposited(PayingFirm paying) {
        Map<String, Object> account =
                paying.firm.books.find("Account", paying.undeposited()).orElseThrow();
        BigDecimal now = (BigDecimal) account.get("CurrentBalance");
        return now.subtract(paying.fundsBefore);
    }

    /** Either side, any kind: the tie-out names the record, and the app's word leads back. */
    private static void somebodyChanges(PayingFirm paying, RandomMonth month, Random random) {
        Company company = paying.firm.company;
        LocalId invoice =
                month.invoices.get(random.nextInt(month.invoices.size())).id();
        change(
                paying,
                "Invoice",
                company.invoices().status(invoice).remoteId().value(),
                Map.of("PrivateNote", "by hand"));
        LocalId payout = month.payouts.get(random.nextInt(month.payouts.size())).id();
        change(
                paying,
                "Deposit",
                company.payouts().status(payout).remoteId().value(),
                Map.of(
                        "PrivateNote",
                        "by hand",
                        "DepositToAccountRef",
                        Map.of("value", paying.accounts.bank().value())));
        ClientInvoice edited = month.invoices.get(0).toBuilder()
                .date(LocalDate.of(2026, 12, 1))
                .build();
        company.invoices().stage(edited);
        TieOut tieOut = company.tieOut();
        assertThat(tieOut.differences())
                .extracting(difference -> difference.kind() + " " + difference.localId())
                .containsExactlyInAnyOrderElementsOf(
                        Set.of("invoice " + invoice, "payout " + payout, "invoice " + edited.id()));
        paying.later();
        company.invoices().resolve(invoice, Side.APP);
        company.payouts().resolve(payout, Side.APP);
        paying.later();
        assertThat(company.tieOut().agrees()).isTrue();
        assertThat(company.status(RecordKind.INVOICE, edited.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    private static void change(PayingFirm paying, String entity, String id, Map<String, Object> fields) {
        paying.firm.books.inQuickBooks().change(entity, id, fields);
    }
}
