// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What used to be called in step where the two sides differed, or was doubled, forgotten, or waited in silence. */
class SyncedIsAPromiseTest {
    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Promised Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void later(Duration time) {
        firm.fake.clock().advance(time);
        firm.work();
    }

    private void poll() {
        later(Duration.ofHours(2));
    }

    private ClientInvoice sent(String id, String amount) {
        ClientInvoice invoice = Firm.invoice(id, client, item, amount);
        assertThat(firm.company.invoices().sync(invoice).state()).isEqualTo(SyncState.SYNCED);
        return invoice;
    }

    private String remote(ClientInvoice invoice) {
        return firm.company.invoices().status(invoice.id()).remoteId().value();
    }

    private Object inQuickBooks(ClientInvoice invoice, String member) {
        return firm.inQuickBooks("Invoice", RemoteId.of(remote(invoice)), member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2500", "6000", "6210", "6140", "5030", "600"})
    void aLostAnswerAndThenARefusalNeverDoubles(String code) {
        int before = firm.books.all("Invoice").size();
        firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.answerLost());
        firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.code(code));
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        firm.company.invoices().retry(invoice.id());
        later(Duration.ofHours(1));
        later(Duration.ofHours(26));
        assertThat(firm.books.all("Invoice")).hasSize(before + 1);
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 413})
    void aLostAnswerAndThenABareAnswerOfAGatewayNeverDoubles(int status) {
        int before = firm.books.all("Invoice").size();
        firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.answerLost());
        firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.text(status, "<html>no</html>"));
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        later(Duration.ofHours(1));
        assertThat(firm.books.all("Invoice")).hasSize(before + 1);
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void anEditWhileTheCreatesAnswerIsOutFollows() {
        firm.fake.faults().add(FaultRule.on("Invoice", "create").times(8), Fault.answerLost());
        ClientInvoice first = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(first);
        firm.company.invoices().sync(Firm.invoice("i-1", client, item, "130.00"));
        firm.fake.faults().clear();
        later(Duration.ofHours(1));
        assertThat((BigDecimal) inQuickBooks(first, "TotalAmt")).isEqualByComparingTo("130");
        assertThat(firm.company.invoices().status(first.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void anyLengthOfABrokenConnectionLeavesNothingUncertain() {
        firm.fake.faults().add(FaultRule.any().always(), Fault.html503());
        firm.company.invoices().stage(Firm.invoice("i-1", client, item, "100.00"));
        later(Duration.ofHours(60));
        firm.fake.faults().clear();
        later(Duration.ofHours(2));
        assertThat(firm.company.invoices().status(LocalId.of("i-1")).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void underAskAnEditOfOneFieldNeverTouchesABookkeepersOther() {
        ClientInvoice invoice = sent("i-1", "100.00");
        firm.books.inQuickBooks().change("Invoice", remote(invoice), Map.of("DueDate", "2027-01-01"));
        poll();
        SyncStatus told = firm.company.invoices().status(invoice.id());
        // The app leaves the due date to QuickBooks: that is no field of its own.
        assertThat(told.state()).isEqualTo(SyncState.SYNCED);
        ClientInvoice edited = invoice.toBuilder().memo("Thank you").build();
        assertThat(firm.company.invoices().sync(edited).state()).isEqualTo(SyncState.SYNCED);
        assertThat(inQuickBooks(invoice, "DueDate")).isEqualTo("2027-01-01");
    }

    @Test
    void aLineThatABookkeeperChangedIsToldAndSurvivesAnEditOfTheMemo() {
        ClientInvoice invoice = sent("i-1", "100.00");
        changeTheAmount(invoice, "120.00");
        poll();
        SyncStatus told = firm.company.invoices().status(invoice.id());
        assertThat(told.state()).isEqualTo(SyncState.CONFLICT);
        assertThat(told.differences())
                .extracting("quickBooks")
                .anyMatch(v -> String.valueOf(v).contains("120"));
        assertThat(firm.company.tieOut().agrees()).isFalse();

        firm.company.invoices().sync(invoice.toBuilder().memo("Thank you").build());
        assertThat((BigDecimal) inQuickBooks(invoice, "TotalAmt")).isEqualByComparingTo("120");
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.CONFLICT);

        SyncStatus accepted = firm.company.invoices().resolve(invoice.id(), Side.QUICKBOOKS);
        assertThat(accepted.state()).isEqualTo(SyncState.SYNCED);
        assertThat(accepted.accepted()).isNotEmpty();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aDeletedInvoiceIsInTheTieOutAndIsSentAgainOnlyByAPersonsWord() {
        ClientInvoice invoice = sent("i-1", "100.00");
        firm.books.inQuickBooks().delete("Invoice", remote(invoice));
        poll();
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.GONE);
        assertThat(firm.company.tieOut().differences())
                .extracting(TieOut.Difference::localId)
                .contains(invoice.id());
        firm.company.invoices().sync(invoice.toBuilder().memo("edited").build());
        firm.company.retryAll();
        firm.work();
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.GONE);
        assertThat(firm.company.invoices().resend(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aPaymentOfAVoidInvoiceIsAProblemWithARemedy() {
        ClientInvoice invoice = sent("i-1", "100.00");
        firm.company.invoices().voidNow(invoice.id());
        SyncStatus status = firm.company.payments().sync(Firm.payment("p-1", invoice, "100.00"));
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.PARENT_OUT);
        assertThat(firm.company.problems()).extracting(ProblemGroup::cause).contains(ProblemCause.PARENT_OUT);
    }

    @Test
    void aVoidOutlivesALaterEdit() {
        ClientInvoice invoice = sent("i-1", "100.00");
        firm.company.invoices().stageVoid(invoice.id());
        firm.company.invoices().stage(invoice.toBuilder().privateNote("another").build());
        firm.work();
        assertThat((BigDecimal) inQuickBooks(invoice, "TotalAmt")).isEqualByComparingTo("0");
        ClientInvoice never = Firm.invoice("i-2", client, item, "50.00");
        firm.company.invoices().stage(never);
        firm.company.invoices().voidNow(never.id());
        SyncStatus status = firm.company.invoices().sync(never);
        assertThat(status.keptOut()).isEqualTo(KeptOut.ENDED_BEFORE_SENT);
    }

    @Test
    void anotherCurrencyIsRefusedBeforeAnyCall() {
        int before = firm.books.all("Invoice").size();
        ClientInvoice euros = ClientInvoice.builder(LocalId.of("i-1"), client.id(), Firm.DAY)
                .lines(List.of(InvoiceLine.builder(Money.of("100", "EUR"))
                        .serviceItemId(item.id())
                        .build()))
                .build();
        SyncStatus status = firm.company.invoices().sync(euros);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.WRONG_CURRENCY);
        assertThat(status.problem().message()).contains("EUR", "USD");
        assertThat(firm.books.all("Invoice")).hasSize(before);
    }

    @Test
    void twoCurrenciesInOneInvoiceStopThatInvoiceOnly() {
        ClientInvoice mixed = ClientInvoice.builder(LocalId.of("i-1"), client.id(), Firm.DAY)
                .lines(List.of(
                        InvoiceLine.builder(Money.usd("5"))
                                .serviceItemId(item.id())
                                .build(),
                        InvoiceLine.builder(Money.of("5", "EUR"))
                                .serviceItemId(item.id())
                                .build()))
                .build();
        firm.company.invoices().stage(mixed);
        firm.company.invoices().stage(Firm.invoice("i-2", client, item, "7.00"));
        firm.work();
        assertThat(firm.company.invoices().status(mixed.id()).state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(firm.company.invoices().status(LocalId.of("i-2")).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void anUnmatchedClientStaysSoUntilAPersonSaysOtherwise() {
        int before = firm.books.all("Customer").size();
        RemoteId customer = firm.company.clients().status(client.id()).remoteId();
        firm.company.clients().unmatch(client.id());
        Client renamed = client.toBuilder().displayName("Another Name").build();
        assertThat(firm.company.clients().sync(renamed).keptOut()).isEqualTo(KeptOut.UNMATCHED);
        poll();
        assertThat(firm.books.all("Customer")).hasSize(before);
        assertThat(firm.clients.all(Firm.TENANT)).hasSize(1);
        int updates = firm.fake.history().count("Customer", "update");
        assertThat(firm.company.clients().match(client, customer)).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(firm.fake.history().count("Customer", "update")).isEqualTo(updates);
    }

    @Test
    void anUpdateThatNamesARecordOnItsWayWaitsAndGoes() {
        ClientInvoice invoice = sent("i-1", "100.00");
        Client other = firm.client("c-2", "Other Client");
        ClientInvoice moved = Firm.invoice("i-1", other, item, "100.00");
        assertThat(firm.company.invoices().sync(moved).waitsFor().id()).isEqualTo(other.id());
        firm.company.clients().sync(other);
        firm.work();
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(((Map<?, ?>) inQuickBooks(invoice, "CustomerRef")).get("value"))
                .isEqualTo(firm.company.clients().status(other.id()).remoteId().value());
    }

    @Test
    void aDifferenceIsRepairedByACall() {
        ClientInvoice invoice = sent("i-1", "100.00");
        firm.books.inQuickBooks().change("Invoice", remote(invoice), Map.of("PrivateNote", "edited there"));
        TieOut.Difference difference = firm.company.tieOut().differences().get(0);
        assertThat(firm.company.repair(difference).state()).isEqualTo(SyncState.CONFLICT);
        assertThat(firm.company.invoices().resolve(invoice.id(), Side.APP).state())
                .isEqualTo(SyncState.SYNCED);
        assertThat(inQuickBooks(invoice, "PrivateNote")).isEqualTo("Invoice i-1");
    }

    @Test
    void aBatchSendsThirtyRecordsInOneRequest() {
        int before = firm.fake.history().count("batch", "batch");
        for (int i = 0; i < 30; i++) {
            firm.company.invoices().stage(Firm.invoice("i-" + i, client, item, "10.00"));
        }
        firm.work();
        assertThat(firm.company.overview().counts().get(RecordKind.INVOICE)).containsEntry(SyncState.SYNCED, 30L);
        assertThat(firm.fake.history().count("Invoice", "create")).isZero();
        assertThat(before).isZero();
    }

    /** The order in which the two sides are looked at never matters. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstWordOfTheAppNeverWritesOverABookkeepers(boolean seenBefore) {
        ClientInvoice invoice = sent("i-1", "100.00");
        firm.books
                .inQuickBooks()
                .change("Invoice", remote(invoice), Map.of("CustomerMemo", Map.of("value", "By hand")));
        if (seenBefore) {
            poll();
        }
        SyncStatus told = firm.company
                .invoices()
                .sync(invoice.toBuilder().memo("From the app").build());

        assertThat(told.state()).as("%s", told).isEqualTo(SyncState.CONFLICT);
        assertThat(inQuickBooks(invoice, "CustomerMemo")).isEqualTo(Map.of("value", "By hand"));
    }

    @Test
    void whatQuickBooksSetsByItselfIsNoWordOfABookkeeper() {
        ClientInvoice invoice = sent("i-1", "100.00");
        assertThat(inQuickBooks(invoice, "DueDate")).isNotNull();
        ClientInvoice due =
                invoice.toBuilder().dueDate(LocalDate.of(2026, 12, 24)).build();
        assertThat(firm.company.invoices().sync(due).state()).isEqualTo(SyncState.SYNCED);
        assertThat(inQuickBooks(invoice, "DueDate")).isEqualTo("2026-12-24");
    }

    @Test
    void aTotalFollowsFromTheLinesThatAreAccepted() {
        firm.company.settings(firm.company
                .settings()
                .withInvoices(KindSettings.money().withConflicts(ConflictPolicy.QUICKBOOKS_WINS)));
        ClientInvoice invoice = sent("i-1", "100.00");
        changeTheAmount(invoice, "120.00");
        poll();
        SyncStatus accepted = firm.company.invoices().status(invoice.id());
        assertThat(accepted.state()).as("%s", accepted).isEqualTo(SyncState.SYNCED);
        assertThat(accepted.accepted()).extracting("field").contains("Total");

        List<InvoiceLine> more = new ArrayList<>(invoice.lines());
        more.add(
                InvoiceLine.builder(Money.usd("30.00")).serviceItemId(item.id()).build());
        SyncStatus edited =
                firm.company.invoices().sync(invoice.toBuilder().lines(more).build());
        assertThat(edited.state()).as("%s", edited).isEqualTo(SyncState.SYNCED);
        assertThat((BigDecimal) inQuickBooks(invoice, "TotalAmt")).isEqualByComparingTo("150");
        assertThat(firm.company.tieOut().agrees()).isTrue();
        assertThat(firm.company.tieOut().lines())
                .filteredOn(line -> line.kind().equals(RecordKind.INVOICE))
                .extracting(TieOut.Line::accepted)
                .containsExactly(1);
    }

    private void changeTheAmount(ClientInvoice invoice, String amount) {
        Map<?, ?> line = (Map<?, ?>) ((List<?>) inQuickBooks(invoice, "Line")).get(0);
        Map<String, Object> changed = new LinkedHashMap<>();
        line.forEach((name, value) -> changed.put(String.valueOf(name), value));
        changed.put("Amount", new BigDecimal(amount));
        firm.books.inQuickBooks().change("Invoice", remote(invoice), Map.of("Line", List.of(changed)));
    }

    @Test
    void aRecordThatCannotBeReadDiffersAndTheOthersAreCounted() {
        firm.company.invoices().sync(Firm.invoice("i-1", client, item, "100.00"));
        firm.company.invoices().sync(Firm.invoice("i-2", client, item, "200.00"));
        RowKey key = new RowKey(Firm.TENANT, firm.books.realmId(), "invoice", "i-1");
        SyncRow row = firm.rows.find(key).orElseThrow();
        String broken = row.document().replace("\"lines\":[", "\"lines\":[7,");
        assertThat(broken).isNotEqualTo(row.document());
        firm.rows.save(new SyncRow(key, row.remoteId(), row.state(), row.dueAt(), broken, row.version()));

        TieOut tieOut = firm.company.tieOut();
        assertThat(tieOut.agrees()).isFalse();
        assertThat(tieOut.differences()).extracting(TieOut.Difference::localId).containsExactly(LocalId.of("i-1"));
        assertThat(tieOut.lines().stream()
                        .filter(line -> line.kind().equals(RecordKind.INVOICE))
                        .mapToInt(TieOut.Line::equal)
                        .sum())
                .isEqualTo(1);
    }
}
