package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node gave the app what a bookkeeper had changed, and did not live to store that it did. What the app then holds is her
 * word, not a user's: when she changes the field again that is no conflict, and nothing of hers is put back.
 */
class GivenToTheAppTest {
    private static final LocalId ID = LocalId.of("x-1");
    private static final TenantId TENANT = Firm.TENANT;

    private enum Changed {
        COMPANY(RecordKind.CLIENT, "Customer", "CompanyName"),
        FAMILY_NAME(RecordKind.CLIENT, "Customer", "FamilyName"),
        DESCRIPTION(RecordKind.SERVICE_ITEM, "Item", "Description");

        private final RecordKind kind;
        private final String entity;
        private final String member;

        Changed(RecordKind kind, String entity, String member) {
            this.kind = kind;
            this.entity = entity;
            this.member = member;
        }
    }

    private Firm firm;
    private boolean dying;
    private int users;

    @BeforeEach
    void connect() {
        firm = Firm.connected();
        firm.fake
                .webhooks()
                .subscribe((headers, body) -> firm.quickBooks
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
    }

    @AfterEach
    void close() {
        firm.close();
    }

    static Stream<Arguments> all() {
        return Stream.of(Changed.values())
                .flatMap(changed -> Stream.of(ConflictPolicy.values())
                        .flatMap(policy -> Stream.of(1, 2).map(deaths -> Arguments.of(changed, policy, deaths))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatSheChangesAfterIsTakenInToo(Changed changed, ConflictPolicy policy, int deaths) {
        RemoteId remote = linked(changed, policy);
        for (int death = 1; death <= deaths; death++) {
            byHand(changed, remote, "Hers " + death);
            dieAfterGiving(changed);
            assertThat(inTheApp(changed)).as("given").isEqualTo("Hers " + death);
        }
        byHand(changed, remote, "Hers at last");
        hear();
        rest();

        assertThat(inTheApp(changed)).isEqualTo("Hers at last");
        assertThat(firm.inQuickBooks(changed.entity, remote, changed.member)).isEqualTo("Hers at last");
        assertThat(status(changed).state()).isEqualTo(SyncState.SYNCED);
    }

    /** Whoever lives on finds the two alike. */
    @ParameterizedTest
    @EnumSource(Changed.class)
    void whatWasGivenIsAgreed(Changed changed) {
        RemoteId remote = linked(changed, ConflictPolicy.ASK);
        byHand(changed, remote, "Hers");
        dieAfterGiving(changed);
        rest();

        assertThat(inTheApp(changed)).isEqualTo("Hers");
        assertThat(firm.inQuickBooks(changed.entity, remote, changed.member)).isEqualTo("Hers");
        assertThat(status(changed).state()).isEqualTo(SyncState.SYNCED);
    }

    /** She takes back what the app was given: it is taken back in the app too, and not sent to her as a user's word. */
    @ParameterizedTest
    @MethodSource("policies")
    void whatSheTakesBackIsTakenBackInTheApp(Changed changed, ConflictPolicy policy) {
        RemoteId remote = linked(changed, policy);
        byHand(changed, remote, "Hers");
        dieAfterGiving(changed);
        byHand(changed, remote, "First");
        hear();
        rest();
        sayAgain(changed);
        rest();

        assertThat(inTheApp(changed)).isEqualTo("First");
        assertThat(firm.inQuickBooks(changed.entity, remote, changed.member)).isEqualTo("First");
        assertThat(status(changed).state()).isEqualTo(SyncState.SYNCED);
    }

    /** The app threw before it took anything, and she took it back: should a user say the same one day, it is a user's word. */
    @ParameterizedTest
    @MethodSource("policies")
    void whatWasNeverGivenIsAUsersWordWhenAUserSaysIt(Changed changed, ConflictPolicy policy) {
        RemoteId remote = linked(changed, policy);
        byHand(changed, remote, "Hers");
        failToGive(changed);
        assertThat(inTheApp(changed)).isEqualTo("First");
        byHand(changed, remote, "First");
        hear();
        rest();
        assertThat(status(changed).state()).isEqualTo(SyncState.SYNCED);

        say(changed, "Hers");
        rest();

        assertThat(inTheApp(changed)).isEqualTo("Hers");
        assertThat(firm.inQuickBooks(changed.entity, remote, changed.member)).isEqualTo("Hers");
        assertThat(status(changed).state()).isEqualTo(SyncState.SYNCED);
    }

    static Stream<Arguments> policies() {
        return Stream.of(Changed.values())
                .flatMap(changed -> Stream.of(ConflictPolicy.values()).map(policy -> Arguments.of(changed, policy)));
    }

    private void sayAgain(Changed changed) {
        if (changed.kind.equals(RecordKind.CLIENT)) {
            firm.company.clients().sync(client());
        } else {
            firm.company.serviceItems().sync(item());
        }
    }

    private void say(Changed changed, String text) {
        switch (changed) {
            case COMPANY ->
                firm.clients.put(
                        TENANT, List.of(client().toBuilder().companyName(text).build()));
            case FAMILY_NAME ->
                firm.clients.put(
                        TENANT, List.of(client().toBuilder().lastName(text).build()));
            case DESCRIPTION ->
                firm.items.put(
                        TENANT, List.of(item().toBuilder().description(text).build()));
        }
        sayAgain(changed);
    }

    /** The app throws before it takes what it is given, and the node goes on. */
    private void failToGive(Changed changed) {
        QuickBooks node = firm.host("failing")
                .clients(throwing(firm.clients))
                .serviceItems(throwing(firm.items))
                .build();
        if (changed.kind.equals(RecordKind.CLIENT)) {
            Client edited = client().toBuilder().middleName("User").build();
            firm.clients.put(TENANT, List.of(edited));
            node.company(TENANT).clients().sync(edited);
        } else {
            ServiceItem edited = item().toBuilder().code("User").build();
            firm.items.put(TENANT, List.of(edited));
            node.company(TENANT).serviceItems().sync(edited);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> LocalRecords<T> throwing(LocalRecords<T> records) {
        return (LocalRecords<T>) Proxy.newProxyInstance(
                LocalRecords.class.getClassLoader(), new Class<?>[] {LocalRecords.class}, (proxy, method, args) -> {
                    if (method.getName().equals("update")) {
                        throw new IllegalStateException("not now");
                    }
                    return method.invoke(records, args);
                });
    }

    /** A user's own word after it is one: both changed, and the policy says who wins. */
    @ParameterizedTest
    @EnumSource(ConflictPolicy.class)
    void whatAUserSaysAfterIsAUsersWord(ConflictPolicy policy) {
        RemoteId remote = linked(Changed.COMPANY, policy);
        byHand(Changed.COMPANY, remote, "Hers");
        dieAfterGiving(Changed.COMPANY);
        byHand(Changed.COMPANY, remote, "Hers at last");
        Client users = client().toBuilder().companyName("A user's").build();
        firm.clients.put(TENANT, List.of(users));
        firm.company.clients().sync(users);
        rest();

        String app = inTheApp(Changed.COMPANY);
        Object there = firm.inQuickBooks("Customer", remote, "CompanyName");
        switch (policy) {
            case APP_WINS -> assertThat(there).isEqualTo("A user's").isEqualTo(app);
            case QUICKBOOKS_WINS -> assertThat(there).isEqualTo("Hers at last").isEqualTo(app);
            case ASK -> {
                assertThat(status(Changed.COMPANY).state()).isEqualTo(SyncState.CONFLICT);
                assertThat(there).isEqualTo("Hers at last");
                assertThat(app).isEqualTo("A user's");
            }
        }
    }

    private RemoteId linked(Changed changed, ConflictPolicy policy) {
        firm.company.settings(
                firm.company.settings().with(changed.kind, KindSettings.lists().withConflicts(policy)));
        if (changed.kind.equals(RecordKind.CLIENT)) {
            Client client = Client.builder(ID, "Ann Given")
                    .companyName("First")
                    .lastName("First")
                    .build();
            firm.clients.put(TENANT, List.of(client));
            return firm.company.clients().sync(client).remoteId();
        }
        ServiceItem item = firm.linkedItem("s-1").toBuilder()
                .id(ID)
                .name("Given")
                .description("First")
                .build();
        firm.items.put(TENANT, List.of(item));
        return firm.company.serviceItems().sync(item).remoteId();
    }

    private void byHand(Changed changed, RemoteId remote, String text) {
        firm.books.inQuickBooks().change(changed.entity, remote.value(), Map.of(changed.member, text));
    }

    /**
     * A user changes something else, which finds the record changed in QuickBooks. The node lives until the app has taken
     * that, and neither stores nor says anything after it.
     */
    private void dieAfterGiving(Changed changed) {
        dying = false;
        QuickBooks node = firm.host("dying")
                .clients(until(firm.clients))
                .serviceItems(until(firm.items))
                .syncStore(alive(firm.rows))
                .build();
        String text = "User " + ++users;
        try {
            if (changed.kind.equals(RecordKind.CLIENT)) {
                Client edited = client().toBuilder().middleName(text).build();
                firm.clients.put(TENANT, List.of(edited));
                node.company(TENANT).clients().sync(edited);
            } else {
                ServiceItem edited = item().toBuilder().code(text).build();
                firm.items.put(TENANT, List.of(edited));
                node.company(TENANT).serviceItems().sync(edited);
            }
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("dead");
        }
        assertThat(dying).as("the app was given the %s", changed).isTrue();
    }

    /** Another node hears of what she changed before it looks at what the dead one had begun. */
    private void hear() {
        firm.fake.webhooks().deliver();
        firm.work();
    }

    private <T> LocalRecords<T> until(LocalRecords<T> records) {
        return watched(LocalRecords.class, records, result -> {
            dying |= result instanceof LocalOutcome.Done;
            return result;
        });
    }

    private <T> T alive(T store) {
        Class<?>[] of = store.getClass().getInterfaces();
        return watched(of[0], store, UnaryOperator.identity());
    }

    @SuppressWarnings("unchecked")
    private <T> T watched(Class<?> type, T inner, UnaryOperator<Object> after) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (dying) {
                throw new IllegalStateException("dead");
            }
            try {
                return after.apply(method.invoke(inner, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private void rest() {
        for (int hour = 0; hour < 30; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
    }

    private SyncStatus status(Changed changed) {
        return firm.company.status(changed.kind, ID);
    }

    private String inTheApp(Changed changed) {
        return switch (changed) {
            case COMPANY -> client().companyName();
            case FAMILY_NAME -> client().lastName();
            case DESCRIPTION -> item().description();
        };
    }

    private ServiceItem item() {
        return firm.items.find(TENANT, ID).orElseThrow().record();
    }

    private Client client() {
        return firm.clients.find(TENANT, ID).orElseThrow().record();
    }
}
