package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupRun.State;
import dev.tieout.qbo.setup.SetupUndo.Line;
import dev.tieout.qbo.setup.SetupUndo.Result;
import dev.tieout.qbo.setup.SetupUndo.Step;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run is taken back where both sides still hold exactly what it wrote; everything else is listed, untouched. */
class SetupUndoTest {
    private static final LocalId PAIRED = LocalId.of("c-1");
    private static final LocalId ALONE = LocalId.of("c-2");
    private static final Applying DANA = Applying.standard().by("dana");

    private final Firm firm = Firm.connected();
    private final Setup setup = firm.company.setup();
    private final RemoteId customer = RemoteId.of(firm.books
            .inQuickBooks()
            .create(
                    "Customer",
                    Map.of(
                            "DisplayName",
                            "Rosalind Trumble",
                            "GivenName",
                            "Rosa",
                            "CompanyName",
                            "Trumble Ltd",
                            "BillAddr",
                            Map.of("Line1", "1 Old Street", "Country", "USA"))));

    @AfterEach
    void close() {
        firm.close();
    }

    private SetupReport run() {
        Client paired = Client.builder(PAIRED, "Rosalind Trumble")
                .firstName("Rosalind")
                .phones(List.of("555-0100"))
                .address(Address.builder()
                        .lines(List.of("2 New Street"))
                        .city("Reno")
                        .build())
                .build();
        firm.clients.put(
                Firm.TENANT,
                List.of(paired, Client.builder(ALONE, "Only In The App").build()));
        return setup.apply(setup.preview().link(PAIRED, customer).createInQuickBooks(ALONE), DANA);
    }

