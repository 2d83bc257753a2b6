package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.MatchPolicy;
import dev.tieout.model.Client;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupLists.Which;
import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Active, inactive or all: a person chooses what a preview shows of either side. */
class SetupListsTest {
    private static final LocalId USED = LocalId.of("c-1");
    private static final LocalId PAST = LocalId.of("c-2");

    private final Firm firm = Firm.connected();
    private final Setup setup = firm.company.setup();
    private final RemoteId used = customer("Rosalind Trumble");
    private final RemoteId past = customer("Basil Underhill");

    SetupListsTest() {
        firm.books.inQuickBooks().inactivate("Customer", past.value());
        firm.clients.put(
                Firm.TENANT,
                List.of(
                        Client.builder(USED, "Rosalind Trumble").build(),
                        Client.builder(PAST, "Basil Underhill").active(false).build()));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private RemoteId customer(String name) {
        return RemoteId.of(firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", name)));
    }

    private SetupPlan preview(Which clients, Which customers) {
        return setup.preview(new SetupLists(clients, customers), MatchPolicy.balanced(), SetupProgress.none());
    }

    @Test
    void theActiveOnesOfBothSidesUnlessAPersonChooses() {
        SetupPlan plan = setup.preview();
        assertThat(plan.clients())
                .extracting(SetupClient::id, SetupClient::active)
                .containsExactly(tuple(USED, true));
        assertThat(plan.customers())
                .extracting(SetupCustomer::id)
                .contains(used)
                .doesNotContain(past);
    }

    @Test
    void inactiveOnesAreSuggestedAndNeverMatchedByThemselves() {
        SetupPlan plan = preview(Which.ALL, Which.ALL);

        assertThat(plan.clients())
                .extracting(SetupClient::id, SetupClient::active)
                .containsExactlyInAnyOrder(tuple(USED, true), tuple(PAST, false));
        assertThat(plan.customers())
                .filteredOn(customer -> customer.id().equals(past))
                .extracting(SetupCustomer::active)
                .containsExactly(false);
        assertThat(plan.decisions()).extracting(SetupDecision::local).containsExactly(USED);
        SetupClient open = plan.open().get(0);
        assertThat(open.id()).isEqualTo(PAST);
        assertThat(open.candidates()).extracting(SetupClient.Option::customer).contains(past);
        assertThat(SetupPlan.fromJson(plan.toJson()).digest()).isEqualTo(plan.digest());
    }

    @Test
    void twoInactiveOnesAreLinkedAsTheyAre() {
        int writes = firm.fake.history().count("Customer", "update");

        SetupReport report = setup.apply(preview(Which.ALL, Which.ALL).link(PAST, past));

        assertThat(report.entries()).extracting(Entry::result).containsOnly(Result.LINKED);
        assertThat(firm.books.find("Customer", past.value()).orElseThrow()).containsEntry("Active", false);
        assertThat(firm.clients.find(Firm.TENANT, PAST).orElseThrow().record().active())
                .isFalse();
        assertThat(firm.fake.history().count("Customer", "update")).isEqualTo(writes);
    }

    /** The app says that it is in use, and so it is, under its clean name. */
    @Test
    void anActiveClientBringsItsInactiveCustomerBack() {
        firm.clients.put(
                Firm.TENANT, List.of(Client.builder(PAST, "Basil Underhill").build()));
        SetupPlan plan = preview(Which.ACTIVE, Which.ALL);
        SetupClient line = plan.clients().stream()
                .filter(each -> each.id().equals(PAST))
                .findFirst()
                .orElseThrow();
        assertThat(line.changesWith(past).orElseThrow())
                .extracting(FieldChange::field)
                .contains("Active");

        assertThat(setup.apply(plan.link(PAST, past)).entries())
                .extracting(Entry::result)
                .containsOnly(Result.LINKED);

        assertThat(firm.books.find("Customer", past.value()).orElseThrow())
                .containsEntry("Active", true)
                .containsEntry("DisplayName", "Basil Underhill");
    }

    @Test
    void inactiveOnesAloneLeaveTheOthersOut() {
        setup.apply(setup.preview());

        SetupPlan plan = preview(Which.INACTIVE, Which.ALL);

        assertThat(plan.clients()).extracting(SetupClient::id).containsExactly(PAST);
        assertThat(plan.customers())
                .filteredOn(customer -> customer.bucket() == Bucket.NEW)
                .extracting(SetupCustomer::id)
                .doesNotContain(used);
    }

    @Test
    void whatWasPutOutOfUseSinceThePreviewIsNotLinked() {
        SetupPlan plan = setup.preview();
        firm.books.inQuickBooks().inactivate("Customer", used.value());

        assertThat(setup.apply(plan).entries()).extracting(Entry::result).containsExactly(Result.STALE);
    }

    @Test
    void keptDecisionsAboutInactiveOnesAreTakenUpAgain() {
        setup.keep(preview(Which.ALL, Which.ALL).link(PAST, past), Applying.standard());

        assertThat(setup.resume().stale()).extracting(SetupDecision::local).containsExactly(PAST);
        assertThat(setup.resume(SetupLists.all()).stale()).isEmpty();
    }
}
