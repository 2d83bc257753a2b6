package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.Bucket;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceItemSetupTest {
    private static final LocalId BOOKKEEPING = LocalId.of("s-1");
    private static final LocalId PAYROLL = LocalId.of("s-2");

    private final Firm firm = Firm.connected();
    private final String account =
            firm.company.catalog().incomeAccounts().get(0).id().value();

    @AfterEach
    void close() {
        firm.close();
    }

    private RemoteId inQuickBooks(String name, String type) {
        Map<String, Object> fields = type.equals("Category")
                ? Map.of("Name", name, "Type", type, "SubItem", false)
                : Map.of("Name", name, "Type", type, "UnitPrice", 80, "IncomeAccountRef", Map.of("value", account));
        return RemoteId.of(firm.books.inQuickBooks().create("Item", fields));
    }

    private ServiceItem inApp(LocalId id, String name) {
        ServiceItem item = ServiceItem.builder(id, name)
                .rate(new BigDecimal("95"))
                .incomeAccount(RemoteId.of(account))
                .build();
        firm.items.put(Firm.TENANT, List.of(item));
        return item;
    }

    /** Bookkeeping on both sides at different rates, payroll in the app only. */
    private ServiceItemPlan plan() {
        inQuickBooks("Monthly Bookkeeping", "Service");
        inApp(BOOKKEEPING, "Monthly bookkeeping");
        inApp(PAYROLL, "Payroll 1-5 Employees");
        return preview();
    }

    private ServiceItemPlan preview() {
        return firm.company.setup().serviceItems().preview();
    }

    private SetupReport apply(ServiceItemPlan plan) {
        return firm.company.setup().serviceItems().apply(plan);
    }

    @Test
    void aPreviewWritesNothingAnywhere() {
        int items = firm.books.all("Item").size();
        ServiceItemPlan plan = plan();
        assertThat(plan.matches()).extracting(SetupServiceItem::id).containsExactly(BOOKKEEPING);
        assertThat(plan.matches().get(0).overwrites()).contains("UnitPrice").doesNotContain("IncomeAccountRef");
        assertThat(plan.matches().get(0).why()).isNotEmpty();
        assertThat(plan.unmatched()).extracting(SetupServiceItem::id).containsExactly(PAYROLL);
        assertThat(plan.newItems()).isNotEmpty();
        assertThat(firm.books.all("Item")).hasSize(items + 1);
        assertThat(firm.company.serviceItems().status(BOOKKEEPING).remoteId()).isNull();
    }

    @Test
    void applyingLinksMatchesAndCreatesWhatWasDecided() {
        ServiceItemPlan plan = plan();
        RemoteId item = plan.matches().get(0).item();
        SetupReport report = apply(plan.createUnmatchedInQuickBooks());
        assertThat(report.counts()).containsOnly(Map.entry(Result.LINKED, 1), Map.entry(Result.CREATED, 1));
        assertThat(firm.company.serviceItems().status(BOOKKEEPING).remoteId()).isEqualTo(item);
        assertThat(firm.inQuickBooks("Item", item, "UnitPrice")).isEqualTo(new BigDecimal("95"));
        assertThat(firm.count("Item", "Name", "Payroll 1-5 Employees")).isEqualTo(1);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    /** Tax code 3 of the invented company has two rates: 7.1 and 2 percent. */
    @Test
    void theRateOfATaxCodeIsThatOfAllItsTaxes() {
        firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of(
                                "Name",
                                "Zoning Appeals",
                                "Type",
                                "Service",
                                "IncomeAccountRef",
                                Map.of("value", account),
                                "SalesTaxCodeRef",
                                Map.of("value", "3")));
        ServiceItem item = inApp(BOOKKEEPING, "Zoning appeals");
        firm.items.put(
                Firm.TENANT,
                List.of(item.toBuilder().taxRate(new BigDecimal("9.1")).build()));
        assertThat(preview().matches().get(0).why()).contains("same tax rate");
        firm.items.put(
                Firm.TENANT,
                List.of(item.toBuilder().taxRate(new BigDecimal("7.1")).build()));
        assertThat(preview().matches().get(0).why()).contains("tax rates differ");
    }

    @Test
    void anInvoiceUsesTheItemThatItsServiceItemWasLinkedWith() {
        ServiceItemPlan plan = plan();
        apply(plan);
        Client client = firm.client("c-1", "A New Client");
        firm.company.clients().sync(client);
        ServiceItem bookkeeping = firm.items
                .find(Firm.TENANT, BOOKKEEPING)
                .map(LocalRecord::record)
                .orElseThrow();
        firm.company.invoices().sync(Firm.invoice("i-1", client, bookkeeping, "95.00"));
        assertThat(String.valueOf(firm.books.all("Invoice")))
                .contains("ItemRef={value=" + plan.matches().get(0).item());
    }

    @Test
    void applyingTwiceDoesNothingTheSecondTime() {
        ServiceItemPlan plan = plan().createUnmatchedInQuickBooks();
        apply(plan);
        int items = firm.books.all("Item").size();
        assertThat(apply(plan).counts()).containsOnlyKeys(Result.ALREADY);
        assertThat(firm.books.all("Item")).hasSize(items);
        assertThat(preview().matches()).allMatch(SetupServiceItem::linked);
        assertThat(preview().decisions()).isEmpty();
    }

    @Test
    void anApplyThatBrokeOffIsFinishedByTheNext() {
        ServiceItemPlan plan = plan().createUnmatchedInQuickBooks();
        firm.fake.faults().add(FaultRule.on("Item", "create"), Fault.answerLost());
        assertThat(apply(plan).open()).extracting(SetupReport.Entry::result).containsExactly(Result.PENDING);
        assertThat(apply(plan).open()).isEmpty();
        assertThat(firm.count("Item", "Name", "Payroll 1-5 Employees")).isEqualTo(1);
    }

    @Test
    void aDecisionThatWentStaleIsReportedAndNotForced() {
        ServiceItemPlan plan = plan();
        RemoteId item = plan.matches().get(0).item();
        firm.books.inQuickBooks().change("Item", item.value(), Map.of("Name", "Weekly Bookkeeping"));
        SetupReport report = apply(plan);
        assertThat(report.open()).extracting(SetupReport.Entry::result).containsExactly(Result.STALE);
        assertThat(report.open().get(0).note()).contains("renamed");
        assertThat(firm.company.serviceItems().status(BOOKKEEPING).remoteId()).isNull();
    }

    @Test
    void whatIsGoneByThenIsReported() {
        ServiceItemPlan plan = plan().createUnmatchedInQuickBooks();
        firm.books
                .inQuickBooks()
                .inactivate("Item", plan.matches().get(0).item().value());
        firm.items.deactivate(Firm.TENANT, PAYROLL);
        assertThat(apply(plan).entries())
                .extracting(SetupReport.Entry::note)
                .containsExactly(
                        "The item is gone or inactive in QuickBooks by now.",
                        "The service item is gone or inactive in the app by now.");
    }

    @Test
    void aTakenNameIsReportedWithNamesThatAreFree() {
        RemoteId category = inQuickBooks("Zoning Appeals", "Category");
        inApp(BOOKKEEPING, "Zoning Appeals");
        SetupReport report = apply(preview().createUnmatchedInQuickBooks());
        SetupReport.Entry entry = report.open().get(0);
        assertThat(entry.result()).isEqualTo(Result.NAME_TAKEN);
        assertThat(entry.note()).isEqualTo("The name belongs to Item " + category + ".");
        assertThat(entry.suggestions()).isNotEmpty().doesNotContain("Zoning Appeals");
        assertThat(entry.problem().message()).isEqualTo("Another record in QuickBooks has this name.");
    }

    @Test
    void aMissingIncomeAccountIsAProblemWithARemedy() {
        firm.items.put(
                Firm.TENANT,
                List.of(ServiceItem.builder(BOOKKEEPING, "Forensic work").build()));
        SetupReport.Entry entry =
                apply(preview().createUnmatchedInQuickBooks()).open().get(0);
        assertThat(entry.result()).isEqualTo(Result.FAILED);
        assertThat(entry.problem().remedy()).contains("income account");
    }

    @Test
    void onlyServicesComeAsServiceItemsByTheDozen() {
        RemoteId goods = inQuickBooks("Box of Files", "NonInventory");
        RemoteId service = inQuickBooks("Forensic work", "Service");
        ServiceItemPlan plan = preview().createNewServicesInApp();
        assertThat(plan.decisions())
                .extracting(SetupDecision::remote)
                .contains(service)
                .doesNotContain(goods);
        SetupReport report = apply(plan.createInApp(goods));
        assertThat(report.counts()).containsOnlyKeys(Result.CREATED);
        try (var all = firm.items.all(Firm.TENANT)) {
            assertThat(all.map(ServiceItem::name)).contains("Forensic work", "Box of Files");
        }
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aSkippedServiceItemIsLeftAlone() {
        SetupReport report = apply(plan().skip(BOOKKEEPING));
        assertThat(report.counts()).containsOnly(Map.entry(Result.SKIPPED, 1));
        assertThat(firm.company.serviceItems().status(BOOKKEEPING).state()).isEqualTo(SyncState.NOT_SYNCED);
    }

    @Test
    void aCategoryIsNoCounterpart() {
        RemoteId category = inQuickBooks("Zoning Appeals", "Category");
        ServiceItemPlan plan = plan();
        assertThat(plan.items())
                .filteredOn(item -> item.id().equals(category))
                .extracting(SetupItem::bucket)
                .containsExactly(Bucket.SKIPPED);
        assertThatThrownBy(() -> plan.link(PAYROLL, category))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is of type Category");
        assertThatThrownBy(() -> plan.createInApp(category)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotInThePlanIsRefused() {
        ServiceItemPlan plan = plan();
        assertThatThrownBy(() -> plan.skip(LocalId.of("s-7")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("service item s-7 is not in this plan");
        assertThatThrownBy(() -> plan.link(PAYROLL, RemoteId.of("99999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("item 99999 is not in this plan");
        assertThatThrownBy(() -> plan.link(PAYROLL, plan.matches().get(0).item()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already to be linked with service item s-1");
        apply(plan);
        assertThatThrownBy(() -> preview().createInQuickBooks(BOOKKEEPING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("linked already");
    }

    @Test
    void aPlanOfAnotherFirmIsRefused() {
        ServiceItemPlan plan = new ServiceItemPlan(
                TenantId.of("firm-2"),
                firm.company.api().realm(),
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> apply(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("firm-2");
    }
}
