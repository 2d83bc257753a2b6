package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit memos from the app to QuickBooks: made, edited, deleted, waited for, and what cannot be sent. */
class CreditMemosTest {
    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Credited Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private CreditMemoSync credits() {
        return firm.company.creditMemos();
    }

    private SyncStatus sent(ClientCreditMemo credit) {
        SyncStatus status = credits().sync(credit);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        return status;
    }

    private ClientCreditMemo credit(String amount) {
        return Firm.creditMemo("m-1", client, item, amount);
    }

    private void later(Duration time) {
        firm.fake.clock().advance(time);
        firm.work();
    }

    private Object there(SyncStatus status, String member) {
        return firm.inQuickBooks("CreditMemo", status.remoteId(), member);
    }

    private Object balance() {
        return firm.inQuickBooks(
                "Customer", firm.company.clients().status(client.id()).remoteId(), "Balance");
    }

    @Test
    void aCreditMemoLowersWhatTheClientOwesAndBothSidesAgree() {
        SyncStatus status = sent(credit("40.00"));

        assertThat((BigDecimal) there(status, "TotalAmt")).isEqualByComparingTo("40");
        assertThat((BigDecimal) there(status, "RemainingCredit")).isEqualByComparingTo("40");
        assertThat((BigDecimal) balance()).isEqualByComparingTo("-40");
        TieOut tieOut = firm.company.tieOut();
        assertThat(tieOut.agrees()).isTrue();
        assertThat(tieOut.lines())
                .filteredOn(line -> line.kind().equals(RecordKind.CREDIT_MEMO))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.equal()).isEqualTo(1);
                    assertThat(line.appTotal()).isEqualByComparingTo("40");
                    assertThat(line.quickBooksTotal()).isEqualByComparingTo("40");
                });
        assertThat(firm.company.linkTo(RecordKind.CREDIT_MEMO, status.localId()))
                .hasValueSatisfying(uri ->
                        assertThat(uri.toString()).endsWith("pagereq=creditmemo%3FtxnId%3D" + status.remoteId()));
    }

    @Test
    void everyFieldArrivesAndIsReadBackFromTheRow() {
        ClientCreditMemo full = full();
        credits().stage(full);
        firm.work();

        SyncStatus status = credits().status(full.id());
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(there(status, "DocNumber")).isEqualTo("CM-1");
        assertThat(there(status, "TxnDate")).isEqualTo("2026-10-30");
        assertThat(there(status, "CustomerMemo")).isEqualTo(Map.of("value", "Sorry"));
        assertThat(there(status, "PrivateNote")).isEqualTo("Credit memo m-1");
        assertThat(there(status, "BillEmail")).isEqualTo(Map.of("Address", "ann@example.com"));
        assertThat(((Map<?, ?>) there(status, "ClassRef")).get("value")).isEqualTo(full.classId());
        assertThat(((Map<?, ?>) there(status, "DepartmentRef")).get("value")).isEqualTo(full.locationId());
        Map<?, ?> line = line(status);
        assertThat(line.get("Description")).isEqualTo("Two hours too many");
        Map<?, ?> detail = (Map<?, ?>) line.get("SalesItemLineDetail");
        assertThat((BigDecimal) detail.get("Qty")).isEqualByComparingTo("2");
        assertThat((BigDecimal) detail.get("UnitPrice")).isEqualByComparingTo("20");
        assertThat(((Map<?, ?>) detail.get("TaxCodeRef")).get("value")).isEqualTo("TAX");
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DocNumber", "CustomerMemo", "PrivateNote", "BillEmail", "ClassRef", "DepartmentRef"})
    void whatTheAppClearsIsCleared(String field) {
        ClientCreditMemo full = full();
        sent(full);
        ClientCreditMemo.Builder cleared = full.toBuilder();
        switch (field) {
            case "DocNumber" -> cleared.number(null);
            case "CustomerMemo" -> cleared.memo(null);
            case "PrivateNote" -> cleared.privateNote(null);
            case "BillEmail" -> cleared.billEmail(null);
            case "ClassRef" -> cleared.classId(null);
            default -> cleared.locationId(null);
        }
        SyncStatus status = sent(cleared.build());

        Object left = there(status, field);
        assertThat(left == null || left.equals("") || left.equals(Map.of()))
                .as("%s", left)
                .isTrue();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private ClientCreditMemo full() {
        firm.books.inQuickBooks().settings().classesPerTransaction(true);
        firm.books.inQuickBooks().settings().locations(true);
        firm.books.inQuickBooks().settings().customNumbers(true);
        return credit("40.00").toBuilder()
                .number("CM-1")
                .date(LocalDate.of(2026, 10, 30))
                .memo("Sorry")
                .billEmail("ann@example.com")
                .classId(firm.books.inQuickBooks().create("Class", Map.of("Name", "Credited class")))
                .locationId(firm.books.inQuickBooks().create("Department", Map.of("Name", "Credited place")))
                .tax(Money.usd("3.20"))
                .lines(List.of(InvoiceLine.builder(Money.usd("40.00"))
                        .serviceItemId(item.id())
                        .description("Two hours too many")
                        .quantity(new BigDecimal("2"))
                        .unitPrice(new BigDecimal("20"))
                        .taxable(true)
                        .build()))
                .build();
    }

    private Map<?, ?> line(SyncStatus status) {
        return (Map<?, ?>) ((List<?>) there(status, "Line")).get(0);
    }

    @Test
    void anEditedLineStaysTheLineItWas() {
        Object id = line(sent(credit("40.00"))).get("Id");
        List<InvoiceLine> lines = new ArrayList<>(credit("25.00").lines());
        lines.add(
                InvoiceLine.builder(Money.usd("5.00")).serviceItemId(item.id()).build());
        SyncStatus edited = sent(credit("25.00").toBuilder().lines(lines).build());

        assertThat(line(edited).get("Id")).isEqualTo(id);
        assertThat((BigDecimal) there(edited, "TotalAmt")).isEqualByComparingTo("30");
        assertThat(firm.fake.history().count("CreditMemo", "create")).isEqualTo(1);
        assertThat(firm.fake.history().count("CreditMemo", "update")).isEqualTo(1);
        assertThat(firm.fake.history().count("CreditMemo", "read")).isZero();
    }

    @Test
    void aPlanSaysWhatAnEditWouldWriteAndWritesNothing() {
        assertThat(credits().plan(credit("40.00")).action()).isEqualTo(SyncPlan.Action.CREATE);
        sent(credit("40.00"));
        SyncPlan plan = credits().plan(credit("40.00").toBuilder().memo("Sorry").build());
        assertThat(plan.action()).isEqualTo(SyncPlan.Action.UPDATE);
        assertThat(plan.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.field()).isEqualTo("CustomerMemo");
            assertThat(difference.app()).isEqualTo("Sorry");
            assertThat(difference.quickBooks()).isNull();
        });
        assertThat(firm.fake.history().count("CreditMemo", "update")).isZero();
    }

    @Test
    void aDeletedCreditMemoIsGoneFromBothAndStaysSo() {
        SyncStatus status = sent(credit("40.00"));
        assertThat(credits().deleteNow(status.localId()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.books.find("CreditMemo", status.remoteId().value())).isEmpty();
        assertThat((BigDecimal) balance()).isEqualByComparingTo("0");

        credits().sync(credit("50.00"));
        later(Duration.ofHours(7));
        assertThat(firm.fake.history().count("CreditMemo", "create")).isEqualTo(1);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void oneThatIsDeletedBeforeItWasSentIsNeverSent() {
        credits().stage(credit("40.00"));
        credits().stageDelete(LocalId.of("m-1"));
        firm.work();
        assertThat(credits().status(LocalId.of("m-1")).keptOut()).isEqualTo(KeptOut.ENDED_BEFORE_SENT);
        assertThat(firm.fake.history().count("CreditMemo", "create")).isZero();
    }

    @Test
    void quickBooksKnowsNoVoidOfItAndNeitherDoesTheHandle() {
        assertThat(CreditMemoSync.class.getInterfaces()).contains(Deletes.class).doesNotContain(Voids.class);
    }

    @Test
    void itWaitsForItsClientAndItsItemAndFollowsByItself() {
        Client late = firm.client("c-2", "Late Client");
        ServiceItem lateItem = ServiceItem.builder(LocalId.of("s-2"), "Late service")
                .incomeAccount(item.incomeAccount())
                .build();
        ClientCreditMemo credit = Firm.creditMemo("m-2", late, lateItem, "15.00");
        assertThat(credits().sync(credit).waitsFor()).isEqualTo(new RecordRef(RecordKind.CLIENT, late.id()));
        firm.company.clients().sync(late);
        firm.work();
        assertThat(credits().status(credit.id()).waitsFor())
                .isEqualTo(new RecordRef(RecordKind.SERVICE_ITEM, lateItem.id()));
        firm.company.serviceItems().sync(lateItem);
        firm.work();
        assertThat(credits().status(credit.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aTotalBelowZeroIsToldInTheHostsWordsBeforeAnyCall() {
        SyncStatus status = credits().sync(credit("-40.00"));
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.TOTAL_BELOW_ZERO);
        assertThat(status.problem().remedy()).contains("without a minus");
        assertThat(firm.fake.history().count("CreditMemo", "create")).isZero();
        assertThat(sent(credit("40.00")).problem()).isNull();
    }

    @Test
    void whatCannotBeSaidIsToldBeforeAnyCall() {
        ClientCreditMemo euros = credit("40.00").toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.of("40", "EUR"))
                        .serviceItemId(item.id())
                        .build()))
                .build();
        assertThat(credits().sync(euros).problem().cause()).isEqualTo(ProblemCause.WRONG_CURRENCY);
        List<InvoiceLine> mixed = new ArrayList<>(euros.lines());
        mixed.add(
                InvoiceLine.builder(Money.usd("1.00")).serviceItemId(item.id()).build());
        assertThat(credits()
                        .sync(euros.toBuilder().lines(mixed).build())
                        .problem()
                        .cause())
                .isEqualTo(ProblemCause.WRONG_CURRENCY);
        ClientCreditMemo unnamed = credit("40.00").toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.usd("40.00")).build()))
                .build();
        assertThat(credits().sync(unnamed).problem().field()).isEqualTo("Line.SalesItemLineDetail.ItemRef");
        assertThat(firm.fake.history().count("CreditMemo", "create")).isZero();
        assertThat(firm.company.problems()).hasSize(1);
    }

    @Test
    void aSwitchKeepsStagedOnesBackAndAPersonsWordSendsThem() {
        firm.company.settings(
                firm.company.settings().withCreditMemos(KindSettings.money().withCreateInQuickBooks(false)));
        credits().stage(credit("40.00"));
        firm.work();
        assertThat(credits().status(LocalId.of("m-1")).keptOut()).isEqualTo(KeptOut.SWITCHED_OFF);
        sent(credit("40.00"));
    }

    @Test
    void thirtyGoOutInOneRequest() {
        for (int i = 0; i < 30; i++) {
            credits().stage(Firm.creditMemo("m-" + i, client, item, "10.00"));
        }
        firm.work();
        assertThat(firm.company.overview().counts().get(RecordKind.CREDIT_MEMO)).containsEntry(SyncState.SYNCED, 30L);
        assertThat(firm.fake.history().count("CreditMemo", "create")).isZero();
        assertThat(firm.fake.history().count("batch", "batch")).isEqualTo(1);
    }
}
