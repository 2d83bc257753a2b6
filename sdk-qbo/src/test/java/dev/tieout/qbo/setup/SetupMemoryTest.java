package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupDecision.Action;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.sync.KeptOut;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people decide in a setup is remembered: shown as decided before, changeable, never an open question again. */
class SetupMemoryTest {
    private static final LocalId PAIRED = LocalId.of("c-1");
    private static final LocalId ALONE = LocalId.of("c-2");
    private static final Applying DANA = Applying.standard().by("dana");

    private final Firm firm = Firm.connected();
    private final RemoteId customer = customer("Rosalind Trumble");

    @AfterEach
    void close() {
        firm.close();
    }

    private RemoteId customer(String name) {
        return RemoteId.of(firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", name)));
    }

    private SetupPlan preview() {
        return firm.company.setup().preview();
    }

    private SetupPlan plan() {
        firm.client("c-1", "Rosalind Trumble");
        firm.client("c-2", "Only In The App");
        return preview();
    }

    private void poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
    }

    @Test
    void aClientKeptOutStaysOutAfterEveryEditOnBothSides() {
        SetupReport report = firm.company.setup().apply(plan().keepOut(PAIRED).keepOut(ALONE), DANA);
        assertThat(report.counts()).containsOnly(Map.entry(Result.REMEMBERED, 2));

        Client edited = firm.client("c-1", "Rosalind Trumble-Ode");
        assertThat(firm.company.clients().stage(edited).keptOut()).isEqualTo(KeptOut.BY_PERSON);
        assertThat(firm.company.clients().sync(edited).keptOut()).isEqualTo(KeptOut.BY_PERSON);
        firm.books.inQuickBooks().change("Customer", customer.value(), Map.of("CompanyName", "Ode Ltd"));
        poll();

        assertThat(firm.inQuickBooks("Customer", customer, "DisplayName")).isEqualTo("Rosalind Trumble");
        assertThat(firm.clients.find(Firm.TENANT, PAIRED).orElseThrow().record().companyName())
                .isNull();
    }

    @Test
    void aNewPlanShowsItPresetInAListOfItsOwnWithWhoAndWhen() {
        firm.company.setup().apply(plan().keepOut(PAIRED).keepOut(ALONE), DANA);

        SetupPlan next = firm.process("node-2").company(Firm.TENANT).setup().preview();

        assertThat(next.decidedBefore())
                .containsExactly(
                        new DecidedBefore(
                                new SetupDecision(Action.KEEP_OUT, PAIRED, null),
                                "dana",
                                firm.fake.clock().instant()),
                        new DecidedBefore(
                                new SetupDecision(Action.KEEP_OUT, ALONE, null),
                                "dana",
                                firm.fake.clock().instant()));
        assertThat(next.matches()).isEmpty();
        assertThat(next.unmatched()).isEmpty();
        assertThat(next.open()).isEmpty();
        assertThat(next.decisions()).isEmpty();
        assertThat(next.createUnmatchedInQuickBooks().decisions()).isEmpty();
        assertThat(SetupPlan.fromJson(next.toJson()).decidedBefore()).isEqualTo(next.decidedBefore());
    }

    @Test
    void whatWasDecidedBeforeCanBeDecidedOtherwise() {
        firm.company.setup().apply(plan().keepOut(PAIRED).keepOut(ALONE), DANA);

        SetupReport report =
                firm.company.setup().apply(preview().link(PAIRED, customer).createInQuickBooks(ALONE));

        assertThat(report.counts()).containsOnly(Map.entry(Result.LINKED, 1), Map.entry(Result.CREATED, 1));
        assertThat(preview().decidedBefore()).isEmpty();
    }

    @Test
    void whatIsUnmatchedByHandIsShownWithWhoDidIt() {
        firm.company.setup().apply(plan());
        firm.company.clients().unmatch(PAIRED, "kim");

        SetupPlan next = preview();

        assertThat(next.decidedBefore())
                .extracting(DecidedBefore::decision, DecidedBefore::by)
                .containsExactly(tuple(new SetupDecision(Action.UNLINK, PAIRED, null), "kim"));
        assertThat(next.decisions()).isEmpty();
    }

