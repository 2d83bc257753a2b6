package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of credit memos that a bookkeeper edits, enters or deletes in QuickBooks. */
class CreditMemosAndTheBookkeeperTest {
    private static final LocalId ID = LocalId.of("m-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientCreditMemo credit;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Credited Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        credit = Firm.creditMemo("m-1", client, item, "40.00");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private CreditMemoSync credits() {
        return firm.company.creditMemos();
    }

    private void send() {
        SyncStatus status = credits().sync(credit);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
    }

    private SyncStatus poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        return credits().status(ID);
    }

    private String remote() {
        return credits().status(ID).remoteId().value();
    }

    private BigDecimal there(String member) {
        return (BigDecimal) firm.inQuickBooks("CreditMemo", RemoteId.of(remote()), member);
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Object line : (List<?>) firm.inQuickBooks("CreditMemo", RemoteId.of(remote()), "Line")) {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) line).forEach((name, value) -> copy.put(String.valueOf(name), value));
            if (!"SubTotalLineDetail".equals(copy.get("DetailType"))) {
                lines.add(copy);
            }
        }
        return lines;
    }

    private void changeTheAmount(String amount) {
        List<Map<String, Object>> lines = lines();
        lines.get(0).put("Amount", new BigDecimal(amount));
        firm.books.inQuickBooks().change("CreditMemo", remote(), Map.of("Line", lines));
    }

    @ParameterizedTest
    @CsvSource({"ASK,CONFLICT,55", "APP_WINS,SYNCED,40", "QUICKBOOKS_WINS,SYNCED,55"})
    void aBookkeepersAmountFallsToThePolicy(ConflictPolicy policy, SyncState state, String amount) {
        firm.company.settings(
                firm.company.settings().withCreditMemos(KindSettings.money().withConflicts(policy)));
        send();
        changeTheAmount("55.00");
        SyncStatus status = poll();

        assertThat(status.state()).as("%s", status).isEqualTo(state);
        assertThat(there("TotalAmt")).isEqualByComparingTo(amount);
        assertThat(firm.company.tieOut().agrees()).isEqualTo(state == SyncState.SYNCED);
    }

    @Test
    void aWebhookBringsTheNewsAtOnce() {
        firm.fake
                .webhooks()
                .subscribe((headers, body) -> firm.quickBooks
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
        send();
        firm.fake.webhooks().deliver();
        firm.work();
        changeTheAmount("55.00");
        firm.fake.webhooks().deliver();
        firm.work();
        assertThat(credits().status(ID).state()).isEqualTo(SyncState.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({"APP,40", "QUICKBOOKS,55"})
    void aPersonAnswersADifference(Side side, String amount) {
        send();
        changeTheAmount("55.00");
        firm.company.repair(firm.company.tieOut().differences().get(0));
        SyncStatus answered = credits().resolve(ID, side);

        assertThat(answered.state()).as("%s", answered).isEqualTo(SyncState.SYNCED);
        assertThat(there("TotalAmt")).isEqualByComparingTo(amount);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void underAskAnEditOfTheMemoLeavesABookkeepersAmountAlone() {
        send();
        changeTheAmount("55.00");
        SyncStatus status = credits().sync(credit.toBuilder().memo("Sorry").build());

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.CONFLICT);
        assertThat(there("TotalAmt")).isEqualByComparingTo("55");
        assertThat(firm.inQuickBooks("CreditMemo", RemoteId.of(remote()), "CustomerMemo"))
                .isEqualTo(Map.of("value", "Sorry"));
    }

    @Test
    void aLineThatABookkeeperAddedIsADifferenceAndOutlivesAnEdit() {
        send();
        List<Map<String, Object>> lines = lines();
        lines.add(
                Map.of("DetailType", "DescriptionOnly", "Description", "As agreed", "DescriptionLineDetail", Map.of()));
        firm.books.inQuickBooks().change("CreditMemo", remote(), Map.of("Line", lines));

        assertThat(poll().differences()).extracting("field").containsExactly("OtherLines");
        credits().sync(Firm.creditMemo("m-1", client, item, "45.00"));
        assertThat(lines()).extracting(line -> line.get("Description")).contains("As agreed");
        assertThat(there("TotalAmt")).isEqualByComparingTo("45");
    }

    @Test
    void oneThatABookkeeperDeletesIsGoneUntilAPersonSendsItAgain() {
        send();
        firm.books.inQuickBooks().delete("CreditMemo", remote());
        assertThat(poll().state()).isEqualTo(SyncState.GONE);
        credits().sync(credit.toBuilder().memo("Sorry").build());
        firm.company.retryAll();
        firm.work();
        assertThat(credits().status(ID).state()).isEqualTo(SyncState.GONE);
        assertThat(firm.company.tieOut().differences())
                .extracting(TieOut.Difference::localId)
                .containsExactly(ID);
        assertThat(credits().resend(ID).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void oneThatWasEnteredByHandIsToldOfAndCanBeMatched() {
        String customer = firm.company.clients().status(client.id()).remoteId().value();
        String byHand = firm.books.inQuickBooks().creditMemo(customer, new BigDecimal("40.00"));
        assertThat(firm.company.tieOut().lines())
                .filteredOn(line -> line.kind().equals(RecordKind.CREDIT_MEMO))
                .extracting(TieOut.Line::onlyInQuickBooks)
                .containsExactly(1);

        assertThat(credits().match(credit, RemoteId.of(byHand))).isInstanceOf(MatchOutcome.Matched.class);
        SyncStatus told = credits().status(ID);
        assertThat(told.state()).as("%s", told).isEqualTo(SyncState.CONFLICT);
        assertThat(credits().resolve(ID, Side.APP).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.fake.history().count("CreditMemo", "create")).isZero();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "ClassRef"})
    void whatQuickBooksDoesNotKeepIsToldAndSentOnce(String what) {
        track(true);
        String tag = firm.books.inQuickBooks().create("Class", Map.of("Name", "Not kept class"));
        track(false);
        credit = what.equals("line")
                ? credit.toBuilder()
                        .lines(List.of(
                                credit.lines().get(0).toBuilder().classId(tag).build()))
                        .build()
                : credit.toBuilder().classId(tag).build();
        credits().sync(credit);
        SyncStatus status = poll();

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.NOT_KEPT);
        assertThat(firm.fake.history().count("CreditMemo", "create")
                        + firm.fake.history().count("CreditMemo", "update"))
                .isEqualTo(1);
        assertThat(firm.company.tieOut().agrees()).isFalse();
        assertThat(credits().resolve(ID, Side.QUICKBOOKS).state()).isEqualTo(SyncState.SYNCED);
    }

    private void track(boolean on) {
        firm.books.inQuickBooks().settings().classesPerTransaction(on);
        firm.books.inQuickBooks().settings().classesPerLine(on);
    }

    /** Nothing else tells where the client went: no webhook came, and it has no invoice. */
    @Test
    void aMergeOfItsCustomerIsFollowedAndTakesItAlong() {
        // The survivor is no client of the app's: it would be taken in by itself.
        firm.company.settings(
                firm.company.settings().withClients(KindSettings.lists().withCreateInApp(false)));
        send();
        String gone = firm.company.clients().status(client.id()).remoteId().value();
        String survivor = firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Surviving Client"));
        firm.books.inQuickBooks().merge("Customer", survivor, gone);
        SyncStatus status = poll();

        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(((Map<?, ?>) firm.inQuickBooks("CreditMemo", status.remoteId(), "CustomerRef")).get("value"))
                .isEqualTo(survivor);
        assertThat(firm.company.clients().status(client.id()).remoteId()).isEqualTo(RemoteId.of(survivor));
    }
}
