package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What QuickBooks leaves out of a write is told once, never sent again by itself, and never in the way of what follows. */
class NotKeptInQuickBooksTest {
    private static final LocalId ID = LocalId.of("i-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private String tag;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Not Kept");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        firm.books.inQuickBooks().settings().classesPerLine(true);
        firm.books.inQuickBooks().settings().classesPerTransaction(true);
        firm.books.inQuickBooks().settings().locations(true);
        tag = firm.books.inQuickBooks().create("Class", Map.of("Name", "Not kept class"));
        track(false);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void track(boolean on) {
        firm.books.inQuickBooks().settings().classesPerLine(on);
        firm.books.inQuickBooks().settings().classesPerTransaction(on);
        firm.books.inQuickBooks().settings().locations(on);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ClassRef", "DepartmentRef"})
    void whatACreateDoesNotKeepIsSentOnce(String what) {
        SyncStatus status = firm.company.invoices().sync(tagged(what));
        restADay();

        assertNotKept(status, what);
        assertThat(writes()).isEqualTo(1);
        assertThat(lines()).hasSize(2);
        assertThat(firm.company.tieOut().agrees()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ClassRef", "DepartmentRef"})
    void whatAnUpdateDoesNotKeepIsSentOnce(String what) {
        firm.company.invoices().sync(plain());
        SyncStatus status = firm.company.invoices().sync(tagged(what));
        restADay();

        assertNotKept(status, what);
        assertThat(writes()).isEqualTo(2);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aLineThatIsAddedAndNotKeptAsItIsStaysOneLine() {
        firm.company.invoices().sync(plain());
        List<InvoiceLine> lines = new ArrayList<>(plain().lines());
        lines.add(0, line("30.00").classId(tag).build());
        firm.company.invoices().sync(plain().toBuilder().lines(lines).build());
        restADay();

        assertThat(writes()).isEqualTo(2);
        assertThat(lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ClassRef", "DepartmentRef"})
    void takingItBackInTheAppIsNoConflict(String what) {
        firm.company.invoices().sync(tagged(what));
        SyncStatus status = firm.company.invoices().sync(plain());

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(lines()).hasSize(2);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ClassRef", "DepartmentRef"})
    void anotherEditTravelsAndTheRestIsStillTold(String what) {
        firm.company.invoices().sync(tagged(what));
        List<InvoiceLine> lines = new ArrayList<>(tagged(what).lines());
        lines.set(1, line("60.00").description("edited").build());
        SyncStatus status = firm.company
                .invoices()
                .sync(tagged(what).toBuilder().lines(lines).build());

        assertNotKept(status, what);
        assertThat(lines())
                .extracting(line -> line.get("Amount").toString())
                .containsExactlyInAnyOrder("100.00", "60.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ClassRef", "DepartmentRef"})
    void aPersonHasItSentAgainOnceQuickBooksTakesIt(String what) {
        firm.company.invoices().sync(tagged(what));
        track(true);
        SyncStatus status = firm.company.invoices().resolve(ID, Side.APP);

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(status.accepted()).isEmpty();
        assertThat(lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ClassRef", "DepartmentRef"})
    void aPersonAcceptsWhatQuickBooksHas(String what) {
        firm.company.invoices().sync(tagged(what));
        SyncStatus status = firm.company.invoices().resolve(ID, Side.QUICKBOOKS);
        restADay();

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(status.accepted()).hasSize(1);
        assertThat(writes()).isEqualTo(1);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private ClientInvoice plain() {
        return Firm.invoice("i-1", client, item, "100.00").toBuilder()
                .lines(List.of(line("100.00").build(), line("50.00").build()))
                .build();
    }

    private InvoiceLine.Builder line(String amount) {
        return InvoiceLine.builder(Money.usd(amount)).serviceItemId(item.id());
    }

    private ClientInvoice tagged(String what) {
        ClientInvoice.Builder invoice = plain().toBuilder();
        switch (what) {
            case "line" ->
                invoice.lines(List.of(
                        line("100.00").classId(tag).build(), line("50.00").build()));
            case "ClassRef" -> invoice.classId(tag);
            default ->
                invoice.locationId(String.valueOf(firm.books.all("Department").stream()
                        .map(place -> place.get("Id"))
                        .findFirst()
                        .orElseGet(() ->
                                firm.books.inQuickBooks().create("Department", Map.of("Name", "Not kept place")))));
        }
        return invoice.build();
    }

    private void assertNotKept(SyncStatus status, String what) {
        SyncStatus now = firm.company.invoices().status(ID);
        for (SyncStatus each : List.of(status, now)) {
            assertThat(each.state()).as("%s", each).isEqualTo(SyncState.NEEDS_ATTENTION);
            assertThat(each.problem().cause()).isEqualTo(ProblemCause.NOT_KEPT);
            assertThat(each.differences()).hasSize(1);
            assertThat(each.differences().get(0).field()).startsWith(what.equals("line") ? "Line#" : what);
        }
    }

    private void restADay() {
        for (int hour = 0; hour < 24; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            for (int run = 0; firm.quickBooks.runDue() > 0; run++) {
                assertThat(run).as("runs until nothing is due").isLessThan(10);
            }
        }
    }

    private int writes() {
        return firm.fake.history().count("Invoice", "create")
                + firm.fake.history().count("Invoice", "update");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> lines() {
        Object lines =
                firm.inQuickBooks("Invoice", firm.company.invoices().status(ID).remoteId(), "Line");
        return ((List<Map<String, Object>>) lines)
                .stream()
                        .filter(line -> line.get("SalesItemLineDetail") != null)
                        .toList();
    }
}