    @Test
    void notTheSameIsNeverProposedAgainUntilSomebodyLinksThem() {
        SetupPlan plan = plan().notTheSame(PAIRED, customer);
        assertThat(plan.decisions()).containsExactly(new SetupDecision(Action.NOT_THE_SAME, PAIRED, customer));
        firm.company.setup().apply(plan, DANA);

        SetupPlan next = preview();
        assertThat(next.matches()).isEmpty();
        assertThat(next.clients().get(0).candidates())
                .extracting(SetupClient.Option::customer)
                .doesNotContain(customer);
        assertThat(next.decidedBefore())
                .extracting(DecidedBefore::decision, DecidedBefore::by)
                .containsExactly(tuple(new SetupDecision(Action.NOT_THE_SAME, PAIRED, customer), "dana"));

        firm.company.setup().apply(next.link(PAIRED, customer));
        assertThat(preview().decidedBefore()).isEmpty();
        assertThat(preview().matches()).allMatch(SetupClient::linked);
    }

    @Test
    void aCustomerKeptOutIsNeverMadeAClient() {
        firm.company.setup().apply(preview());
        RemoteId fresh = customer("Fresh In QuickBooks");
        firm.company.setup().apply(preview().keepOut(fresh), DANA);
        firm.books.inQuickBooks().change("Customer", fresh.value(), Map.of("CompanyName", "Fresh Ltd"));
        poll();

        assertThat(firm.clients.all(Firm.TENANT).map(Client::displayName)).doesNotContain("Fresh In QuickBooks");
        SetupPlan next = preview();
        assertThat(next.newClients()).extracting(SetupCustomer::id).doesNotContain(fresh);
        assertThat(next.createNewInApp().decisions())
                .extracting(SetupDecision::remote)
                .doesNotContain(fresh);
        assertThat(next.decidedBefore())
                .containsExactly(new DecidedBefore(
                        new SetupDecision(Action.KEEP_OUT, null, fresh),
                        "dana",
                        firm.fake.clock().instant().minus(Duration.ofHours(2))));

        firm.company.setup().apply(next.createInApp(fresh));
        assertThat(firm.clients.all(Firm.TENANT).map(Client::displayName)).contains("Fresh In QuickBooks");
        assertThat(preview().decidedBefore()).isEmpty();
    }

    @Test
    void aSkipLastsForTheRunOnly() {
        firm.company.setup().apply(plan().skip(PAIRED));
        SetupPlan next = preview();
        assertThat(next.decidedBefore()).isEmpty();
        assertThat(next.decision(PAIRED)).isPresent();
    }

    @Test
    void aLinkIsTakenApartByThePlan() {
        firm.company.setup().apply(plan());
        SetupReport report = firm.company.setup().apply(preview().unlink(PAIRED), DANA);
        assertThat(report.counts()).containsOnly(Map.entry(Result.UNLINKED, 1));
        assertThat(firm.company.clients().status(PAIRED).keptOut()).isEqualTo(KeptOut.UNMATCHED);
        assertThat(preview().decidedBefore()).extracting(DecidedBefore::by).containsExactly("dana");
    }

    @Test
    void serviceItemsAreRememberedLikeClients() {
        LocalId id = LocalId.of("s-1");
        firm.items.put(
                Firm.TENANT,
                List.of(ServiceItem.builder(id, "Quarterly Estimates").build()));
        ServiceItemSetup items = firm.company.setup().serviceItems();
        items.apply(items.preview().keepOut(id), DANA);

        ServiceItemPlan next = items.preview();
        assertThat(next.unmatched()).isEmpty();
        assertThat(next.decidedBefore()).extracting(DecidedBefore::by).containsExactly("dana");
        assertThat(firm.company.serviceItems().letIn(id).keptOut()).isNotEqualTo(KeptOut.BY_PERSON);
        assertThat(items.preview().decidedBefore()).isEmpty();
    }
}