    private Line undone(SetupReport report, LocalId id) {
        SetupUndo plan = setup.planUndo(report.run().id());
        return setup.undo(plan, DANA).lines().stream()
                .filter(line -> id.equals(line.local()))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> there(RemoteId id) {
        return firm.books.find("Customer", id.value()).orElseThrow();
    }

    private RemoteId created(SetupReport report) {
        return report.entries().stream()
                .filter(entry -> ALONE.equals(entry.local()))
                .findFirst()
                .orElseThrow()
                .remote();
    }

    @Test
    void aPlanSaysWhatCanBeTakenBackAndWritesNothing() {
        SetupReport report = run();
        int changes = firm.fake.history().count("Customer", "update");

        SetupUndo plan = setup.planUndo(report.run().id());

        assertThat(plan.lines())
                .extracting(Line::local, Line::step, Line::fields, Line::result)
                .containsExactly(
                        tuple(PAIRED, Step.RESTORE, List.of("BillAddr", "GivenName", "PrimaryPhone"), null),
                        tuple(ALONE, Step.MAKE_INACTIVE, List.of(), null));
        assertThat(firm.fake.history().count("Customer", "update")).isEqualTo(changes);
        assertThat(firm.company.clients().status(PAIRED).synced()).isTrue();
    }

    @Test
    void whatWasOverwrittenIsRestoredAndTheLinkTakenBack() {
        SetupReport report = run();
        assertThat(there(customer)).containsEntry("GivenName", "Rosalind");

        Line line = undone(report, PAIRED);

        assertThat(line.result()).isEqualTo(Result.TAKEN_BACK);
        assertThat(there(customer)).containsEntry("GivenName", "Rosa").containsEntry("CompanyName", "Trumble Ltd");
        assertThat(String.valueOf(there(customer).get("BillAddr")))
                .contains("1 Old Street", "USA")
                .doesNotContain("Reno");
        assertThat(String.valueOf(there(customer).get("PrimaryPhone"))).doesNotContain("555");
        assertThat(firm.company.clients().status(PAIRED).remoteId()).isNull();
        assertThat(setup.report(report.run().id()).orElseThrow().run().state()).isEqualTo(State.UNDONE);
        assertThat(setup.state().current().orElseThrow().step()).isEqualTo(SetupStep.CLIENTS);
    }

    @Test
    void whatTheRunCreatedInQuickBooksIsMadeInactive() {
        SetupReport report = run();
        assertThat(undone(report, ALONE).result()).isEqualTo(Result.TAKEN_BACK);
        assertThat(there(created(report))).containsEntry("Active", false);
        assertThat(firm.company.clients().status(ALONE).remoteId()).isNull();
    }

    @Test
    void theRecordsAreOpenQuestionsAgainAndStayOutUntilThen() {
        undone(run(), PAIRED);
        firm.company.clients().stage(firm.client("c-2", "Only In The App Still"));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        assertThat(firm.count("Customer", "DisplayName", "Only In The App Still"))
                .isZero();

        SetupPlan again = setup.preview();
        assertThat(again.decidedBefore()).isEmpty();
        assertThat(again.open()).extracting(SetupClient::id).containsExactly(PAIRED, ALONE);
        assertThat(setup.apply(again.link(PAIRED, customer).createInQuickBooks(ALONE))
                        .open())
                .isEmpty();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void whatSomebodyChangedSinceStaysAndIsSaid() {
        SetupReport report = run();
        firm.books.inQuickBooks().change("Customer", customer.value(), Map.of("GivenName", "Rosy"));
        firm.books.inQuickBooks().change("Customer", created(report).value(), Map.of("Notes", "x", "GivenName", "Ann"));

        SetupUndo plan = setup.planUndo(report.run().id());

        assertThat(plan.lines())
                .extracting(Line::step, Line::fields, Line::why)
                .containsExactly(
                        tuple(
                                Step.RESTORE,
                                List.of("BillAddr", "PrimaryPhone"),
                                "GivenName was changed on one side since and stays."),
                        tuple(Step.LEAVE, List.of(), "Somebody changed it in QuickBooks since."));
        setup.undo(plan, DANA);
        assertThat(there(customer)).containsEntry("GivenName", "Rosy");
        assertThat(there(created(report))).containsEntry("Active", true);
        assertThat(firm.company.clients().status(ALONE).remoteId()).isEqualTo(created(report));
    }

    @Test
    void whatTheAppChangedSinceStaysAndIsSaid() {
        SetupReport report = run();
        firm.client("c-2", "Another Name By Now");
        assertThat(setup.planUndo(report.run().id()).lines().get(1))
                .extracting(Line::step, Line::why)
                .containsExactly(Step.LEAVE, "Somebody changed it in the app since.");
    }

    @Test
    void aCustomerWithAnOpenBalanceIsLeft() {
        SetupReport report = run();
        Client client = firm.clients.find(Firm.TENANT, ALONE).orElseThrow().record();
        firm.company.invoices().sync(Firm.invoice("i-1", client, firm.linkedItem("s-1"), "10.00"));
        Line line = setup.planUndo(report.run().id()).lines().get(1);
        assertThat(line.step()).isEqualTo(Step.LEAVE);
        assertThat(line.why()).contains("open balance");
    }

    @Test
    void whatTheRunCreatedInTheAppIsListedUntouched() {
        SetupReport report = setup.apply(setup.preview().createInApp(customer), DANA);
        Line line = setup.undo(setup.planUndo(report.run().id()), DANA).lines().get(0);
        assertThat(line.result()).isEqualTo(Result.LEFT);
        assertThat(line.why()).contains("created in the app");
        assertThat(firm.company.clients().status(line.local()).synced()).isTrue();
    }

    @Test
    void anUndoThatBrokeOffIsGoneOnWith() {
        SetupReport report = run();
        firm.fake.faults().add(FaultRule.on("Batch", "batch"), Fault.answerLost());
        SetupUndo first = setup.undo(setup.planUndo(report.run().id()), DANA);
        assertThat(first.lines()).extracting(Line::result).containsOnly(Result.UNSETTLED);
        assertThat(setup.report(report.run().id()).orElseThrow().run().state()).isEqualTo(State.DONE);

        SetupUndo second = setup.undo(setup.planUndo(report.run().id()), DANA);

        assertThat(second.lines()).extracting(Line::result).containsOnly(Result.TAKEN_BACK);
        assertThat(there(customer)).containsEntry("GivenName", "Rosa");
        assertThat(there(created(report))).containsEntry("Active", false);
        assertThat(setup.planUndo(report.run().id()).lines())
                .extracting(Line::result)
                .containsOnly(Result.TAKEN_BACK);
    }

    @Test
    void aRunUnderWayIsNotTakenBack() {
        firm.client("c-2", "Only In The App");
        SetupRun run = setup.begin(setup.preview().createUnmatchedInQuickBooks(), DANA);
        assertThatThrownBy(() -> setup.planUndo(run.id()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cancel it");
    }

    @Test
    void serviceItemsAreTakenBackLikeClients() {
        String account = firm.company.catalog().incomeAccounts().get(0).id().value();
        RemoteId item = RemoteId.of(firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of(
                                "Name",
                                "Monthly Bookkeeping",
                                "Type",
                                "Service",
                                "UnitPrice",
                                80,
                                "IncomeAccountRef",
                                Map.of("value", account))));
        firm.items.put(
                Firm.TENANT,
                List.of(ServiceItem.builder(LocalId.of("s-1"), "Monthly Bookkeeping")
                        .rate(new BigDecimal("95"))
                        .incomeAccount(RemoteId.of(account))
                        .build()));
        SetupReport report = setup.serviceItems().apply(setup.serviceItems().preview(), DANA);
        assertThat(firm.inQuickBooks("Item", item, "UnitPrice")).isEqualTo(new BigDecimal("95"));

        SetupUndo undone = setup.undo(setup.planUndo(report.run().id()), DANA);

        assertThat(undone.lines()).extracting(Line::result).containsExactly(Result.TAKEN_BACK);
        assertThat(firm.inQuickBooks("Item", item, "UnitPrice")).isEqualTo(new BigDecimal("80"));
    }
}
