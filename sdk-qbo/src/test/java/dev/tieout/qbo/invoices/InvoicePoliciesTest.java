package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.BillingSettings;
import dev.tieout.sync.ClosedBooksPolicy;
import dev.tieout.sync.ItemPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.NumberPolicy;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.sync.VoidPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a firm's policies make of invoices. */
class InvoicePoliciesTest {
    private static final LocalId ID = LocalId.of("i-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Policy Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void policy(UnaryOperator<BillingSettings> change) {
        firm.company.settings(firm.company
                .settings()
                .withBilling(change.apply(firm.company.settings().billing())));
    }

    private ClientInvoice invoice() {
        return Firm.invoice("i-1", client, item, "100.00");
    }

    private SyncStatus sync(ClientInvoice invoice) {
        return firm.company.invoices().sync(invoice);
    }

    private SyncStatus later(Duration time) {
        firm.fake.clock().advance(time);
        firm.work();
        return firm.company.invoices().status(ID);
    }

    private Object there(SyncStatus status, String member) {
        return firm.inQuickBooks("Invoice", status.remoteId(), member);
    }

    @ParameterizedTest
    @CsvSource({
        "AS_COMPANY, true, A-7, A-7",
        "AS_COMPANY, false, A-7, count",
        "AS_COMPANY, false, , count",
        "AS_COMPANY, true, , ",
        "APP, true, A-7, A-7",
        "APP, false, A-7, A-7",
        "APP, false, , count",
        "QUICKBOOKS, true, A-7, ",
        "QUICKBOOKS, false, A-7, count"
    })
    void theNumberIsOfWhoeverNumbers(NumberPolicy policy, boolean custom, String number, String expected) {
        firm.books.inQuickBooks().settings().customNumbers(custom);
        policy(billing -> billing.withNumbers(policy));
        SyncStatus status = sync(invoice().toBuilder().number(number).build());
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        Object there = there(status, "DocNumber");
        assertThat("count".equals(expected) ? "count" : there).isEqualTo(expected);
        assertThat("count".equals(expected)).isEqualTo(there != null && !there.equals(number));
        boolean other = number != null && !number.equals(there);
        assertThat(status.accepted()).extracting(Accepted::field).hasSize(other ? 1 : 0);
        // Whoever numbers, another number of the app's or none breaks nothing.
        SyncStatus edited =
                sync(invoice().toBuilder().number("A-8").memo("Edited").build());
        assertThat(edited.state()).as("%s", edited).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
        // QuickBooks does not let go of a number where it counts itself: that is told, if the app has a say in it.
        boolean kept = policy == NumberPolicy.APP && !custom;
        assertThat(sync(invoice().toBuilder().memo("Again").build()).state())
                .isEqualTo(kept ? SyncState.NEEDS_ATTENTION : SyncState.SYNCED);
    }

    @Test
    void aNumberThatTheBookkeeperChangesIsLeftWhereQuickBooksNumbers() {
        SyncStatus status = sync(invoice().toBuilder().number("A-7").build());
        firm.books.inQuickBooks().change("Invoice", status.remoteId().value(), Map.of("DocNumber", "B-1"));
        assertThat(later(Duration.ofHours(2)).state()).isEqualTo(SyncState.SYNCED);
        assertThat(there(status, "DocNumber")).isEqualTo("B-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unmapped", "switched off", "taken apart"})
    void aLineOfAnItemThatIsNotLinkedGoesToTheDefaultItem(String why) {
        ServiceItem other = item.toBuilder().id(LocalId.of("s-2")).name("Other").build();
        firm.items.put(Firm.TENANT, List.of(item, other));
        if (why.equals("switched off")) {
            firm.company.settings(firm.company
                    .settings()
                    .withServiceItems(KindSettings.lists().off()));
            firm.company.serviceItems().stage(other);
            firm.work();
        } else if (why.equals("taken apart")) {
            firm.company.serviceItems().sync(other);
            firm.company.serviceItems().unmatch(other.id());
        }
        policy(billing -> billing.withUnmappedItems(ItemPolicy.DEFAULT_ITEM));
        ClientInvoice invoice = Firm.invoice("i-1", client, other, "100.00");
        SyncStatus without = sync(invoice);
        assertThat(without.problem().cause()).isEqualTo(ProblemCause.INVALID_DATA);
        firm.company.settings(firm.company
                .settings()
                .withDefaultItem(firm.company.catalog().items().get(0).id()));
        firm.work();
        SyncStatus status = firm.company.invoices().status(ID);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(there(status, "Line").toString())
                .contains("ItemRef={value="
                        + firm.company.catalog().items().get(0).id());
    }

