package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import dev.tieout.qbo.Firm;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A preview shows the values of both sides, what linking would change, who has a name, what kind a customer is, and the cost. */
class SetupPreviewTest {
    private static final LocalId PAIRED = LocalId.of("c-1");
    private static final LocalId ALONE = LocalId.of("c-2");

    private final Firm firm = Firm.connected();
    private final Setup setup = firm.company.setup();

    @AfterEach
    void close() {
        firm.close();
    }

    private RemoteId customer(String name, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("DisplayName", name);
        return RemoteId.of(firm.books.inQuickBooks().create("Customer", fields));
    }

    private void client(Client... clients) {
        firm.clients.put(Firm.TENANT, List.of(clients));
    }

    private SetupClient line(LocalId id) {
        return setup.preview().clients().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linkingShowsOldAndNewOfEachFieldThatItChanges() {
        RemoteId customer = customer(
                "Rosalind Trumble",
                Map.of("GivenName", "Rosalind", "PrimaryPhone", Map.of("FreeFormNumber", "555-0199")));
        client(Client.builder(PAIRED, "Rosalind Trumble")
                .firstName("Rosalind")
                .phones(List.of("555-0100"))
                .emails(List.of("r@mail.example"))
                .build());
        SetupClient line = line(PAIRED);
        List<FieldChange> changes = line.changesWith(customer).orElseThrow();
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new FieldChange("PrimaryPhone", "555-0199", "555-0100"),
                        new FieldChange("PrimaryEmailAddr", null, "r@mail.example"));
        assertThat(line.changesWith(RemoteId.of("99999"))).isEmpty();
        assertThat(line.contact()).isEqualTo(new SetupContact(ClientKind.UNKNOWN, "r@mail.example", "555-0100"));
        SetupPlan plan = setup.preview();
        assertThat(SetupPlan.fromJson(plan.toJson()).clients()).isEqualTo(plan.clients());
        assertThat(SetupPlan.fromJson(plan.toJson()).customers()).isEqualTo(plan.customers());
    }

    @Test
    void aCandidateShowsItsChangesToo() {
        RemoteId one = customer("Rosalind Trumble", Map.of("GivenName", "Rosalind", "FamilyName", "Trumble"));
        client(
                Client.builder(PAIRED, "Rosalind Trumble").firstName("Rosa").build(),
                Client.builder(ALONE, "Rosalind Trumble").build());
        SetupClient line = line(PAIRED);
        assertThat(line.candidates()).isNotEmpty();
        assertThat(line.changesWith(one).orElseThrow()).contains(new FieldChange("GivenName", "Rosalind", "Rosa"));
    }

    @Test
    void aVendorOrEmployeeWhoHasTheNameIsNamedBeforeAnythingIsCreated() {
        String vendor = (String) firm.books.all("Vendor").get(0).get("DisplayName");
        client(Client.builder(ALONE, vendor.toUpperCase()).build());
        assertThat(line(ALONE).nameTakenBy())
                .isEqualTo("Vendor " + firm.books.all("Vendor").get(0).get("Id"));
        client(Client.builder(ALONE, "Only In The App").build());
        assertThat(line(ALONE).nameTakenBy()).isNull();
    }

    @Test
    void individualsHouseholdsAndBusinessesAreToldApart() {
        Map<String, ClientKind> expected = new LinkedHashMap<>();
        expected.put("Quillfeather LLC", ClientKind.BUSINESS);
        expected.put("Quillfeather & Vance", ClientKind.UNKNOWN);
        expected.put("John & Mary Quillfeather", ClientKind.HOUSEHOLD);
        expected.put("Quillfeather, Ann and Bob", ClientKind.HOUSEHOLD);
        expected.put("The Quillfeather Family Trust", ClientKind.BUSINESS);
        expected.put("Quillfeather", ClientKind.UNKNOWN);
        expected.keySet().forEach(name -> customer(name, Map.of()));
        customer("Ada Vance", Map.of("GivenName", "Ada", "FamilyName", "Vance", "CompanyName", "Her Employer Inc"));
        expected.put("Ada Vance", ClientKind.INDIVIDUAL);
        customer("Vance, Bo & Cy", Map.of("GivenName", "Bo & Cy", "FamilyName", "Vance"));
        expected.put("Vance, Bo & Cy", ClientKind.HOUSEHOLD);
        customer("Corner Shop", Map.of("GivenName", "Di", "FamilyName", "Vance", "CompanyName", "Corner Shop"));
        expected.put("Corner Shop", ClientKind.BUSINESS);

        SetupPlan plan = setup.preview();
        Map<String, ClientKind> shown = new HashMap<>();
        plan.customers()
                .forEach(each -> shown.put(each.displayName(), each.contact().kind()));
        assertThat(shown).containsAllEntriesOf(expected);

        setup.apply(plan.createNewInApp());
        Map<String, ClientKind> made = new HashMap<>();
        firm.clients.all(Firm.TENANT).forEach(each -> made.put(each.displayName(), each.kind()));
        assertThat(made).containsAllEntriesOf(expected);
    }

    @Test
    void theCostIsKnownBeforeAndIsWhatItCosts() {
        firm.clients.put(
                Firm.TENANT,
                IntStream.range(0, 95)
                        .mapToObj(i -> Client.builder(LocalId.of("n-" + i), "Quite Another " + i + " Ltd")
                                .build())
                        .toList());
        customer("Rosalind Trumble", Map.of());
        client(Client.builder(PAIRED, "Rosalind Trumble").build());
        SetupPlan plan = setup.preview();
        for (int i = 0; i < 95; i++) {
            plan = plan.createInQuickBooks(LocalId.of("n-" + i));
        }
        assertThat(plan.cost()).isEqualTo(new SetupCost(95, 0, 4, 1, Duration.ZERO));
        int batches = firm.fake.history().count("Batch", "batch");
        int reads = firm.fake.history().count("Customer", "query");

        setup.apply(plan);

        assertThat(firm.fake.history().count("Batch", "batch") - batches).isEqualTo(4);
        assertThat(firm.fake.history().count("Customer", "query") - reads).isEqualTo(1);
        assertThat(firm.count("Customer", "DisplayName", "Quite Another 94 Ltd"))
                .isEqualTo(1);
    }
}
