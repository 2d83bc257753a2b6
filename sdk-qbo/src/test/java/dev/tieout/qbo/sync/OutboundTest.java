// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.TieoutException;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private final Firm firm = Firm.connected();

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void syncingAnUnchangedRecordAgainMakesNoCall() {
        Client client = firm.client("c-1", "Quiet Client");
        firm.company.clients().sync(client);
        int calls = firm.fake.history().all().size();
        assertThat(firm.company.clients().sync(client).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.fake.history().all()).hasSize(calls);
    }

    @Test
    void anInvoiceWaitsForItsClientAndFollowsByItself() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Late Client");
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        SyncStatus waiting = firm.company.invoices().sync(invoice);
        assertThat(waiting.state()).isEqualTo(SyncState.WAITING);
        assertThat(waiting.waitsFor()).isEqualTo(new RecordRef(RecordKind.CLIENT, LocalId.of("c-1")));
        SyncStatus payment = firm.company.payments().sync(Firm.payment("p-1", invoice, "40.00"));
        assertThat(payment.waitsFor()).isEqualTo(new RecordRef(RecordKind.CLIENT, LocalId.of("c-1")));

        firm.company.clients().sync(client);
        firm.work();

        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        SyncStatus paid = firm.company.payments().status(payment.localId());
        assertThat(paid.state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.inQuickBooks(
                        "Invoice", firm.company.invoices().status(invoice.id()).remoteId(), "Balance"))
                .isEqualTo(new BigDecimal("60.00"));
    }

    @Test
    void aPaymentLandsInUndepositedFunds() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Paying Client");
        firm.company.clients().sync(client);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        SyncStatus paid = firm.company.payments().sync(Firm.payment("p-1", invoice, "100.00"));
        Map<?, ?> account = (Map<?, ?>) firm.inQuickBooks("Payment", paid.remoteId(), "DepositToAccountRef");
        assertThat(firm.books
                        .find("Account", String.valueOf(account.get("value")))
                        .orElseThrow())
                .containsEntry("AccountSubType", "UndepositedFunds");
    }

    @Test
    void onlyWhatTheAppChangedIsWrittenAndTheRestSurvives() {
        Client client = firm.client("c-1", "Careful Client");
        SyncStatus status = firm.company.clients().sync(client);
        firm.books
                .inQuickBooks()
                .change("Customer", status.remoteId().value(), Map.of("Notes", "kept by the bookkeeper"));
        Client edited = client.toBuilder().companyName("Careful Ltd").build();
        assertThat(firm.company.clients().sync(edited).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.inQuickBooks("Customer", status.remoteId(), "Notes")).isEqualTo("kept by the bookkeeper");
        assertThat(firm.inQuickBooks("Customer", status.remoteId(), "CompanyName"))
                .isEqualTo("Careful Ltd");
    }

    @Test
    void aStaleSyncTokenIsReadAgainAndTheWriteRepeated() {
        Client client = firm.client("c-1", "Busy Client");
        firm.company.clients().sync(client);
        firm.fake.faults().add(FaultRule.on("Customer", "update"), Fault.code("5010"));
        Client edited = client.toBuilder().companyName("Busy Ltd").build();
        SyncStatus status = firm.company.clients().sync(edited);
        assertThat(status.state()).isEqualTo(SyncState.SYNCED);
        assertThat(status.trail()).extracting("outcome").containsExactly("ok", "5010", "ok");
    }

    @Test
    void aReplayedUpdateThatIsStaleByNowIsReadAgain() {
        Client client = firm.client("c-1", "Busy Client");
        firm.company.clients().sync(client);
        firm.fake.faults().add(FaultRule.on("Customer", "update"), Fault.answerLost());
        Client edited = client.toBuilder().companyName("Busy Ltd").build();
        assertThat(firm.company.clients().sync(edited).state()).isEqualTo(SyncState.WAITING);
        firm.fake.faults().add(FaultRule.on("Customer", "update"), Fault.code("5010"));
        assertThat(firm.company.clients().sync(edited).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void anInvoiceWhoseClientWasUnmatchedSaysSoAndDoesNotStopTheTieOut() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Unmatched Client");
        firm.company.clients().sync(client);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        firm.company.invoices().sync(invoice);
        firm.company.clients().unmatch(client.id());

        SyncStatus status = firm.company.invoices().sync(Firm.invoice("i-1", client, item, "120.00"));
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.PARENT_OUT);
        assertThat(firm.company.tieOut().differences())
                .extracting(TieOut.Difference::localId)
                .containsExactly(invoice.id());
    }

    @Test
    void aRecordThatStaysStaleIsGivenUpAfterThreeTries() {
        Client client = firm.client("c-1", "Busy Client");
        firm.company.clients().sync(client);
        firm.fake.faults().add(FaultRule.on("Customer", "update").always(), Fault.code("5010"));
        SyncStatus status = firm.company
                .clients()
                .sync(client.toBuilder().companyName("Busy Ltd").build());
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.STALE);
        assertThat(firm.fake.history().count("Customer", "update")).isEqualTo(3);
    }

    @Test
    void aTakenNameTellsWhoHasItAndWhatIsFree() {
        String vendor = (String) firm.books.all("Vendor").get(0).get("DisplayName");
        Client client = firm.client("c-1", vendor);
        CreateOutcome outcome = firm.company.clients().createInQuickBooks(client);
        assertThat(outcome).isInstanceOf(CreateOutcome.NameTaken.class);
        CreateOutcome.NameTaken taken = (CreateOutcome.NameTaken) outcome;
        assertThat(taken.holder())
                .isEqualTo("Vendor " + firm.books.all("Vendor").get(0).get("Id"));
        assertThat(taken.suggestions()).isNotEmpty().doesNotContain(vendor);
        Client renamed =
                client.toBuilder().displayName(taken.suggestions().get(0)).build();
        assertThat(firm.company.clients().createInQuickBooks(renamed)).isInstanceOf(CreateOutcome.Created.class);
    }

    @Test
    void aBadNameIsRefusedBeforeAnythingIsSent() {
        Client client = firm.client("c-1", "Colon: Client");
        SyncStatus status = firm.company.clients().sync(client);
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.INVALID_DATA);
        assertThat(status.problem().field()).isEqualTo("DisplayName");
        assertThat(firm.fake.history().count("Customer", "create")).isZero();
    }

    @Test
    void anInactiveItemStopsAnInvoiceWithCauseAndRemedyUntilItIsRetried() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Billed Client");
        firm.company.clients().sync(client);
        String remote = firm.company.serviceItems().status(item.id()).remoteId().value();
        firm.books.inQuickBooks().inactivate("Item", remote);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");

        SyncStatus failed = firm.company.invoices().sync(invoice);
        assertThat(failed.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(failed.problem().cause()).isEqualTo(ProblemCause.BAD_REFERENCE);
        assertThat(failed.problem().faultCode()).isEqualTo("2500");
        assertThat(firm.company.problems()).hasSize(1);

        firm.books.inQuickBooks().reactivate("Item", remote);
        assertThat(firm.company.invoices().retry(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.problems()).isEmpty();
    }

    @Test
    void oneCauseThatIsGoneSetsEverythingGoingThatItStopped() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Billed Client");
        firm.company.clients().sync(client);
        String remote = firm.company.serviceItems().status(item.id()).remoteId().value();
        firm.books.inQuickBooks().inactivate("Item", remote);
        for (int i = 0; i < 3; i++) {
            firm.company.invoices().sync(Firm.invoice("i-" + i, client, item, "100.00"));
        }
        assertThat(firm.company.problems())
                .singleElement()
                .satisfies(group -> assertThat(group.count()).isEqualTo(3));
        firm.books.inQuickBooks().reactivate("Item", remote);
        assertThat(firm.company.retryAll(ProblemCause.BAD_REFERENCE)).isEqualTo(3);
        firm.work();
        assertThat(firm.company.problems()).isEmpty();
    }

    @Test
    void anInvoiceWithoutAnItemNeedsADefaultOne() {
        Client client = firm.client("c-1", "Billed Client");
        firm.company.clients().sync(client);
        ServiceItem item = firm.linkedItem("s-1");
        ClientInvoice named = Firm.invoice("i-1", client, item, "100.00");
        ClientInvoice invoice = named.toBuilder()
                .lines(List.of(
                        named.lines().get(0).toBuilder().serviceItemId(null).build()))
                .build();
        SyncStatus failed = firm.company.invoices().sync(invoice);
        assertThat(failed.problem().field()).isEqualTo("Line.SalesItemLineDetail.ItemRef");
        assertThat(firm.fake.history().count("Invoice", "create")).isZero();

        firm.company.settings(firm.company
                .settings()
                .withDefaultItem(firm.company.serviceItems().status(item.id()).remoteId()));
        assertThat(firm.company.invoices().retry(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aThrottledWriteGoesOutLaterAndOnce() {
        firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.throttled());
        Client client = firm.client("c-1", "Patient Client");
        SyncStatus throttled = firm.company.clients().sync(client);
        assertThat(throttled.state()).isEqualTo(SyncState.WAITING);
        assertThat(throttled.problem().cause()).isEqualTo(ProblemCause.THROTTLED);
        firm.fake.clock().advance(Duration.ofMinutes(5));
        firm.work();
        assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.count("Customer", "DisplayName", "Patient Client")).isEqualTo(1);
    }

    @Test
    void aVoidedInvoiceStaysInQuickBooksWithoutAmountAndBothAgree() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Billed Client");
        firm.company.clients().sync(client);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        SyncStatus sent = firm.company.invoices().sync(invoice);
        SyncStatus voided = firm.company.invoices().voidNow(invoice.id());
        assertThat(voided.state()).isEqualTo(SyncState.SYNCED);
        assertThat((BigDecimal) firm.inQuickBooks("Invoice", sent.remoteId(), "TotalAmt"))
                .isEqualByComparingTo("0");
        assertThat(firm.company.invoices().sync(invoice).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aChangedInvoiceKeepsItsLines() {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Billed Client");
        firm.company.clients().sync(client);
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        SyncStatus sent = firm.company.invoices().sync(invoice);
        Object lineId = salesLine(sent).get("Id");
        ClientInvoice changed = Firm.invoice("i-1", client, item, "120.00");
        assertThat(firm.company.invoices().sync(changed).state()).isEqualTo(SyncState.SYNCED);
        assertThat(salesLine(sent).get("Id")).isEqualTo(lineId);
        assertThat((BigDecimal) firm.inQuickBooks("Invoice", sent.remoteId(), "TotalAmt"))
                .isEqualByComparingTo("120.00");
    }

    private Map<?, ?> salesLine(SyncStatus invoice) {
        List<?> lines = (List<?>) firm.inQuickBooks("Invoice", invoice.remoteId(), "Line");
        return lines.stream()
                .map(line -> (Map<?, ?>) line)
                .filter(line -> "SalesItemLineDetail".equals(line.get("DetailType")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothSidesChangingAFieldAsksAPersonIfTheFirmWantsThat() {
        firm.company.settings(
                firm.company.settings().withClients(KindSettings.lists().withConflicts(ConflictPolicy.ASK)));
        Client client = firm.client("c-1", "Contested Client");
        SyncStatus status = firm.company.clients().sync(client);
        firm.books.inQuickBooks().change("Customer", status.remoteId().value(), Map.of("CompanyName", "Theirs Ltd"));
        SyncStatus conflict = firm.company
                .clients()
                .sync(client.toBuilder().companyName("Ours Ltd").build());
        assertThat(conflict.state()).isEqualTo(SyncState.CONFLICT);
        assertThat(conflict.problem().field()).isEqualTo("CompanyName");
        assertThat(firm.inQuickBooks("Customer", status.remoteId(), "CompanyName"))
                .isEqualTo("Theirs Ltd");
    }

    @Test
    void twoRecordsCannotHoldTheSameCustomer() {
        Client one = firm.client("c-1", "One Client");
        SyncStatus linked = firm.company.clients().sync(one);
        MatchOutcome outcome = firm.company.clients().match(firm.client("c-2", "Two Client"), linked.remoteId());
        assertThat(outcome).isEqualTo(new MatchOutcome.Taken(one.id()));
    }

    @Test
    void anUnmatchedClientCanBeMatchedAgain() {
        Client client = firm.client("c-1", "Undone Client");
        SyncStatus linked = firm.company.clients().sync(client);
        assertThat(firm.company.clients().unmatch(client.id()).state()).isEqualTo(SyncState.NOT_SYNCED);
        assertThat(firm.company.status(RecordKind.CLIENT, client.id()).remoteId())
                .isNull();
        MatchOutcome outcome = firm.company.clients().match(client, linked.remoteId());
        assertThat(outcome).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(firm.count("Customer", "DisplayName", "Undone Client")).isEqualTo(1);
    }

    @Test
    void aFirmThatWasNeverConnectedIsToldToConnect() {
        assertThatThrownBy(() -> firm.quickBooks
                        .company(TenantId.of("stranger"))
                        .clients()
                        .sync(firm.client("c-1", "Ann")))
                .isInstanceOf(TieoutException.class)
                .hasMessageContaining("connect one first");
    }

    @Test
    void customersAreFoundByPartOfTheirNameOrAddressWithoutACallEach() {
        assertThat(firm.company.clients().search("brightw"))
                .first()
                .satisfies(hit -> assertThat(hit.customer().displayName()).isEqualTo("Brightwater Dental Group"));
        int calls = firm.fake.history().all().size();
        assertThat(firm.company.clients().search("delia.marsh"))
                .extracting(hit -> hit.customer().displayName())
                .contains("Delia Marsh");
        assertThat(firm.fake.history().all()).hasSize(calls);
    }

    @Test
    void aLinkOpensTheRecordInQuickBooks() {
        Client client = firm.client("c-1", "Linked Client");
        SyncStatus status = firm.company.clients().sync(client);
        assertThat(firm.company.linkTo(RecordKind.CLIENT, client.id()))
                .hasValueSatisfying(uri -> assertThat(uri.toString())
                        .endsWith("/login?deeplinkcompanyid=" + firm.books.realmId()
                                + "&pagereq=customerdetail%3FnameId%3D" + status.remoteId()));
        assertThat(firm.company.linkTo(RecordKind.CLIENT, LocalId.of("nobody"))).isEmpty();
    }
}
