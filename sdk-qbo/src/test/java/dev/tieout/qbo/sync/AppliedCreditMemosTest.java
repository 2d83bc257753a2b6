package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit memos that a bookkeeper, or QuickBooks by itself, applies to invoices. */
class AppliedCreditMemosTest {
    private static final LocalId ID = LocalId.of("m-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientCreditMemo credit;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Credited Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        credit = Firm.creditMemo("m-1", client, item, "40.00");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private CreditMemoSync credits() {
        return firm.company.creditMemos();
    }

    private void send() {
        SyncStatus status = credits().sync(credit);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
    }

    private SyncStatus poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        return credits().status(ID);
    }

    private String remote() {
        return credits().status(ID).remoteId().value();
    }

    private BigDecimal there(String member) {
        return (BigDecimal) firm.inQuickBooks("CreditMemo", RemoteId.of(remote()), member);
    }

    /** Applied by a payment of zero, wholly or in part. */
    @ParameterizedTest
    @ValueSource(strings = {"40.00", "15.00"})
    void whatABookkeeperAppliesIsNoDifferenceAndStaysApplied(String amount) {
        send();
        ClientInvoice invoice = apply(amount);
        assertThat(poll().state()).isEqualTo(SyncState.SYNCED);
        BigDecimal rest = there("RemainingCredit");

        SyncStatus edited = credits()
                .sync(credit.toBuilder()
                        .memo("Sorry")
                        .privateNote("Agreed by phone")
                        .build());
        assertThat(edited.state()).as("%s", edited).isEqualTo(SyncState.SYNCED);
        assertThat(there("RemainingCredit")).isEqualByComparingTo(rest);
        assertThat((BigDecimal) firm.inQuickBooks(
                        "Invoice", firm.company.invoices().status(invoice.id()).remoteId(), "Balance"))
                .isEqualByComparingTo(new BigDecimal("100").subtract(new BigDecimal(amount)));
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private ClientInvoice apply(String amount) {
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        firm.books
                .inQuickBooks()
                .applyCredit(
                        remote(),
                        firm.company.invoices().status(invoice.id()).remoteId().value(),
                        new BigDecimal(amount));
        return invoice;
    }

    private String zeroPayment() {
        return firm.books.all("Payment").stream()
                .filter(payment -> String.valueOf(payment.get("Line")).contains("CreditMemo"))
                .map(payment -> String.valueOf(payment.get("Id")))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatIsAppliedIsDeletedOnceTheCreditIsTakenOff(boolean seenApplied) {
        send();
        apply("15.00");
        if (seenApplied) {
            poll();
        }
        SyncStatus stuck = credits().deleteNow(ID);
        assertThat(stuck.state()).as("%s", stuck).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(stuck.problem().cause()).isEqualTo(ProblemCause.CREDIT_APPLIED);
        assertThat(stuck.problem().remedy()).contains("payment of zero");
        String id = remote();
        assertThat(firm.books.find("CreditMemo", id)).isPresent();

        firm.books.inQuickBooks().delete("Payment", zeroPayment());
        assertThat(poll().state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.books.find("CreditMemo", id)).isEmpty();
    }

    @Test
    void anEditBelowWhatIsAppliedIsToldAndGoesOnceTheCreditIsTakenOff() {
        send();
        apply("40.00");
        SyncStatus stuck = credits().sync(Firm.creditMemo("m-1", client, item, "30.00"));
        assertThat(stuck.state()).as("%s", stuck).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(stuck.problem().cause()).isEqualTo(ProblemCause.CREDIT_APPLIED);
        assertThat(there("TotalAmt")).isEqualByComparingTo("40");

        firm.books.inQuickBooks().delete("Payment", zeroPayment());
        assertThat(poll().state()).isEqualTo(SyncState.SYNCED);
        assertThat(there("TotalAmt")).isEqualByComparingTo("30");
    }

    @Test
    void aCreditThatQuickBooksAppliesByItselfIsInStep() {
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        firm.books.inQuickBooks().settings().autoApplyCredits(true);
        send();
        assertThat(there("RemainingCredit")).isEqualByComparingTo("0");
        assertThat(poll().state()).isEqualTo(SyncState.SYNCED);
        credit = credit.toBuilder().memo("Sorry").build();
        send();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }
}
