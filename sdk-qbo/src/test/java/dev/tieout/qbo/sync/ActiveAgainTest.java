package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.CompanySwitch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was inactive and is active again bears its clean name, and what was edited meanwhile is lost on neither side. */
class ActiveAgainTest {
    private static final String NAME = "Coming Back";

    private Firm firm;
    private RemoteId remote;

    private enum Of {
        CLIENT("Customer", "DisplayName", RecordKind.CLIENT),
        SERVICE_ITEM("Item", "Name", RecordKind.SERVICE_ITEM);

        private final String entity;
        private final String name;
        private final RecordKind kind;

        Of(String entity, String name, RecordKind kind) {
            this.entity = entity;
            this.name = name;
            this.kind = kind;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
    }

    @AfterEach
    void close() {
        firm.close();
    }

    /** Each kind, where QuickBooks takes its suffix off by itself and where it does not. */
    static Stream<Arguments> kinds() {
        return Stream.of(Of.values()).flatMap(of -> Stream.of(Arguments.of(of, true), Arguments.of(of, false)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theAppPutsItAwayAndTakesItOutAgain(Of of, boolean cleansItself) {
        start(of, cleansItself);
        sync(of, "one", false);
        assertThat(there(of, "Active")).isEqualTo(false);
        sync(of, "one", true);
        poll();
        assertBack(of, "one");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theAppEditsItWhileItIsAway(Of of, boolean cleansItself) {
        start(of, cleansItself);
        sync(of, "one", false);
        sync(of, "two", false);
        poll();
        sync(of, "two", true);
        poll();
        assertBack(of, "two");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theBookkeeperDoesBetweenTwoLooks(Of of, boolean cleansItself) {
        start(of, cleansItself);
        edit(of, "two");
        firm.books.inQuickBooks().inactivate(of.entity, remote.value());
        firm.books.inQuickBooks().reactivate(of.entity, remote.value());
        poll();
        assertBack(of, "two");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theBookkeeperEditsItAndPutsItAwayAndItIsSeenAway(Of of, boolean cleansItself) {
        start(of, cleansItself);
        edit(of, "two");
        firm.books.inQuickBooks().inactivate(of.entity, remote.value());
        poll();
        // Whether it was merged nobody says: the app's record is untouched until somebody answers.
        assertThat(status(of).state()).isEqualTo(SyncState.CONFLICT);
        firm.books.inQuickBooks().reactivate(of.entity, remote.value());
        poll();
        assertBack(of, "two");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPersonSaysThatItIsAwayAndItComesBack(Of of, boolean cleansItself) {
        start(of, cleansItself);
        edit(of, "two");
        firm.books.inQuickBooks().inactivate(of.entity, remote.value());
        poll();
        handle(of).resolve(LocalId.of("x-1"), Side.QUICKBOOKS);
        assertThat(active(of)).isFalse();
        assertThat(text(of)).isEqualTo("two");
        assertThat(name(of)).isEqualTo(NAME);
        firm.books.inQuickBooks().reactivate(of.entity, remote.value());
        poll();
        assertBack(of, "two");
    }

    private void start(Of of, boolean cleansItself) {
        if (cleansItself) {
            firm.books.switches(firm.books.switches().with(CompanySwitch.REACTIVATION_RESTORES_NAME));
        }
        firm.company.settings(firm.company.settings().with(of.kind, KindSettings.lists()));
        remote = sync(of, "one", true).remoteId();
    }

    private RecordHandle<?> handle(Of of) {
        return of == Of.CLIENT ? firm.company.clients() : firm.company.serviceItems();
    }

    private SyncStatus status(Of of) {
        return handle(of).status(LocalId.of("x-1"));
    }

    private SyncStatus sync(Of of, String text, boolean active) {
        if (of == Of.CLIENT) {
            Client client = Client.builder(LocalId.of("x-1"), NAME)
                    .phones(List.of(text))
                    .active(active)
                    .build();
            firm.clients.put(Firm.TENANT, List.of(client));
            return firm.company.clients().sync(client);
        }
        ServiceItem item = ServiceItem.builder(LocalId.of("x-1"), NAME)
                .description(text)
                .incomeAccount(firm.company.catalog().incomeAccounts().get(0).id())
                .active(active)
                .build();
        firm.items.put(Firm.TENANT, List.of(item));
        return firm.company.serviceItems().sync(item);
    }

    private void edit(Of of, String text) {
        firm.books
                .inQuickBooks()
                .change(
                        of.entity,
                        remote.value(),
                        of == Of.CLIENT
                                ? Map.of("PrimaryPhone", Map.of("FreeFormNumber", text))
                                : Map.of("Description", text));
    }

    private void poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
    }

    private Object there(Of of, String member) {
        return firm.inQuickBooks(of.entity, remote, member);
    }

    private Client client() {
        return firm.clients.find(Firm.TENANT, LocalId.of("x-1")).orElseThrow().record();
    }

    private ServiceItem item() {
        return firm.items.find(Firm.TENANT, LocalId.of("x-1")).orElseThrow().record();
    }

    private String name(Of of) {
        return of == Of.CLIENT ? client().displayName() : item().name();
    }

    private String text(Of of) {
        return of == Of.CLIENT ? client().phones().get(0) : item().description();
    }

    private boolean active(Of of) {
        return of == Of.CLIENT ? client().active() : item().active();
    }

    private void assertBack(Of of, String text) {
        SyncStatus status = status(of);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(there(of, of.name)).isEqualTo(NAME);
        assertThat(there(of, "Active")).isEqualTo(true);
        assertThat(there(of, of == Of.CLIENT ? "PrimaryPhone" : "Description"))
                .isEqualTo(of == Of.CLIENT ? Map.of("FreeFormNumber", text) : text);
        assertThat(name(of)).isEqualTo(NAME);
        assertThat(text(of)).isEqualTo(text);
        assertThat(active(of)).isTrue();
    }
}
