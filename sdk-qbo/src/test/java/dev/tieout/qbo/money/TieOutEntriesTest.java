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
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.CreditAllocation;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOutCertificate;
import dev.tieout.qbo.sync.TieOutCsv;
import dev.tieout.qbo.sync.TieOutDrift;
import dev.tieout.qbo.sync.TieOutRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tie-out tells every record with what is open of it, as a list, a page and a certificate to check later. */
class TieOutEntriesTest {
    private PayingFirm paying;
    private final List<TieOut.Entry> entries = new ArrayList<>();

    @BeforeEach
    void connect() {
        paying = new PayingFirm();
    }

    @AfterEach
    void close() {
        paying.close();
    }

    private TieOut tieOut(TieOutRange range) {
        entries.clear();
        return paying.firm.company.tieOut(range, entries::add);
    }

    private TieOut.Entry entry(RecordKind kind, String id) {
        return entries.stream()
                .filter(each -> each.kind().equals(kind) && LocalId.of(id).equals(each.localId()))
                .reduce((one, other) -> {
                    throw new AssertionError("told twice: " + one);
                })
                .orElseThrow();
    }

    private static TieOut.Line line(TieOut tieOut, RecordKind kind) {
        return tieOut.lines().stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** An invoice of 100 of which 30 is paid and 40 credited; a payment of 50 of which 20 is a credit yet. */
    private void partly() {
        ClientInvoice invoice = Firm.invoice("i-1", paying.client, paying.item, "100.00");
        ClientCreditMemo credit = Firm.creditMemo("m-1", paying.client, paying.item, "45.00");
        paying.synced(paying.firm.company.invoices().sync(invoice));
        paying.synced(paying.firm.company.creditMemos().sync(credit));
        paying.synced(paying.firm
                .company
                .payments()
                .sync(ClientPayment.builder(LocalId.of("p-1"), paying.client.id(), Firm.DAY, Money.usd("50.00"))
                        .reference("p-1")
                        .allocations(List.of(new PaymentAllocation(invoice.id(), Money.usd("70.00"))))
                        .credits(List.of(new CreditAllocation(credit.id(), Money.usd("40.00"))))
                        .build()));
    }

    @Test
    void everyRecordIsToldOnceWithWhatIsOpenAndApplied() {
        partly();
        TieOut tieOut = tieOut(TieOutRange.all());
        assertThat(tieOut.agrees()).isTrue();
        TieOut.Entry invoice = entry(RecordKind.INVOICE, "i-1");
        assertThat(invoice.result()).isEqualTo(TieOut.Result.EQUAL);
        assertThat(invoice.currency()).isEqualTo("USD");
        assertThat(invoice.date()).isEqualTo(Firm.DAY);
        assertThat(invoice.balance()).isEqualByComparingTo("30");
        assertThat(invoice.applied()).isEqualByComparingTo("70");
        assertThat(invoice.openCredit()).isNull();
        assertThat(entry(RecordKind.PAYMENT, "p-1").openCredit()).isEqualByComparingTo("20");
        assertThat(entry(RecordKind.PAYMENT, "p-1").applied()).isEqualByComparingTo("30");
        assertThat(entry(RecordKind.CREDIT_MEMO, "m-1").openCredit()).isEqualByComparingTo("5");
        assertThat(entry(RecordKind.CLIENT, "c-1").appAmount()).isNull();
        assertThat(line(tieOut, RecordKind.INVOICE).balance()).isEqualByComparingTo("30");
        assertThat(line(tieOut, RecordKind.INVOICE).difference()).isZero();
        assertThat(line(tieOut, RecordKind.PAYMENT).openCredits()).isEqualByComparingTo("20");
        assertThat(line(tieOut, RecordKind.CREDIT_MEMO).applied()).isEqualByComparingTo("40");
    }

    @Test
    void whatIsStuckKeptOutGoneOrABookkeepersOwnIsInTheListWithItsAmount() {
        paying.paid("1", "100.00");
        paying.paid("2", "60.00");
        paying.firm.company.invoices().stage(Firm.invoice("i-3", paying.client, paying.item, "7.00"));
        paying.synced(
                paying.firm.company.creditMemos().sync(Firm.creditMemo("m-1", paying.client, paying.item, "9.00")));
        paying.firm.company.creditMemos().unmatch(LocalId.of("m-1"));
        String customer = paying.firm
                .company
                .clients()
                .status(paying.client.id())
                .remoteId()
                .value();
        paying.firm.books.inQuickBooks().receivePayment(customer, new BigDecimal("33"));
        String gone = paying.firm
                .company
                .payments()
                .status(LocalId.of("p-2"))
                .remoteId()
                .value();
        paying.firm.books.inQuickBooks().delete("Payment", gone);

        TieOut tieOut = tieOut(TieOutRange.all());
        assertThat(entry(RecordKind.INVOICE, "i-3").result()).isEqualTo(TieOut.Result.ONLY_IN_APP);
        assertThat(entry(RecordKind.INVOICE, "i-3").appAmount()).isEqualByComparingTo("7");
        assertThat(entry(RecordKind.CREDIT_MEMO, "m-1").result()).isEqualTo(TieOut.Result.KEPT_OUT);
        assertThat(entry(RecordKind.PAYMENT, "p-2").result()).isEqualTo(TieOut.Result.DIFFERENT);
        assertThat(entry(RecordKind.PAYMENT, "p-2").quickBooksAmount()).isNull();
        assertThat(entries)
                .filteredOn(each -> each.result() == TieOut.Result.ONLY_IN_QUICKBOOKS
                        && each.kind().equals(RecordKind.PAYMENT))
                .singleElement()
                .satisfies(each -> assertThat(each.quickBooksAmount()).isEqualByComparingTo("33"));
        assertThat(tieOut.differences())
                .extracting(TieOut.Difference::localId)
                .containsExactlyInAnyOrder(LocalId.of("i-3"), LocalId.of("p-2"));
        assertThat(line(tieOut, RecordKind.PAYMENT).difference()).isEqualByComparingTo("-60");
        assertThat(line(tieOut, RecordKind.PAYMENT).onlyInQuickBooksTotal()).isEqualByComparingTo("33");
    }

    /** By the day of either side, so that what a bookkeeper moved to another month is no record gone. */
    @Test
    void aRangeHasWhatCountsForItOnEitherSide() {
        ClientPayment payment = paying.paid("1", "100.00");
        ClientInvoice old = Firm.invoice("i-2", paying.client, paying.item, "50.00").toBuilder()
                .date(LocalDate.of(2026, 9, 1))
                .build();
        paying.synced(paying.firm.company.invoices().sync(old));
        TieOutRange november = TieOutRange.between(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        TieOut tieOut = tieOut(november);
        assertThat(tieOut.agrees()).isTrue();
        assertThat(line(tieOut, RecordKind.INVOICE).appTotal()).isEqualByComparingTo("100");

        String remote =
                paying.firm.company.payments().status(payment.id()).remoteId().value();
        paying.firm.books.inQuickBooks().change("Payment", remote, Map.of("TxnDate", "2026-12-05"));
        assertThat(tieOut(november).differences()).singleElement().satisfies(difference -> {
            assertThat(difference.fields()).containsExactly("TxnDate");
            assertThat(difference.quickBooksAmount()).isEqualByComparingTo("100");
        });
        assertThat(tieOut(TieOutRange.between(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)))
                        .differences())
                .hasSize(1);
        assertThatThrownBy(() -> TieOutRange.between(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 11, 1)))
                .hasMessageContaining("range.to is before range.from");
    }

