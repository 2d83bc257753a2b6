// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bookkeeper entered by hand is asked about before the same is created, and never doubled. */
class TwinsTest {
    private final AtomicReference<SyncStore> rows = new AtomicReference<>(new InMemorySyncStore());
    private final Firm firm = Firm.connected(store());
    private Client client;
    private ServiceItem item;
    private RemoteId customer;

    private SyncStore store() {
        return (SyncStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(rows.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @BeforeEach
    void aClientWithACustomer() {
        client = firm.client("c-1", "Billed Twice");
        customer = firm.company.clients().sync(client).remoteId();
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private ClientInvoice invoice(String id, String amount) {
        return Firm.invoice(id, client, item, amount);
    }

    private RemoteId byHand(String amount, LocalDate day) {
        return byHand(customer, amount, day, Map.of());
    }

    private RemoteId byHand(RemoteId whom, String amount, LocalDate day, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("CustomerRef", Map.of("value", whom.value()));
        body.put("TxnDate", day.toString());
        RemoteId service = firm.company.serviceItems().status(item.id()).remoteId();
        body.put(
                "Line",
                List.of(Map.of(
                        "Amount",
                        amount,
                        "DetailType",
                        "SalesItemLineDetail",
                        "SalesItemLineDetail",
                        Map.of("ItemRef", Map.of("value", service.value())))));
        return RemoteId.of(firm.books.inQuickBooks().create("Invoice", body));
    }

    private void theFeedIsRead() {
        firm.fake.clock().advance(Duration.ofHours(1).plusMinutes(1));
        firm.work();
    }

    private void assertAsked(SyncStatus status, RemoteId about) {
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.PERHAPS_SAME);
        assertThat(status.problem().blame().remoteId()).isEqualTo(about);
        assertThat(status.problem().remedy()).isNotBlank();
        assertThat(firm.company.problems())
                .flatExtracting(ProblemGroup::examples)
                .extracting(SyncStatus::localId)
                .contains(status.localId());
        assertThat(firm.company.tieOut().agrees()).isFalse();
    }

    private SyncStatus status(String id) {
        return firm.company.invoices().status(LocalId.of(id));
    }

    @Test
    void whatWasThereBeforeTheFirstInvoiceIsSeen() {
        RemoteId hers = byHand("120.00", Firm.DAY.minusDays(3));
        assertAsked(firm.company.invoices().sync(invoice("i-1", "120.00")), hers);
        assertThat(held("Invoice")).isEqualTo(1);
    }

    @Test
    void whatTheFeedBroughtIsSeenWithASingleLookAtIt() {
        firm.company.invoices().sync(invoice("i-0", "90.00"));
        RemoteId hers = byHand("120.00", Firm.DAY);
        theFeedIsRead();
        long reads = reads();
        SyncStatus asked = firm.company.invoices().sync(invoice("i-1", "120.00"));
        assertThat(reads()).as("what was found is looked at once").isEqualTo(reads + 1);
        assertAsked(asked, hers);
        assertThat(held("Invoice")).isEqualTo(2);
    }

    @Test
    void invoicesThatNobodyEnteredCostNoReads() {
        firm.company.invoices().sync(invoice("i-0", "90.00"));
        long reads = reads();
        for (int i = 1; i <= 40; i++) {
            assertThat(firm.company
                            .invoices()
                            .sync(invoice("i-" + i, "1" + i + ".00"))
                            .state())
                    .isEqualTo(SyncState.SYNCED);
        }
        assertThat(reads()).isEqualTo(reads);
    }

    /** How many the customer has. */
    private long held(String entity) {
        return firm.books.all(entity).stream()
                .filter(each -> each.get("CustomerRef") instanceof Map<?, ?> ref
                        && customer.value().equals(ref.get("value")))
                .count();
    }

    private long reads() {
        return firm.fake.history().all().stream()
                .filter(call -> call.request().method().equals("GET"))
                .count();
    }

    @Test
    void matchedTheyAreOne() {
        RemoteId hers = byHand("120.00", Firm.DAY);
        ClientInvoice invoice = invoice("i-1", "120.00");
        firm.company.invoices().sync(invoice);
        assertThat(firm.company.invoices().match(invoice, hers)).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(status("i-1").remoteId()).isEqualTo(hers);
        assertThat(held("Invoice")).isEqualTo(1);
    }

    @Test
    void bothAreKeptWhenAPersonSaysSo() {
        RemoteId hers = byHand("120.00", Firm.DAY);
        firm.company.invoices().sync(invoice("i-1", "120.00"));
        SyncStatus both = firm.company.invoices().notTheSame(LocalId.of("i-1"), hers);
        assertThat(both.state()).isEqualTo(SyncState.SYNCED);
        assertThat(held("Invoice")).isEqualTo(2);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void resendingSaysThatTheyAreNotTheSame() {
        byHand("120.00", Firm.DAY);
        firm.company.invoices().sync(invoice("i-1", "120.00"));
        assertThat(firm.company.invoices().resend(LocalId.of("i-1")).state()).isEqualTo(SyncState.SYNCED);
        assertThat(held("Invoice")).isEqualTo(2);
    }

    @Test
    void whatSheDeletesIsInTheWayNoLonger() {
        RemoteId hers = byHand("120.00", Firm.DAY);
        firm.company.invoices().sync(invoice("i-1", "120.00"));
        firm.books.inQuickBooks().delete("Invoice", hers.value());
        theFeedIsRead();
        assertThat(status("i-1").state()).isEqualTo(SyncState.SYNCED);
        assertThat(held("Invoice")).isEqualTo(1);
    }

    @Test
    void whatSheVoidedOrChangedSinceIsNoTwin() {
        RemoteId hers = byHand("120.00", Firm.DAY);
        RemoteId other = byHand("75.00", Firm.DAY);
        firm.company.invoices().sync(invoice("i-0", "90.00"));
        firm.books.inQuickBooks().voidTransaction("Invoice", hers.value());
        firm.books.inQuickBooks().change("Invoice", other.value(), Map.of("TxnDate", "2026-09-01"));
        assertThat(firm.company.invoices().sync(invoice("i-1", "120.00")).state())
                .isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.invoices().sync(invoice("i-2", "75.00")).state())
                .isEqualTo(SyncState.SYNCED);
    }

    @Test
    void anotherDayAmountOrCustomerIsNoTwin() {
        byHand("120.00", Firm.DAY.minusDays(8));
        byHand("120.01", Firm.DAY);
        RemoteId stranger =
                RemoteId.of(firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Stranger")));
        byHand(stranger, "120.00", Firm.DAY, Map.of());
        assertThat(firm.company.invoices().sync(invoice("i-1", "120.00")).state())
                .isEqualTo(SyncState.SYNCED);
    }

    @Test
    void theSameNumberIsATwinWhateverTheDay() {
        firm.books.inQuickBooks().settings().customNumbers(true);
        RemoteId hers = byHand(customer, "80.00", Firm.DAY.minusDays(30), Map.of("DocNumber", "A-7"));
        ClientInvoice numbered =
                invoice("i-1", "120.00").toBuilder().number("A-7").build();
        assertAsked(firm.company.invoices().sync(numbered), hers);
    }

    @Test
    void anOldInvoiceIsComparedWithWhatIsOldToo() {
        firm.company.invoices().sync(invoice("i-0", "90.00"));
        RemoteId hers = byHand("120.00", Firm.DAY.minusYears(2));
        ClientInvoice old = invoice("i-1", "120.00").toBuilder()
                .date(Firm.DAY.minusYears(2))
                .build();
        assertAsked(firm.company.invoices().sync(old), hers);
    }

    @Test
    void whoDoesNotWantToBeAskedHasBoth() {
        firm.company.settings(firm.company.settings().withAskAboutTwins(false));
        byHand("120.00", Firm.DAY);
        assertThat(firm.company.invoices().sync(invoice("i-1", "120.00")).state())
                .isEqualTo(SyncState.SYNCED);
        assertThat(held("Invoice")).isEqualTo(2);
    }

    @Test
    void theSwitchIsKept() {
        firm.company.settings(firm.company.settings().withAskAboutTwins(false));
        assertThat(firm.process("node-2").company(Firm.TENANT).settings().askAboutTwins())
                .isFalse();
    }

    @Test
    void aPaymentEnteredByHandIsAskedAbout() {
        ClientInvoice invoice = invoice("i-1", "120.00");
        firm.company.invoices().sync(invoice);
        RemoteId hers = RemoteId.of(firm.books
                .inQuickBooks()
                .create(
                        "Payment",
                        Map.of(
                                "CustomerRef",
                                Map.of("value", customer.value()),
                                "TxnDate",
                                Firm.DAY.plusDays(1).toString(),
                                "TotalAmt",
                                "120.00")));
        ClientPayment payment = Firm.payment("p-1", invoice, "120.00");
        assertAsked(firm.company.payments().sync(payment), hers);
        assertThat(held("Payment")).isEqualTo(1);
    }

    @Test
    void theTieOutShowsWhatWasEnteredAfterwards() {
        RemoteId ours = firm.company.invoices().sync(invoice("i-1", "120.00")).remoteId();
        RemoteId hers = byHand("120.00", Firm.DAY.plusDays(2));
        byHand("33.00", Firm.DAY);
        TieOut tieOut = firm.company.tieOut();
        assertThat(tieOut.agrees()).isFalse();
        assertThat(tieOut.twins()).containsExactly(new TieOut.Twin(RecordKind.INVOICE, LocalId.of("i-1"), ours, hers));
        firm.company.invoices().notTheSame(LocalId.of("i-1"), hers);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    /** Her line and day were accepted, and she enters the invoice once more: as the app says it, or as it stands by now. */
    @ParameterizedTest
    @CsvSource({"120.00, 2, true", "150.00, 42, true", "120.00, 42, false", "150.00, 2, false"})
    void theTieOutKnowsATwinByEitherSide(String amount, int day, boolean isTwin) {
        firm.company.settings(firm.company
                .settings()
                .withInvoices(KindSettings.money().withConflicts(ConflictPolicy.QUICKBOOKS_WINS))
                .withAcceptOtherTotals(true));
        RemoteId ours = firm.company.invoices().sync(invoice("i-1", "120.00")).remoteId();
        Map<String, Object> there = firm.books.find("Invoice", ours.value()).orElseThrow();
        List<Object> lines = new ArrayList<>((List<?>) there.get("Line"));
        lines.add(Map.of(
                "Amount",
                new BigDecimal("30.00"),
                "DetailType",
                "SalesItemLineDetail",
                "SalesItemLineDetail",
                Map.of()));
        String later = Firm.DAY.plusDays(40).toString();
        firm.books.inQuickBooks().change("Invoice", ours.value(), Map.of("Line", lines, "TxnDate", later));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        assertThat(firm.company.tieOut().agrees()).as("accepted").isTrue();

        RemoteId hers = byHand(amount, Firm.DAY.plusDays(day));

        TieOut.Twin twin = new TieOut.Twin(RecordKind.INVOICE, LocalId.of("i-1"), ours, hers);
        assertThat(firm.company.tieOut().twins()).isEqualTo(isTwin ? List.of(twin) : List.of());
    }

    @Test
    void aStoreThatLostEverythingDoublesNothing() {
        ClientInvoice invoice = invoice("i-1", "120.00");
        RemoteId ours = firm.company.invoices().sync(invoice).remoteId();
        rows.set(new InMemorySyncStore());
        firm.company.clients().match(client, customer);
        firm.company.serviceItems().sync(item);
        firm.company
                .serviceItems()
                .match(
                        item,
                        RemoteId.of(firm.books.all("Item").stream()
                                .filter(each -> item.name().equals(each.get("Name")))
                                .findFirst()
                                .orElseThrow()
                                .get("Id")
                                .toString()));
        assertAsked(firm.company.invoices().sync(invoice), ours);
        assertThat(firm.company.invoices().match(invoice, ours)).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(status("i-1").state()).isEqualTo(SyncState.SYNCED);
        assertThat(held("Invoice")).isEqualTo(1);
    }

    @Test
    void aStoreOfYesterdayDoublesNothing() {
        firm.company.invoices().sync(invoice("i-0", "90.00"));
        theFeedIsRead();
        List<SyncRow> yesterday = backup();
        firm.fake.clock().advance(Duration.ofHours(20));
        firm.work();
        ClientInvoice invoice = invoice("i-1", "120.00");
        RemoteId ours = firm.company.invoices().sync(invoice).remoteId();
        firm.fake.clock().advance(Duration.ofHours(4));
        restore(yesterday);
        assertAsked(firm.company.invoices().sync(invoice), ours);
        assertThat(held("Invoice")).isEqualTo(2);
    }

    private List<SyncRow> backup() {
        List<SyncRow> all = new ArrayList<>();
        for (String kind : List.of("client", "service_item", "invoice", "payment", "cursor", "unlinked")) {
            all.addAll(rows.get().list(Firm.TENANT, firm.books.realmId(), kind, null, null, 100));
        }
        return all;
    }

    private void restore(List<SyncRow> backup) {
        SyncStore fresh = new InMemorySyncStore();
        backup.forEach(
                row -> fresh.save(new SyncRow(row.key(), row.remoteId(), row.state(), row.dueAt(), row.document(), 0)));
        rows.set(fresh);
    }

    @Test
    void twoOfOneDayAndAmountWhoseAnswersAreLostAreNotHeldAgainstEachOther() {
        ClientInvoice one = invoice("i-1", "120.00");
        ClientInvoice other = invoice("i-2", "120.00");
        firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.answerLost());
        firm.company.invoices().sync(one);
        firm.company.invoices().sync(other);
        theFeedIsRead();
        theFeedIsRead();
        assertThat(status("i-1").state()).isEqualTo(SyncState.SYNCED);
        assertThat(status("i-2").state()).isEqualTo(SyncState.SYNCED);
        assertThat(held("Invoice")).isEqualTo(2);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }
}
