package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.model.RefundSource;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.CustomerPolicy;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a firm had billed before it began stays as it is, until somebody asks for it. */
class StartDateTest {
    private static final LocalDate START = Firm.DAY.plusDays(1);

    private final Firm firm = Firm.withDefaults();
    private final Client client = firm.client("c-1", "Fiona Gallagher");
    private final ServiceItem item = firm.linkedItem("si-1");
    private final ClientInvoice old = Firm.invoice("i-1", client, item, "100");
    private final ClientInvoice young =
            Firm.invoice("i-2", client, item, "200").toBuilder().date(START).build();

    StartDateTest() {
        firm.company.clients().sync(client);
        firm.company.settings(firm.company.settings().withStartDate(START));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private SyncStatus status(String id) {
        return firm.company.invoices().status(LocalId.of(id));
    }

    private void work() {
        firm.quickBooks.runDue();
    }

    @Test
    void whatIsDatedBeforeStaysOutAndWhatIsDatedOnTheDayTravels() {
        firm.company.invoices().stage(old);
        firm.company.invoices().stage(young);
        work();

        assertThat(status("i-1").state()).isEqualTo(SyncState.NOT_SYNCED);
        assertThat(status("i-1").keptOut()).isEqualTo(KeptOut.BEFORE_START);
        assertThat(status("i-2").state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.count("Invoice", "PrivateNote", "Invoice i-1")).isZero();
        assertThat(firm.company.overview().count(SyncState.NEEDS_ATTENTION)).isZero();
    }

    @Test
    void whatAPersonAsksForIsDoneWhateverItsDate() {
        firm.company.invoices().stage(old);
        work();

        assertThat(firm.company.invoices().sync(old).state()).isEqualTo(SyncState.SYNCED);
        firm.company.invoices().stage(old.toBuilder().memo("Paid by hand").build());
        work();
        assertThat(status("i-1").state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void anEarlierStartDateLetsThemGo() {
        firm.company.invoices().stage(old);
        work();

        firm.company.settings(firm.company.settings().withStartDate(Firm.DAY));
        work();

        assertThat(status("i-1").state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void whatIsLinkedAlreadyGoesOn() {
        firm.company.settings(firm.company.settings().withStartDate(null));
        firm.company.invoices().sync(old);
        firm.company.settings(firm.company.settings().withStartDate(START));

        firm.company.invoices().stage(old.toBuilder().memo("Thank you").build());
        work();

        assertThat(status("i-1").state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.books.all("Invoice").get(0).toString()).contains("Thank you");
    }

    /** Nothing waits in silence. */
    @Test
    void aPaymentOfAnInvoiceFromBeforeSaysWhatIsInTheWay() {
        firm.company.invoices().stage(old);
        ClientPayment payment =
                Firm.payment("p-1", old, "100").toBuilder().date(START).build();
        firm.company.payments().stage(payment);
        work();

        SyncStatus status = firm.company.payments().status(payment.id());
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.PARENT_OUT);
        assertThat(status.problem().message()).contains("start date");
        firm.company.invoices().sync(old);
        work();
        assertThat(firm.company.payments().status(payment.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void nobodyIsIntroducedForIt() {
        SyncSettings settings = firm.company.settings();
        firm.company.settings(settings.withBilling(settings.billing().withCustomers(CustomerPolicy.MATCH_ELSE_CREATE)));
        Client unknown = Client.builder(LocalId.of("c-9"), "Nobody Yet")
                .emails(List.of("nobody@example.com"))
                .build();
        firm.clients.put(Firm.TENANT, List.of(client, unknown));
        int before = firm.books.all("Customer").size();

        firm.company.invoices().stage(Firm.invoice("i-3", unknown, item, "10"));
        work();

        assertThat(status("i-3").keptOut()).isEqualTo(KeptOut.BEFORE_START);
        assertThat(firm.books.all("Customer")).hasSize(before);
    }

    /** Whatever kind of money there is, or will be. */
    @Test
    void everyKindOfMoneyHasItsDay() {
        firm.company.settings(firm.company.settings().withStartDate(null));
        firm.company.invoices().sync(old);
        ClientPayment paid = Firm.payment("p-1", old, "100");
        firm.company.payments().sync(paid);
        firm.company.settings(firm.company.settings().withStartDate(START));
        int before = firm.fake.history().count("batch", "batch");

        Map<RecordKind, SyncStatus> staged = new LinkedHashMap<>();
        staged.put(RecordKind.INVOICE, firm.company.invoices().stage(Firm.invoice("i-9", client, item, "1")));
        staged.put(RecordKind.PAYMENT, firm.company.payments().stage(Firm.payment("p-9", old, "1")));
        staged.put(RecordKind.CREDIT_MEMO, firm.company.creditMemos().stage(Firm.creditMemo("m-9", client, item, "1")));
        staged.put(
                RecordKind.REFUND,
                firm.company
                        .refunds()
                        .stage(ClientRefund.builder(LocalId.of("r-9"), client.id(), Firm.DAY)
                                .amount(Money.usd("1"))
                                .source(RefundSource.of(paid, List.of()))
                                .build()));
        staged.put(
                RecordKind.PAYOUT,
                firm.company
                        .payouts()
                        .stage(Payout.builder(LocalId.of("po-9"), Firm.DAY, Money.usd("100"))
                                .parts(List.of(PayoutPart.payment(paid.id(), Money.usd("100"))))
                                .build()));
        work();

        assertThat(staged.keySet())
                .containsExactlyInAnyOrderElementsOf(Firm.kinds().stream()
                        .filter(kind -> SyncSettings.defaults().of(kind).equals(KindSettings.money()))
                        .toList());
        staged.forEach((kind, status) -> assertThat(
                        firm.company.status(kind, status.localId()).keptOut())
                .as(kind.word())
                .isEqualTo(KeptOut.BEFORE_START));
        assertThat(firm.fake.history().count("batch", "batch")).isEqualTo(before);
    }

    @Test
    void clientsHaveNoDay() {
        assertThatThrownBy(() -> SyncSettings.defaults()
                        .with(RecordKind.CLIENT, KindSettings.lists().withStartDate(START)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("startDate");
    }
}
