package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.sync.MatchPreview.Effect;
import dev.tieout.qbo.sync.MatchPreview.Field;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One client in its dialog: searched, confirmed, matched, unmatched and back, created under a free name, switched off and on. */
class OneClientTest {
    private static final LocalId FIONA = LocalId.of("c-1");

    private final Firm firm = Firm.connected();
    private final ClientSync clients = firm.company.clients();

    @AfterEach
    void close() {
        firm.close();
    }

    private Client fiona() {
        return firm.client("c-1", "Fiona Gallagher");
    }

    private RemoteId customer(String name, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("DisplayName", name);
        return RemoteId.of(firm.books.inQuickBooks().create("Customer", fields));
    }

    private Client inApp() {
        return firm.clients.find(Firm.TENANT, FIONA).orElseThrow().record();
    }

    private Object there(RemoteId id, String member) {
        return firm.inQuickBooks("Customer", id, member);
    }

    private void poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
    }

    @Test
    void theStatusAppearsOnAllClientsWhetherOrNotTheyAreSynced() {
        assertThat(clients.status(FIONA).state()).isEqualTo(SyncState.NOT_SYNCED);
        assertThat(clients.status(FIONA).keptOut()).isEqualTo(KeptOut.UNKNOWN);
        clients.sync(fiona());
        assertThat(clients.status(FIONA).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void resultsPopulateByDisplayNameOrEmailAndAreNarrowedByTheSearchBar() {
        RemoteId byName = customer("Fiona Gallagher", Map.of());
        RemoteId byEmail = customer("Some Body", Map.of("PrimaryEmailAddr", Map.of("Address", "fiona@mail.example")));
        assertThat(ids(clients.search("fiona", SearchBy.ALL, 0, 10))).containsExactly(byName, byEmail);
        assertThat(ids(clients.search("fiona", SearchBy.NAME, 0, 10))).containsExactly(byName);
        assertThat(ids(clients.search("fiona", SearchBy.EMAIL, 0, 10))).containsExactly(byEmail);
        assertThat(ids(clients.search("fiona@mail.example", SearchBy.EMAIL, 0, 10)))
                .containsExactly(byEmail);
        assertThat(ids(clients.search("Fiona Galagher", SearchBy.NAME, 0, 10))).containsExactly(byName);
        assertThat(clients.search("zzyzx", SearchBy.ALL, 0, 10).hits()).isEmpty();
    }

    private static List<RemoteId> ids(CustomerPage page) {
        return page.hits().stream().map(hit -> hit.customer().id()).toList();
    }

    @Test
    void aLongListOfPossibleMatchesComesInPages() {
        List<RemoteId> all = IntStream.range(10, 55)
                .mapToObj(i -> customer("Trumble Branch " + i, Map.of()))
                .toList();
        CustomerPage first = clients.search("trumble", SearchBy.ALL, 0, 20);
        CustomerPage last = clients.search("trumble", SearchBy.ALL, 2, 20);
        assertThat(ids(first)).isEqualTo(all.subList(0, 20));
        assertThat(first.more()).isTrue();
        assertThat(ids(last)).isEqualTo(all.subList(40, 45));
        assertThat(last.more()).isFalse();
        assertThat(clients.search("trumble", SearchBy.ALL, 9, 20).hits()).isEmpty();
        assertThatThrownBy(() -> clients.search("trumble", SearchBy.ALL, 0, 101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size");
    }

    @Test
    void aConfirmationShowsWhatIsOverwrittenAndWhatStays() {
        RemoteId customer = customer(
                "Fiona Gallagher",
                Map.of(
                        "GivenName", "Fi",
                        "CompanyName", "Gallagher Ltd",
                        "Notes", "Pays late",
                        "PrimaryEmailAddr", Map.of("Address", "FIONA@mail.example")));
        Client fiona = fiona().toBuilder()
                .firstName("Fiona")
                .emails(List.of("fiona@mail.example"))
                .address(Address.builder().city("Reno").build())
                .build();
        int writes = firm.fake.history().count("Customer", "update");

        MatchPreview preview = clients.previewMatch(fiona, customer).orElseThrow();

        assertThat(preview.fields())
                .extracting(Field::field, Field::quickBooks, Field::app, Field::effect)
                .containsExactly(
                        tuple("Active", "true", "true", Effect.SAME),
                        tuple("BillAddr", null, "City: Reno", Effect.ADDED),
                        tuple("CompanyName", "Gallagher Ltd", null, Effect.KEPT),
                        tuple("DisplayName", "Fiona Gallagher", "Fiona Gallagher", Effect.SAME),
                        tuple("GivenName", "Fi", "Fiona", Effect.OVERWRITTEN),
                        tuple("PrimaryEmailAddr", "FIONA@mail.example", "fiona@mail.example", Effect.SAME));
        assertThat(preview.untouched()).contains("Notes").doesNotContain("Id", "GivenName");
        assertThat(preview.problem()).isNull();
        assertThat(firm.fake.history().count("Customer", "update")).isEqualTo(writes);
        assertThat(clients.previewMatch(fiona, RemoteId.of("99999"))).isEmpty();

        clients.match(fiona, customer);
        assertThat(there(customer, "GivenName")).isEqualTo("Fiona");
        assertThat(there(customer, "CompanyName")).isEqualTo("Gallagher Ltd");
        assertThat(there(customer, "Notes")).isEqualTo("Pays late");
    }

    @Test
    void aMatchMovesALinkedClientOnlyWhenToldTo() {
        Client fiona = fiona();
        RemoteId first = clients.sync(fiona).remoteId();
        RemoteId second = customer("Fiona G", Map.of());
        assertThat(clients.match(fiona, second)).isEqualTo(new MatchOutcome.AlreadyMatched(first));
        assertThat(clients.previewMatch(fiona, second).orElseThrow().linkedWith())
                .isEqualTo(first);
        clients.sync(firm.client("c-2", "Ian Gallagher"));
        RemoteId taken = clients.status(LocalId.of("c-2")).remoteId();
        assertThat(clients.move(fiona, taken)).isEqualTo(new MatchOutcome.Taken(LocalId.of("c-2")));
        assertThat(clients.move(fiona, RemoteId.of("99999"))).isInstanceOf(MatchOutcome.NotThere.class);
        assertThat(clients.status(FIONA).remoteId()).isEqualTo(first);

        assertThat(clients.move(fiona.toBuilder().displayName("Fiona G").build(), second))
                .isInstanceOfSatisfying(
                        MatchOutcome.Matched.class,
                        m -> assertThat(m.status().synced()).isTrue());
        assertThat(clients.status(FIONA).remoteId()).isEqualTo(second);
        assertThat(there(first, "DisplayName")).isEqualTo("Fiona Gallagher");
    }

    @Test
    void anUnmatchedClientIsDisabledFromSyncingAndUndoBringsItBack() {
        Client fiona = fiona();
        RemoteId customer = clients.sync(fiona).remoteId();
        int writes = firm.fake.history().count("Customer", "update");
        clients.unmatch(FIONA, "kim");
        assertThat(clients.sync(fiona.toBuilder().displayName("Fiona G").build())
                        .keptOut())
                .isEqualTo(KeptOut.UNMATCHED);

        clients.stage(fiona);
        assertThat(clients.undoUnmatch(FIONA)).isInstanceOf(MatchOutcome.Matched.class);

        assertThat(clients.status(FIONA).remoteId()).isEqualTo(customer);
        assertThat(clients.status(FIONA).synced()).isTrue();
        assertThat(firm.fake.history().count("Customer", "update")).isEqualTo(writes);
        assertThat(clients.undoUnmatch(FIONA)).isInstanceOf(MatchOutcome.NotThere.class);
    }

    @Test
    void aTakenNameIsFoundBeforeTheCallAndLeavesNoProblemBehind() {
        customer("Fiona Gallagher", Map.of("Active", true));
        CreateOutcome outcome = clients.createInQuickBooks(fiona());
        assertThat(outcome).isInstanceOfSatisfying(CreateOutcome.NameTaken.class, taken -> {
            assertThat(taken.holder()).startsWith("Customer ");
            assertThat(taken.suggestions()).isNotEmpty().doesNotContain("Fiona Gallagher");
        });
        assertThat(firm.fake.history().count("Customer", "create")).isZero();
        assertThat(firm.company.problems()).isEmpty();
    }

    @Test
    void aNameTakenMeanwhileIsFoundWhenQuickBooksRefusesIt() {
        // The check before finds nobody: the name is taken between it and the call.
        firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.code("6240"));
        assertThat(clients.createInQuickBooks(fiona()))
                .isInstanceOfSatisfying(
                        CreateOutcome.NameTaken.class,
                        taken -> assertThat(taken.suggestions()).isNotEmpty());
    }

    @Test
    void aUniqueDisplayNameIsUsedAndUpdatesOnTheClientRecord() {
        RemoteId other = customer("Fiona Gallagher", Map.of());
        Client fiona = fiona();

        CreateOutcome outcome = clients.createInQuickBooks(fiona, "Fiona Ann Gallagher");

        assertThat(outcome).isInstanceOf(CreateOutcome.Created.class);
        RemoteId made = clients.status(FIONA).remoteId();
        assertThat(made).isNotEqualTo(other);
        assertThat(there(made, "DisplayName")).isEqualTo("Fiona Ann Gallagher");
        assertThat(inApp().displayName()).isEqualTo("Fiona Ann Gallagher");
    }

    @Test
    void aChosenNameIsKeptWhereTheAppGoesOnWithTheOldOne() {
        customer("Fiona Gallagher", Map.of());
        Client old = fiona();
        clients.createInQuickBooks(old, "Fiona Ann Gallagher");
        RemoteId made = clients.status(FIONA).remoteId();

        Client edited = old.toBuilder().phones(List.of("555-0100")).build();
        assertThat(clients.sync(edited).synced()).isTrue();
        assertThat(there(made, "DisplayName")).isEqualTo("Fiona Ann Gallagher");
        assertThat(String.valueOf(there(made, "PrimaryPhone"))).contains("555-0100");

        assertThat(clients.sync(old.toBuilder().displayName("Fiona Lishman").build())
                        .synced())
                .isTrue();
        assertThat(there(made, "DisplayName")).isEqualTo("Fiona Lishman");
    }

    @Test
    void aChosenNameThatIsTakenTooOrIsNoneIsSaidBeforeAnythingIsChanged() {
        customer("Fiona Gallagher", Map.of());
        customer("Fiona Ann Gallagher", Map.of());
        assertThat(clients.createInQuickBooks(fiona(), "Fiona Ann Gallagher"))
                .isInstanceOf(CreateOutcome.NameTaken.class);
        assertThat(inApp().displayName()).isEqualTo("Fiona Gallagher");
        assertThatThrownBy(() -> clients.createInQuickBooks(fiona(), "Fiona: Gallagher"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("displayName");
    }

    @Test
    void theToggleDefaultsToOnUnlessTheSettingsSayOtherwise() {
        assertThat(clients.isOn(FIONA)).isTrue();
        KindSettings off = KindSettings.lists().withCreateInQuickBooks(false);
        firm.company.settings(firm.company.settings().with(RecordKind.CLIENT, off));
        assertThat(clients.isOn(FIONA)).isFalse();

        clients.stage(fiona());
        firm.work();
        assertThat(clients.isOn(FIONA)).isFalse();
        clients.toggle(fiona(), true);
        firm.work();
        assertThat(clients.status(FIONA).synced()).isTrue();
        assertThat(clients.isOn(FIONA)).isTrue();
    }

    @Test
    void aClientToggledOffIsNotLinkedAndWontLinkEvenAfterEditing() {
        Client fiona = fiona();
        assertThat(clients.toggle(fiona, false).keptOut()).isEqualTo(KeptOut.BY_PERSON);
        assertThat(clients.isOn(FIONA)).isFalse();
        clients.stage(fiona.toBuilder().firstName("Fiona").build());
        clients.sync(fiona.toBuilder().lastName("Gallagher").build());
        poll();
        assertThat(clients.status(FIONA).remoteId()).isNull();
        assertThat(firm.count("Customer", "DisplayName", "Fiona Gallagher")).isZero();
    }

    @Test
    void aLinkedClientToggledOffRestsOnBothSidesUntilItIsToggledOn() {
        Client fiona = fiona();
        RemoteId customer = clients.sync(fiona).remoteId();
        firm.company.setup().apply(firm.company.setup().preview());
        clients.toggle(fiona, false);
        firm.books.inQuickBooks().change("Customer", customer.value(), Map.of("CompanyName", "Gallagher Ltd"));
        clients.stage(fiona.toBuilder().firstName("Fiona").build());
        poll();
        assertThat(inApp().companyName()).isNull();
        assertThat(firm.books.find("Customer", customer.value()).orElseThrow()).doesNotContainKey("GivenName");

        Client edited = inApp().toBuilder().firstName("Fiona").build();
        firm.clients.put(Firm.TENANT, List.of(edited));
        clients.toggle(edited, true);
        firm.work();
        assertThat(clients.status(FIONA).synced()).isTrue();
        assertThat(there(customer, "GivenName")).isEqualTo("Fiona");
        assertThat(inApp().companyName()).isEqualTo("Gallagher Ltd");
    }
}
