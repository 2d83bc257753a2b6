package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetupTest {
    private final Firm firm = Firm.connected();

    @AfterEach
    void close() {
        firm.close();
    }

    private String firstCustomer() {
        return (String) firm.books.all("Customer").get(0).get("DisplayName");
    }

    private SetupPlan plan() {
        firm.client("c-1", firstCustomer());
        firm.client("c-2", "Only In The App");
        return firm.company.setup().preview();
    }

    @Test
    void aPreviewWritesNothingAnywhere() {
        SetupPlan plan = plan();
        assertThat(plan.matches()).extracting(SetupClient::id).containsExactly(LocalId.of("c-1"));
        assertThat(plan.unmatched()).extracting(SetupClient::id).containsExactly(LocalId.of("c-2"));
        assertThat(plan.newClients()).isNotEmpty();
        assertThat(firm.fake.history().count("Customer", "create")).isZero();
        assertThat(firm.fake.history().count("Customer", "update")).isZero();
        assertThat(firm.company.clients().status(LocalId.of("c-1")).remoteId()).isNull();
    }

    @Test
    void applyingLinksMatchesAndCreatesWhatWasDecided() {
        SetupReport report = firm.company.setup().apply(plan().createUnmatchedInQuickBooks());
        assertThat(report.counts()).containsOnly(Map.entry(Result.LINKED, 1), Map.entry(Result.CREATED, 1));
        assertThat(firm.count("Customer", "DisplayName", "Only In The App")).isEqualTo(1);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aPlanThatWasStoredAsJsonIsAppliedLikeTheFirst() {
        SetupPlan plan = plan().createUnmatchedInQuickBooks();
        SetupPlan back = SetupPlan.fromJson(plan.toJson());
        assertThat(back.digest()).isEqualTo(plan.digest());
        SetupReport report = firm.company.setup().apply(back);
        assertThat(report.counts()).containsOnly(Map.entry(Result.LINKED, 1), Map.entry(Result.CREATED, 1));
    }

    @Test
    void applyingTwiceDoesNothingTheSecondTime() {
        SetupPlan plan = plan().createUnmatchedInQuickBooks();
        firm.company.setup().apply(plan);
        int customers = firm.books.all("Customer").size();
        SetupReport second = firm.company.setup().apply(plan);
        assertThat(second.counts()).containsOnlyKeys(Result.ALREADY);
        assertThat(firm.books.all("Customer")).hasSize(customers);
    }

    @Test
    void anApplyThatBrokeOffIsFinishedByTheNext() {
        SetupPlan plan = plan().createUnmatchedInQuickBooks();
        firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
        SetupReport first = firm.company.setup().apply(plan);
        assertThat(first.open()).extracting(SetupReport.Entry::result).containsExactly(Result.PENDING);
        SetupReport second = firm.company.setup().apply(plan);
        assertThat(second.open()).isEmpty();
        assertThat(firm.count("Customer", "DisplayName", "Only In The App")).isEqualTo(1);
    }

    @Test
    void aDecisionThatWentStaleIsReportedAndNotForced() {
        SetupPlan plan = plan();
        RemoteId customer = plan.matches().get(0).customer();
        firm.books.inQuickBooks().change("Customer", customer.value(), Map.of("DisplayName", "Someone Else"));
        SetupReport report = firm.company.setup().apply(plan);
        assertThat(report.open()).extracting(SetupReport.Entry::result).containsExactly(Result.STALE);
        assertThat(firm.company.clients().status(LocalId.of("c-1")).remoteId()).isNull();
    }

    @Test
    void aTakenNameIsReportedWithNamesThatAreFree() {
        String vendor = (String) firm.books.all("Vendor").get(0).get("DisplayName");
        firm.client("c-9", vendor);
        SetupReport report =
                firm.company.setup().apply(firm.company.setup().preview().createInQuickBooks(LocalId.of("c-9")));
        SetupReport.Entry entry = report.open().get(0);
        assertThat(entry.result()).isEqualTo(Result.NAME_TAKEN);
        assertThat(entry.note()).contains("Vendor");
        assertThat(entry.suggestions()).isNotEmpty();
    }

    @Test
    void aSkippedClientIsLeftAlone() {
        SetupReport report = firm.company.setup().apply(plan().skip(LocalId.of("c-1")));
        assertThat(report.counts()).containsOnly(Map.entry(Result.SKIPPED, 1));
        assertThat(firm.company.clients().status(LocalId.of("c-1")).remoteId()).isNull();
    }

    @Test
    void twoClientsCannotBeLinkedWithOneCustomer() {
        SetupPlan plan = plan();
        RemoteId customer = plan.matches().get(0).customer();
        assertThatThrownBy(() -> plan.link(LocalId.of("c-2"), customer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already to be linked with client c-1");
    }

    @Test
    void whatIsNotInThePlanIsRefused() {
        SetupPlan plan = plan();
        assertThatThrownBy(() -> plan.link(LocalId.of("c-7"), RemoteId.of("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client c-7 is not in this plan");
        assertThatThrownBy(() -> plan.createInApp(RemoteId.of("99999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customer 99999 is not in this plan");
    }

    @Test
    void allNewClientsCanBeTakenIntoTheAppAtOnce() {
        SetupPlan plan = plan();
        RemoteId chosen = plan.newClients().get(0).id();
        plan = plan.link(LocalId.of("c-2"), chosen).createNewInApp();
        assertThat(plan.decisions()).hasSize(plan.newClients().size() + 1);
        assertThat(plan.decision(LocalId.of("c-2")).orElseThrow().remote()).isEqualTo(chosen);
        SetupReport report = firm.company.setup().apply(plan);
        assertThat(report.open()).isEmpty();
        assertThat(firm.company.setup().preview().newClients()).isEmpty();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aLaterDecisionReplacesTheOneBefore() {
        SetupPlan plan = plan();
        RemoteId customer = plan.newClients().get(0).id();
        plan = plan.createInApp(customer).skip(LocalId.of("c-2")).createInQuickBooks(LocalId.of("c-2"));
        assertThat(plan.decisions())
                .extracting(SetupDecision::action)
                .containsExactly(
                        SetupDecision.Action.LINK,
                        SetupDecision.Action.CREATE_IN_APP,
                        SetupDecision.Action.CREATE_IN_QUICKBOOKS);
        SetupPlan taken = plan;
        assertThatThrownBy(() -> taken.link(LocalId.of("c-2"), customer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already to be created in the app");
    }

    @Test
    void whatIsLinkedIsNoQuestionAnyMore() {
        firm.company.setup().apply(plan());
        SetupPlan again = firm.company.setup().preview();
        assertThat(again.matches()).allMatch(SetupClient::linked);
        assertThat(again.decisions()).isEmpty();
    }

    @Test
    void linkingSaysWhatItWouldOverwrite() {
        Client client = firm.client("c-1", firstCustomer()).toBuilder()
                .firstName("Renamed")
                .build();
        firm.clients.put(Firm.TENANT, List.of(client));
        SetupClient match = firm.company.setup().preview().clients().get(0);
        assertThat(match.overwrites()).containsExactly("GivenName");
    }
}
