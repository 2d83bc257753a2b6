package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.Standing;
import dev.tieout.sync.Standing.Due;
import dev.tieout.sync.Standing.Paid;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What QuickBooks says of an invoice comes back to the app: number, totals, tax, balance, when it is due. */
class StandingTest {
    private static final LocalId ID = LocalId.of("i-1");

    private final List<SyncStatus> told = new CopyOnWriteArrayList<>();

    private Firm firm;
    private Company company;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        company = firm.host("listening")
                .syncListener((tenant, before, after) -> {
                    if (after.localId().equals(ID)) {
                        told.add(after);
                    }
                })
                .build()
                .company(Firm.TENANT);
        client = firm.client("c-1", "Standing Client");
        company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private ClientInvoice taxed() {
        return ClientInvoice.builder(ID, client.id(), Firm.DAY)
                .lines(List.of(InvoiceLine.builder(Money.usd("100.00"))
                        .serviceItemId(item.id())
                        .taxable(true)
                        .build()))
                .build();
    }

    private Standing later() {
        firm.fake.clock().advance(Duration.ofHours(2));
        while (company.runDue(Duration.ofMinutes(1)).more()) {
            // until nothing is due
        }
        return company.invoices().status(ID).standing();
    }

    @Test
    void numberTotalTaxAndBalanceComeBackWithTheAnswer() {
        SyncStatus status = company.invoices().sync(taxed());
        Standing standing = status.standing();
        assertThat(standing.number()).isEqualTo(firm.inQuickBooks("Invoice", status.remoteId(), "DocNumber"));
        assertThat(standing.total()).isEqualTo(Money.usd("108.00"));
        assertThat(standing.tax()).isEqualTo(Money.usd("8.00"));
        assertThat(standing.balance()).isEqualTo(Money.usd("108.00"));
        assertThat(standing.dueDate()).isEqualTo(Firm.DAY.plusDays(30));
        assertThat(standing.paid()).isEqualTo(Paid.NOT);
        // Another process reads the same from the store.
        assertThat(firm.company.invoices().status(ID).standing()).isEqualTo(standing);
    }

    @Test
    void beforeItIsThereItStandsNowhere() {
        assertThat(company.invoices().status(ID).standing()).isNull();
        assertThat(company.invoices().stage(taxed()).standing()).isNull();
    }

    @Test
    void whatTheBookkeeperReceivesIsToldOnceAndTheAppsInvoiceStaysInStep() {
        RemoteId invoice = company.invoices().sync(taxed()).remoteId();
        String customer = company.clients().status(client.id()).remoteId().value();
        told.clear();
        firm.books.inQuickBooks().receivePayment(customer, invoice.value(), new BigDecimal("40.00"));
        assertThat(later().paid()).isEqualTo(Paid.PARTLY);
        firm.books.inQuickBooks().receivePayment(customer, invoice.value(), new BigDecimal("68.00"));
        assertThat(later().paid()).isEqualTo(Paid.FULLY);
        later();
        assertThat(told).extracting(SyncStatus::state).containsOnly(SyncState.SYNCED);
        assertThat(told)
                .extracting(status -> status.standing().balance())
                .containsExactly(Money.usd("68.00"), Money.usd("0.00"));
    }

    @Test
    void aCreditOfTheBookkeepersIsToldToo() {
        RemoteId invoice = company.invoices().sync(taxed()).remoteId();
        String customer = company.clients().status(client.id()).remoteId().value();
        String credit = firm.books.inQuickBooks().creditMemo(customer, new BigDecimal("30.00"));
        firm.books.inQuickBooks().applyCredit(credit, invoice.value(), new BigDecimal("30.00"));
        assertThat(later().balance()).isEqualTo(Money.usd("78.00"));
    }

    @Test
    void aVoidInvoiceStandsAtNothingAndADeletedOneNowhere() {
        company.invoices().sync(taxed());
        assertThat(company.invoices().voidNow(ID).standing().total()).isEqualTo(Money.usd("0.00"));
        ClientInvoice other = taxed().toBuilder().id(LocalId.of("i-2")).build();
        company.invoices().sync(other);
        assertThat(company.invoices().deleteNow(other.id()).standing()).isNull();
    }

    @Test
    void dueByTheDayThatIsAskedAbout() {
        Standing open = new Standing(null, Firm.DAY, Firm.DAY, Money.usd("1"), Money.usd("0"), Money.usd("1"));
        LocalDate day = Firm.DAY;
        assertThat(open.due(day.minusDays(1))).isEqualTo(Due.LATER);
        assertThat(open.due(day)).isEqualTo(Due.TODAY);
        assertThat(open.due(day.plusDays(1))).isEqualTo(Due.OVERDUE);
        Standing settled = new Standing(null, day, day, Money.usd("1"), Money.usd("0"), Money.usd("0"));
        assertThat(settled.due(day.plusDays(1))).isEqualTo(Due.SETTLED);
        Standing never = new Standing(null, day, null, Money.usd("1"), Money.usd("0"), Money.usd("1"));
        assertThat(never.due(day.plusDays(99))).isEqualTo(Due.LATER);
    }
}