    /** A certificate is kept by the host for months, and comes back from wherever it was. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{'format':'1','realm':'1','at':'yesterday','agrees':true,'groups':[]}",
                "{'format':'1','realm':'1','at':'2026-11-02T00:00:00Z','from':'2026-13-01','agrees':true,'groups':[]}",
                "{'format':'1','realm':'1','at':'2026-11-02T00:00:00Z','agrees':true,'groups':[{'kind':'invoice',"
                        + "'entries':'many','appTotal':'1','quickBooksTotal':'1','digest':'00'}]}",
                "{'format':'1','realm':'1','at':'2026-11-02T00:00:00Z','agrees':true,'groups':[{'kind':'invoice',"
                        + "'entries':'1','appTotal':'one','quickBooksTotal':'1','digest':'00'}]}"
            })
    void whatIsNoCertificateIsRefusedAsThat(String json) {
        assertThatThrownBy(() -> TieOutCertificate.fromJson(json.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(NumberFormatException.class)
                .hasMessageMatching(".*(json|document|JSON).*");
    }

    @Test
    void aCertificateIsCheckedLaterAndTellsWhereSomethingMoved() {
        ClientPayment payment = paying.paid("1", "100.00");
        RemoteId deposit = paying.synced(paying.sync(payout("po_1", "97.00", of(payment), fee("-3.00"))));
        TieOutCertificate kept = TieOutCertificate.fromJson(
                tieOut(TieOutRange.all()).certificate().toJson());
        assertThat(kept.agrees()).isTrue();
        assertThat(kept).isEqualTo(TieOutCertificate.fromJson(kept.toJson()));
        assertThat(paying.firm.company.check(kept).isNone()).isTrue();

        paying.firm
                .books
                .inQuickBooks()
                .change(
                        "Deposit",
                        deposit.value(),
                        Map.of(
                                "DepositToAccountRef",
                                Map.of("value", paying.accounts.bank().value()),
                                "TxnDate",
                                "2026-11-09"));
        TieOutDrift drift = paying.firm.company.check(kept);
        assertThat(drift.now().agrees()).isFalse();
        assertThat(drift.changes()).singleElement().satisfies(change -> {
            assertThat(change.now().kind()).isEqualTo(RecordKind.PAYOUT);
            assertThat(change.now().month()).isEqualTo("2026-11");
            assertThat(change.before().quickBooksTotal()).isEqualByComparingTo("97");
        });
        // A new invoice is drift as well: nothing in its month stands as it was certified.
        paying.synced(paying.firm.company.invoices().sync(Firm.invoice("i-2", paying.client, paying.item, "5.00")));
        assertThat(paying.firm.company.check(kept).changes()).hasSize(2);
        assertThatThrownBy(() -> TieOutCertificate.fromJson("{}")).hasMessageContaining("format 1");
        assertThatThrownBy(() -> kept.driftTo(
                        tieOut(TieOutRange.between(Firm.DAY, Firm.DAY)).certificate()))
                .hasMessageContaining("different companies or days");
    }

    @Test
    void theListIsAFileAndTheSumsAreAPage() {
        paying.paid("1", "100.00");
        paying.firm.company.invoices().stage(Firm.invoice("=i,\"2\"", paying.client, paying.item, "7.00"));
        StringBuilder csv = new StringBuilder();
        TieOut tieOut = paying.firm.company.tieOut(TieOutRange.all(), new TieOutCsv(csv));
        assertThat(csv.toString().split("\r\n"))
                .startsWith(
                        "kind,localId,remoteId,result,date,currency,appAmount,quickBooksAmount,balance,applied,openCredit,"
                                + "fields")
                .contains("invoice,\"'=i,\"\"2\"\"\",,ONLY_IN_APP,2026-11-02,USD,7.00,,,,,")
                .anyMatch(
                        row -> row.startsWith("payment,p-1,") && row.contains(",EQUAL,2026-11-02,USD,100.00,100.00,,"));
        assertThat(tieOut.toHtml())
                .contains("The two sides differ", "=i,&quot;2&quot;", "not there")
                .doesNotContain("<script");
    }

    /** Pages of both sides are read once: a firm of some pages costs no more reads than it has pages. */
    @Test
    void eachSideIsReadOnceHoweverManyThereAre() {
        String customer = paying.firm
                .company
                .clients()
                .status(paying.client.id())
                .remoteId()
                .value();
        for (int i = 0; i < 250; i++) {
            paying.firm.books.inQuickBooks().receivePayment(customer, new BigDecimal(10 + i));
        }
        paying.paid("1", "100.00");
        int before = paying.firm.fake.history().count("Payment", "query");
        TieOut tieOut = tieOut(TieOutRange.all());
        assertThat(line(tieOut, RecordKind.PAYMENT).onlyInQuickBooks()).isEqualTo(250);
        assertThat(line(tieOut, RecordKind.PAYMENT).equal()).isEqualTo(1);
        assertThat(paying.firm.fake.history().count("Payment", "query") - before)
                .isEqualTo(1);
    }
}
