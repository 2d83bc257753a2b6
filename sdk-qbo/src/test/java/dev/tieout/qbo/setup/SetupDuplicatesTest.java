package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.setup.SetupDecision.Action;
import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.spi.LocalRecords;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of two that are one, a person chooses the primary and makes the other inactive, on either side. */
class SetupDuplicatesTest {
    private static final LocalId KEPT = LocalId.of("c-1");
    private static final LocalId DOUBLE = LocalId.of("c-2");
    private static final Applying DANA = Applying.standard().by("dana");

    private final Firm firm = Firm.connected();
    private final Setup setup = firm.company.setup();
    private final RemoteId primary = customer("Rosalind Trumble", "rosalind@trumble.example");
    private final RemoteId other = customer("Rosalind Trumble (old)", "rosalind@trumble.example");

    SetupDuplicatesTest() {
        firm.clients.put(
                Firm.TENANT, List.of(client(KEPT, "Rosalind Trumble"), client(DOUBLE, "Rosalind Trumble-Hughes")));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private static Client client(LocalId id, String name) {
        return Client.builder(id, name)
                .emails(List.of("rosalind@trumble.example"))
                .build();
    }

    private RemoteId customer(String name, String email) {
        return RemoteId.of(firm.books
                .inQuickBooks()
                .create("Customer", Map.of("DisplayName", name, "PrimaryEmailAddr", Map.of("Address", email))));
    }

    private Map<String, Object> there(RemoteId id) {
        return firm.books.find("Customer", id.value()).orElseThrow();
    }

    private boolean activeInApp(LocalId id) {
        return firm.clients.find(Firm.TENANT, id).orElseThrow().record().active();
    }

    @Test
    void thePrimaryIsLinkedAndTheOthersAreMadeInactive() {
        SetupPlan plan = setup.preview().link(KEPT, primary).makeInactive(other).makeInactive(DOUBLE);
        assertThat(SetupPlan.fromJson(plan.toJson()).digest()).isEqualTo(plan.digest());
        assertThat(plan.cost().updates()).isEqualTo(1);

        SetupReport report = setup.apply(plan, DANA);

        assertThat(report.entries())
                .extracting(Entry::result)
                .containsExactlyInAnyOrder(Result.LINKED, Result.MADE_INACTIVE, Result.MADE_INACTIVE);
        assertThat(report.open()).isEmpty();
        assertThat(report.toHtml()).contains("made inactive");
        assertThat(there(other)).containsEntry("Active", false);
        assertThat(there(primary)).containsEntry("Active", true);
        assertThat(activeInApp(DOUBLE)).isFalse();
        assertThat(activeInApp(KEPT)).isTrue();
        assertThat(setup.preview().open()).isEmpty();
    }

    @Test
    void whatTheRunMadeInactiveIsMadeActiveAgain() {
        SetupReport report = setup.apply(
                setup.preview().link(KEPT, primary).makeInactive(other).makeInactive(DOUBLE), DANA);

        SetupUndo done = setup.undo(setup.planUndo(report.run().id()), DANA);

        assertThat(done.lines())
                .filteredOn(line -> line.decision().action() == Action.MAKE_INACTIVE)
                .extracting(SetupUndo.Line::step, SetupUndo.Line::result)
                .containsExactlyInAnyOrder(
                        tuple(SetupUndo.Step.MAKE_ACTIVE, SetupUndo.Result.TAKEN_BACK),
                        tuple(SetupUndo.Step.LEAVE, SetupUndo.Result.LEFT));
        assertThat(there(other)).containsEntry("Active", true).containsEntry("DisplayName", "Rosalind Trumble (old)");
    }

    @Test
    void whatIsInUseStays() {
        SetupPlan plan = setup.preview().makeInactive(other);
        firm.books.inQuickBooks().change("Customer", other.value(), Map.of("Notes", "still here"));
        firm.company.clients().match(client(DOUBLE, "Rosalind Trumble-Hughes"), other);

        SetupReport report = setup.apply(plan, DANA);

        assertThat(report.entries().get(0).result()).isEqualTo(Result.STALE);
        assertThat(there(other)).containsEntry("Active", true);
    }

    @Test
    void aCustomerWithAnOpenBalanceStaysAndTheReportSaysSo() {
        firm.books
                .inQuickBooks()
                .create(
                        "Invoice",
                        Map.of(
                                "CustomerRef",
                                Map.of("value", other.value()),
                                "Line",
                                List.of(Map.of(
                                        "Amount",
                                        80,
                                        "DetailType",
                                        "SalesItemLineDetail",
                                        "SalesItemLineDetail",
                                        Map.of("ItemRef", Map.of("value", "1"))))));

        SetupReport report = setup.apply(setup.preview().makeInactive(other), DANA);

        assertThat(report.entries().get(0).result()).isEqualTo(Result.FAILED);
        assertThat(report.entries().get(0).note()).contains("open balance");
        assertThat(there(other)).containsEntry("Active", true);
    }

    @Test
    void anInactiveOneIsNoCounterpartAndALinkedOneIsNotMadeInactive() {
        SetupPlan plan = setup.preview().makeInactive(other);
        assertThatThrownBy(() -> plan.link(KEPT, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("made inactive");
        SetupPlan linking = setup.preview().link(KEPT, primary);
        assertThatThrownBy(() -> linking.makeInactive(primary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is to be linked");
        setup.apply(linking, DANA);
        SetupPlan later = setup.preview();
        assertThatThrownBy(() -> later.makeInactive(KEPT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unmatch");
        assertThatThrownBy(() -> later.makeInactive(primary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unmatch");
    }

    /** A host that throws, or refuses, stops its own record only. */
    @Test
    void anAppThatThrowsOverOneLeavesTheOthersAlone() {
        SetupPlan plan = setup.preview().makeInactive(other).makeInactive(DOUBLE);
        LocalRecords<Client> down = throwing(firm.clients);
        QuickBooks throwing = firm.host("node-2").clients(down).build();

        SetupReport report = throwing.company(Firm.TENANT).setup().apply(plan, DANA);

        assertThat(report.entries())
                .extracting(Entry::local, Entry::result)
                .containsExactlyInAnyOrder(tuple(null, Result.MADE_INACTIVE), tuple(DOUBLE, Result.FAILED));
        throwing.close();
    }

    @SuppressWarnings("unchecked") // of one interface
    private static LocalRecords<Client> throwing(LocalRecords<Client> records) {
        return (LocalRecords<Client>) Proxy.newProxyInstance(
                SetupDuplicatesTest.class.getClassLoader(),
                new Class<?>[] {LocalRecords.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("deactivate")) {
                        throw new IllegalStateException("down");
                    }
                    return method.invoke(records, args);
                });
    }

    @Test
    void servicesAreMadeInactiveLikeClients() {
        RemoteId item = RemoteId.of(firm.books
                .inQuickBooks()
                .create(
                        "Item",
                        Map.of(
                                "Name",
                                "Payroll (old)",
                                "Type",
                                "Service",
                                "IncomeAccountRef",
                                Map.of(
                                        "value",
                                        firm.company
                                                .catalog()
                                                .incomeAccounts()
                                                .get(0)
                                                .id()
                                                .value()))));
        ServiceItem payroll =
                ServiceItem.builder(LocalId.of("s-1"), "Payroll twice").build();
        firm.items.put(Firm.TENANT, List.of(payroll));

        SetupReport report = setup.serviceItems()
                .apply(setup.serviceItems().preview().makeInactive(item).makeInactive(payroll.id()), DANA);

        assertThat(report.entries()).extracting(Entry::result).containsOnly(Result.MADE_INACTIVE);
        assertThat(firm.books.find("Item", item.value()).orElseThrow()).containsEntry("Active", false);
        assertThat(firm.items
                        .find(Firm.TENANT, payroll.id())
                        .orElseThrow()
                        .record()
                        .active())
                .isFalse();
        setup.undo(setup.planUndo(report.run().id()), DANA);
        assertThat(firm.books.find("Item", item.value()).orElseThrow())
                .containsEntry("Active", true)
                .containsEntry("Name", "Payroll (old)");
    }

    @Test
    void doingItTwiceDoesNoHarm() {
        SetupPlan plan = setup.preview().makeInactive(other).makeInactive(DOUBLE);
        setup.apply(plan, DANA);

        SetupReport again = setup.apply(plan, DANA);

        assertThat(again.entries()).extracting(Entry::result).containsOnly(Result.ALREADY);
    }
}
