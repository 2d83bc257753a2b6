package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a service item lies, what it is booked to and taxed by; how a person finds one, and names one. */
class ServiceItemFieldsTest {
    private final Firm firm = Firm.connected();
    private final RemoteId first = account("Fees of advice");
    private final RemoteId second = account("Fees of returns");
    private final RemoteId legal = category("Legal");
    private final RemoteId tax = category("Tax");

    @AfterEach
    void close() {
        firm.close();
    }

    private RemoteId account(String name) {
        return RemoteId.of(firm.books
                .inQuickBooks()
                .create(
                        "Account",
                        Map.of("Name", name, "AccountType", "Income", "AccountSubType", "ServiceFeeIncome")));
    }

    private RemoteId category(String name) {
        return RemoteId.of(firm.books.inQuickBooks().create("Item", Map.of("Name", name, "Type", "Category")));
    }

    private RemoteId remote(String name, RemoteId account) {
        return RemoteId.of(firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of("Name", name, "Type", "Service", "IncomeAccountRef", Map.of("value", account.value()))));
    }

    private ServiceItem item(String id, String name) {
        return ServiceItem.builder(LocalId.of(id), name)
                .rate(new BigDecimal("90"))
                .incomeAccount(first)
                .category(legal)
                .build();
    }

    private SyncStatus sync(ServiceItem item) {
        firm.items.put(Firm.TENANT, List.of(item));
        return firm.company.serviceItems().sync(item);
    }

    private Map<String, Object> there(SyncStatus status) {
        return firm.books.find("Item", status.remoteId().value()).orElseThrow();
    }

    private ServiceItem inApp(ServiceItem item) {
        return firm.items.find(Firm.TENANT, item.id()).orElseThrow().record();
    }

    private static String ref(Map<String, Object> record, String member) {
        return ((Map<?, ?>) record.get(member)).get("value").toString();
    }

    private void feed() {
        for (int hour = 0; hour < 8; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.quickBooks.runDue();
        }
    }

    @Test
    void anItemIsMadeInItsCategory() {
        SyncStatus made = sync(item("si-1", "Trusts"));

        assertThat(made.state()).isEqualTo(SyncState.SYNCED);
        assertThat(there(made))
                .containsEntry("FullyQualifiedName", "Legal:Trusts")
                .containsEntry("SubItem", true);
        assertThat(ref(there(made), "IncomeAccountRef")).isEqualTo(first.value());
    }

    @Test
    void anItemIsMovedToAnotherCategoryFromEitherSide() {
        SyncStatus made = sync(item("si-1", "Trusts"));

        assertThat(sync(item("si-1", "Trusts").toBuilder().category(tax).build())
                        .state())
                .isEqualTo(SyncState.SYNCED);
        assertThat(there(made)).containsEntry("FullyQualifiedName", "Tax:Trusts");

        firm.books
                .inQuickBooks()
                .change("Item", made.remoteId().value(), Map.of("ParentRef", Map.of("value", legal.value())));
        feed();
        assertThat(inApp(item("si-1", "Trusts")).category()).isEqualTo(legal);
        assertThat(firm.company.serviceItems().status(LocalId.of("si-1")).state())
                .isEqualTo(SyncState.SYNCED);
    }

    /** An app may know nothing of categories, or of accounts: what a bookkeeper chose is not taken away by its edits. */
    @Test
    void whatTheAppDoesNotSayIsLeftAsItIs() {
        SyncStatus made = sync(item("si-1", "Trusts"));
        ServiceItem bare = ServiceItem.builder(LocalId.of("si-1"), "Trusts and wills")
                .rate(new BigDecimal("95"))
                .build();

        assertThat(sync(bare).state()).isEqualTo(SyncState.SYNCED);
        assertThat(there(made)).containsEntry("FullyQualifiedName", "Legal:Trusts and wills");
        assertThat(ref(there(made), "IncomeAccountRef")).isEqualTo(first.value());
    }

    /** QuickBooks fact P8.15. */
    @Test
    void anotherAccountLeavesPastSalesWhereTheyAre() {
        Client client = firm.client("c-1", "Ada Byron");
        ServiceItem item = item("si-1", "Trusts");
        ServiceItem other = item("si-2", "Wills");
        firm.items.put(Firm.TENANT, List.of(item, other));
        firm.company.clients().sync(client);
        firm.company.serviceItems().sync(item);
        firm.company.serviceItems().sync(other);
        SyncStatus sold = firm.company.invoices().sync(Firm.invoice("i-1", client, item, "90"));
        firm.fake.history().clear();

        List<ServiceItem> edited = List.of(
                item.toBuilder().incomeAccount(second).build(),
                other.toBuilder().incomeAccount(second).build());
        firm.items.put(Firm.TENANT, edited);
        edited.forEach(each -> firm.company.serviceItems().stage(each));
        firm.quickBooks.runDue();

        edited.forEach(each -> {
            SyncStatus status = firm.company.serviceItems().status(each.id());
            assertThat(status.state()).isEqualTo(SyncState.SYNCED);
            assertThat(ref(there(status), "IncomeAccountRef")).isEqualTo(second.value());
        });
        Map<String, Object> invoice =
                firm.books.find("Invoice", sold.remoteId().value()).orElseThrow();
        assertThat(invoice.toString()).contains(first.value()).doesNotContain(second.value());
    }

    @Test
    void theBookkeepersAccountComesIntoTheApp() {
        SyncStatus made = sync(item("si-1", "Trusts"));

        firm.books
                .inQuickBooks()
                .change("Item", made.remoteId().value(), Map.of("IncomeAccountRef", Map.of("value", second.value())));
        feed();

        assertThat(inApp(item("si-1", "Trusts")).incomeAccount()).isEqualTo(second);
    }

    /** Where sales are booked is the bookkeeper's to say: a match is no reason to book them elsewhere. */
    @Test
    void aMatchTakesTheAccountOfQuickBooks() {
        RemoteId there = remote("Trusts", second);
        ServiceItem item = item("si-1", "Trusts").toBuilder().category(null).build();
        firm.items.put(Firm.TENANT, List.of(item));

        assertThat(firm.company.serviceItems().match(item, there)).isInstanceOf(MatchOutcome.Matched.class);

        assertThat(ref(firm.books.find("Item", there.value()).orElseThrow(), "IncomeAccountRef"))
                .isEqualTo(second.value());
        assertThat(inApp(item).incomeAccount()).isEqualTo(second);
        assertThat(firm.company.serviceItems().status(item.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    /** A switch leaves a difference, and it is said. */
    @Test
    void withoutEditsInTheAppTheOtherAccountIsAcceptedAndSaid() {
        firm.company.settings(firm.company
                .settings()
                .with(RecordKind.SERVICE_ITEM, KindSettings.lists().withEditInApp(false)));
        RemoteId there = remote("Trusts", second);
        ServiceItem item = item("si-1", "Trusts").toBuilder().category(null).build();
        firm.items.put(Firm.TENANT, List.of(item));

        firm.company.serviceItems().match(item, there);

        SyncStatus status = firm.company.serviceItems().status(item.id());
        assertThat(status.state()).isEqualTo(SyncState.SYNCED);
        assertThat(status.accepted())
                .extracting(Accepted::field, Accepted::by)
                .contains(tuple("IncomeAccountRef", Accepted.By.POLICY));
        assertThat(ref(firm.books.find("Item", there.value()).orElseThrow(), "IncomeAccountRef"))
                .isEqualTo(second.value());
    }

    /** What the app does not take now, it takes later; nothing else becomes of it meanwhile. */
    @Test
    void anAppThatRefusesTheAccountDoesNotGetItsOwnWrittenInstead() {
        RemoteId there = remote("Trusts", second);
        ServiceItem item = item("si-1", "Trusts").toBuilder().category(null).build();
        firm.items.put(Firm.TENANT, List.of(item));
        QuickBooks refusing =
                firm.host("node-2").serviceItems(refusing(firm.items)).build();

        refusing.company(Firm.TENANT).serviceItems().match(item, there);
        refusing.company(Firm.TENANT).serviceItems().sync(item);
        refusing.close();
        assertThat(ref(firm.books.find("Item", there.value()).orElseThrow(), "IncomeAccountRef"))
                .isEqualTo(second.value());

        firm.company.serviceItems().retry(item.id());
        assertThat(inApp(item).incomeAccount()).isEqualTo(second);
        assertThat(firm.company.serviceItems().status(item.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @SuppressWarnings("unchecked") // of one interface
    private static LocalRecords<ServiceItem> refusing(LocalRecords<ServiceItem> records) {
        return (LocalRecords<ServiceItem>) Proxy.newProxyInstance(
                ServiceItemFieldsTest.class.getClassLoader(),
                new Class<?>[] {LocalRecords.class},
                (proxy, method, args) -> method.getName().equals("update")
                        ? new LocalOutcome.Refused("The chart of accounts is locked.")
                        : method.invoke(records, args));
    }

    /** Cleared is a change as any other. */
    @Test
    void anItemThatTheBookkeeperTakesOutOfItsCategoryIsOutInTheAppToo() {
        SyncStatus made = sync(item("si-1", "Trusts"));
        Map<String, Object> out = new HashMap<>();
        out.put("ParentRef", null);
        out.put("SubItem", false);

        firm.books.inQuickBooks().change("Item", made.remoteId().value(), out);
        feed();

        assertThat(there(made)).containsEntry("FullyQualifiedName", "Trusts");
        assertThat(inApp(item("si-1", "Trusts")).category()).isNull();
        assertThat(firm.company.serviceItems().status(LocalId.of("si-1")).state())
                .isEqualTo(SyncState.SYNCED);
    }

    @Test
    void anUnmatchByNameIsSeenByTheSearchAtOnce() {
        SyncStatus made = sync(item("si-1", "Trusts"));
        assertThat(firm.company.serviceItems().search("trusts", 0, 5).hits())
                .extracting(ItemHit::item, ItemHit::linked)
                .contains(tuple(made.remoteId(), true));

        firm.company.serviceItems().unmatch(LocalId.of("si-1"), "dana");

        assertThat(firm.company.serviceItems().search("trusts", 0, 5).hits())
                .extracting(ItemHit::item, ItemHit::linked)
                .contains(tuple(made.remoteId(), false));
    }

    @Test
    void aBatchThatIsToLeavePastSalesAloneIsRefused() {
        assertThatThrownBy(() -> firm.company
                        .api()
                        .batch(List.of(), WriteOptions.standard().keepingPastSales()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by itself");
    }

    @Test
    void aNewDefaultAccountMovesNoItem() {
        firm.company.settings(firm.company.settings().withIncomeAccount(first));
        ServiceItem item = ServiceItem.builder(LocalId.of("si-1"), "Trusts").build();
        SyncStatus made = sync(item);

        firm.company.settings(firm.company.settings().withIncomeAccount(second));
        sync(item.toBuilder().description("Of every kind").build());

        assertThat(ref(there(made), "IncomeAccountRef")).isEqualTo(first.value());
        assertThat(inApp(item).incomeAccount()).isNull();
    }

    @Test
    void aServiceIsFoundByNameCategoryAndCodeMistypedToo() {
        SyncStatus made = sync(item("si-1", "Trusts").toBuilder().code("TR-7").build());
        RemoteId free = remote("Payroll monthly", first);
        ServiceItemSync items = firm.company.serviceItems();

        assertThat(items.search("payrol", 0, 20).hits())
                .extracting(ItemHit::item, ItemHit::linked)
                .contains(tuple(free, false));
        assertThat(items.search("trsuts", 0, 20).hits())
                .extracting(ItemHit::item)
                .contains(made.remoteId());
        ItemHit byCode = items.search("TR-7", 0, 20).hits().get(0);
        assertThat(byCode.item()).isEqualTo(made.remoteId());
        assertThat(byCode.linked()).isTrue();
        assertThat(byCode.name()).isEqualTo("Legal:Trusts");
        assertThat(byCode.quality()).isEqualTo(CustomerHit.Quality.EXACT);
        ItemPage page = items.search("", 0, 1);
        assertThat(page.hits()).hasSize(1);
        assertThat(page.more()).isTrue();
        assertThatThrownBy(() -> items.search("", -1, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page");
    }

    @Test
    void aNameThatIsTakenIsToldAndAnotherIsWrittenBack() {
        remote("Trusts", first);
        ServiceItem item = item("si-1", "Trusts").toBuilder().category(null).build();
        firm.items.put(Firm.TENANT, List.of(item));

        CreateOutcome outcome = firm.company.serviceItems().createInQuickBooks(item);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CreateOutcome.NameTaken.class,
                        taken -> assertThat(taken.suggestions()).isNotEmpty());
        assertThat(firm.company.serviceItems().createInQuickBooks(item, "Trusts (firm)"))
                .isInstanceOf(CreateOutcome.Created.class);

        assertThat(inApp(item).name()).isEqualTo("Trusts (firm)");
        assertThat(sync(item).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.books.all("Item")).extracting(each -> each.get("Name")).contains("Trusts (firm)");
        assertThatThrownBy(() -> firm.company.serviceItems().createInQuickBooks(item, "a:b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    /** QuickBooks fact E7.3. */
    @Test
    void aNameOfAnotherCategoryIsFree() {
        remote("Trusts", first);
        ServiceItem item = item("si-1", "Trusts");
        firm.items.put(Firm.TENANT, List.of(item));

        assertThat(firm.company.serviceItems().createInQuickBooks(item)).isInstanceOf(CreateOutcome.Created.class);
    }
}