    @Test
    void aLineOfAnItemThatIsNotLinkedWaitsByDefault() {
        ServiceItem other = item.toBuilder().id(LocalId.of("s-2")).name("Other").build();
        assertThat(sync(Firm.invoice("i-1", client, other, "100.00")).waitsFor().id())
                .isEqualTo(other.id());
    }

    @Test
    void theServiceNamedSalesOffersItselfAsTheDefaultItem() {
        String id = firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of(
                                "Name",
                                "Sales",
                                "Type",
                                "Service",
                                "IncomeAccountRef",
                                Map.of(
                                        "value",
                                        firm.company
                                                .catalog()
                                                .incomeAccounts()
                                                .get(0)
                                                .id()
                                                .value())));
        assertThat(firm.company
                        .catalog()
                        .proposedDefaultItem()
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo(id);
        firm.books.inQuickBooks().inactivate("Item", id);
        assertThat(firm.company.catalog().refreshed().proposedDefaultItem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(VoidPolicy.class)
    void aVoidDoesWhatTheFirmWants(VoidPolicy policy) {
        policy(billing -> billing.withVoids(policy));
        for (boolean staged : new boolean[] {false, true}) {
            ClientInvoice invoice =
                    invoice().toBuilder().id(LocalId.of("i-" + staged)).build();
            SyncStatus sent = sync(invoice);
            SyncStatus ended = staged
                    ? firm.company.invoices().stageVoid(invoice.id())
                    : firm.company.invoices().voidNow(invoice.id());
            firm.work();
            ended = firm.company.invoices().status(invoice.id());
            assertThat(ended.state()).isEqualTo(SyncState.SYNCED);
            boolean exists = firm.books.find("Invoice", sent.remoteId().value()).isPresent();
            assertThat(exists).isEqualTo(policy == VoidPolicy.VOID);
            // An edit after the end has no effect.
            assertThat(sync(invoice.toBuilder().memo("Late").build()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.books.find("Invoice", sent.remoteId().value()).isPresent())
                    .isEqualTo(exists);
        }
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(VoidPolicy.class)
    void aVoidIsHeldByAPaymentAndByClosedBooksBeforeAnyCall(VoidPolicy policy) {
        policy(billing -> billing.withVoids(policy));
        ClientInvoice invoice = invoice();
        sync(invoice);
        firm.company.payments().sync(Firm.payment("p-1", invoice, "40.00"));
        int calls = writes();
        SyncStatus held = firm.company.invoices().voidNow(ID);
        // The payment came since the invoice was seen: it is known at the latest by QuickBooks' refusal.
        assertThat(held.problem().cause()).isEqualTo(ProblemCause.HAS_PAYMENT);
        firm.company.payments().deleteNow(LocalId.of("p-1"));
        firm.books.inQuickBooks().closeBooks(Firm.DAY);
        firm.company.invoices().retry(ID);
        held = later(Duration.ofHours(8));
        assertThat(held.problem().cause()).isEqualTo(ProblemCause.CLOSED_PERIOD);
        assertThat(held.problem().message()).contains(Firm.DAY.toString());
        firm.books.inQuickBooks().openBooks();
        assertThat(later(Duration.ofHours(8)).state()).isEqualTo(SyncState.SYNCED);
        assertThat(writes()).isGreaterThan(calls);
    }

    private int writes() {
        return (int) firm.fake.history().all().stream()
                .filter(exchange -> exchange.call().entity().equalsIgnoreCase("invoice"))
                .filter(exchange -> !exchange.call().operation().equals("read")
                        && !exchange.call().operation().equals("query"))
                .count();
    }

    @Test
    void inClosedBooksANewInvoiceIsHeldWithoutACallAndGoesWhenTheyAreOpened() {
        firm.books.inQuickBooks().closeBooks(Firm.DAY);
        SyncStatus held = sync(invoice());
        assertThat(held.problem().cause()).isEqualTo(ProblemCause.CLOSED_PERIOD);
        assertThat(writes()).isZero();
        firm.books.inQuickBooks().openBooks();
        assertThat(later(Duration.ofHours(7)).state()).isEqualTo(SyncState.SYNCED);
    }

    /** Whether they are open again is looked up once for all that wait, not for each. */
    @Test
    void manyInvoicesInClosedBooksCostFewReads() {
        firm.books.inQuickBooks().closeBooks(Firm.DAY);
        for (int i = 0; i < 40; i++) {
            firm.company
                    .invoices()
                    .stage(invoice().toBuilder().id(LocalId.of("many-" + i)).build());
        }
        int before = firm.fake.history().count("Preferences", "read");
        firm.work();

        assertThat(firm.company
                        .invoices()
                        .status(LocalId.of("many-39"))
                        .problem()
                        .cause())
                .isEqualTo(ProblemCause.CLOSED_PERIOD);
        assertThat(firm.fake.history().count("Preferences", "read") - before).isBetween(1, 4);
    }

    @Test
    void outOfClosedBooksANewInvoiceIsShiftedToTheFirstOpenDayAndThatIsListed() {
        policy(billing -> billing.withClosedBooks(ClosedBooksPolicy.SHIFT));
        firm.books.inQuickBooks().closeBooks(Firm.DAY.plusDays(3));
        SyncStatus status = sync(invoice());
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(there(status, "TxnDate")).isEqualTo(Firm.DAY.plusDays(4).toString());
        assertThat(status.accepted()).singleElement().satisfies(accepted -> {
            assertThat(accepted.field()).isEqualTo("TxnDate");
            assertThat(accepted.app()).isEqualTo(Firm.DAY.toString());
            assertThat(accepted.by()).isEqualTo(Accepted.By.POLICY);
        });
        assertThat(firm.company.tieOut().agrees()).isTrue();
        // The app's own new date is written.
        LocalDate next = Firm.DAY.plusDays(9);
        assertThat(sync(invoice().toBuilder().date(next).build()).accepted()).isEmpty();
        assertThat(there(status, "TxnDate")).isEqualTo(next.toString());
    }

    @ParameterizedTest
    @CsvSource({"8.25, 0, false", "8.25, 0.24, false", "8.25, 0.25, true", "7.75, 0.25, true", "8.00, 0, true"})
    void aTaxThatDiffersByWhatTheFirmToleratesIsTheSame(String stated, String tolerance, boolean same) {
        policy(billing -> billing.withTaxTolerance(new BigDecimal(tolerance)));
        ClientInvoice invoice = invoice().toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.usd("100.00"))
                        .serviceItemId(item.id())
                        .taxable(true)
                        .build()))
                .tax(Money.usd(stated))
                .build();
        SyncStatus status = sync(invoice);
        // QuickBooks takes the tax that is stated; the bookkeeper puts in the engine's.
        firm.books
                .inQuickBooks()
                .change("Invoice", status.remoteId().value(), Map.of("TxnTaxDetail", Map.of("TotalTax", 8)));
        assertThat(later(Duration.ofHours(2)).state() == SyncState.SYNCED).isEqualTo(same);
    }

    @Test
    void whatTheCompanyWouldDropIsSaidByThePlanAndAfterTheWrite() {
        ClientInvoice invoice = invoice().toBuilder()
                .locationId("1")
                .classId("5000000000000007001")
                .build();
        firm.books.inQuickBooks().create("Class", Map.of("Name", "Practice"));
        firm.books.inQuickBooks().create("Department", Map.of("Name", "Office"));
        firm.books.inQuickBooks().settings().classesPerTransaction(false);
        firm.books.inQuickBooks().settings().locations(false);
        assertThat(firm.company.catalog().tracking().classesPerForm()).isFalse();
        assertThat(firm.company.catalog().tracking().classesPerLine()).isTrue();
        assertThat(firm.company.invoices().plan(invoice).dropped()).containsExactly("ClassRef", "DepartmentRef");
        assertThat(writes()).isZero();
        assertThat(sync(invoice).problem().cause()).isEqualTo(ProblemCause.NOT_KEPT);
        firm.books.inQuickBooks().settings().classesPerTransaction(true);
        firm.books.inQuickBooks().settings().locations(true);
        firm.company.invoices().retry(ID);
        assertThat(firm.company
                        .invoices()
                        .plan(invoice.toBuilder().memo("x").build())
                        .dropped())
                .isEmpty();
    }

    @Test
    void theTermsOfTheCompanyAreListed() {
        assertThat(firm.company.catalog().terms()).extracting("name").contains("Net 30", "Due on receipt");
    }
}
