package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectOutcome;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** QuickBooks is out of reach for days, in any way: everything waits in order, nothing is uncertain, all goes on by itself. */
class LongAwayTest {
    /** How QuickBooks is lost; the first three need a person to connect again, the others mend themselves. */
    private enum Loss {
        DISCONNECTED_THERE(true),
        ADMIN_REMOVED(true),
        ADMIN_REMOVED_AND_BACK(false),
        GOOD_TOKENS_REFUSED(false),
        TOKEN_SERVER_DEAD(false),
        GATEWAY_DEAD(false),
        EVERYTHING_RESET(false),
        THROTTLED(false),
        SUBSCRIPTION_LAPSED(false);

        private final boolean reconnects;

        Loss(boolean reconnects) {
            this.reconnects = reconnects;
        }
    }

    private void lose(Firm firm, Loss loss) {
        switch (loss) {
            case DISCONNECTED_THERE -> firm.fake.oauth().disconnect(firm.books.realmId());
            case ADMIN_REMOVED, ADMIN_REMOVED_AND_BACK -> firm.fake.oauth().removeAdmin(firm.books.realmId());
            case GOOD_TOKENS_REFUSED -> {
                firm.fake.oauth().outage(Integer.MAX_VALUE);
                firm.fake.oauth().expireAccessTokens(firm.books.realmId());
            }
            case TOKEN_SERVER_DEAD -> {
                firm.fake.faults().add(FaultRule.token().always(), Fault.text(503, "down"));
                firm.fake.oauth().expireAccessTokens(firm.books.realmId());
            }
            case GATEWAY_DEAD -> firm.fake.faults().add(FaultRule.any().always(), Fault.html503());
            case EVERYTHING_RESET -> firm.fake.faults().add(FaultRule.any().always(), Fault.closedBeforeCommit());
            case THROTTLED -> firm.fake.faults().add(FaultRule.any().always(), Fault.throttled());
            case SUBSCRIPTION_LAPSED ->
                firm.books.switches(firm.books.switches().with(CompanySwitch.SUBSCRIPTION_LAPSED));
        }
    }

    private void mend(Firm firm, Loss loss) {
        firm.fake.faults().clear();
        firm.fake.oauth().outage(0);
        if (loss == Loss.ADMIN_REMOVED || loss == Loss.ADMIN_REMOVED_AND_BACK) {
            firm.fake.oauth().restoreAdmin(firm.books.realmId());
        }
        if (loss == Loss.SUBSCRIPTION_LAPSED) {
            firm.books.switches(firm.books.switches().without(CompanySwitch.SUBSCRIPTION_LAPSED));
        }
        if (loss.reconnects) {
            reconnect(firm, firm.quickBooks);
        }
    }

    private static void reconnect(Firm firm, QuickBooks node) {
        AuthorizationRequest request = node.connections().authorize(Firm.TENANT);
        URI callback = firm.fake.approve(request.url(), firm.books.realmId());
        assertThat(node.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery()))
                .isInstanceOf(ConnectOutcome.Connected.class);
    }

    private static void pass(Firm firm, Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plusHours(1)) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
    }

    static Stream<Arguments> lossesAndDays() {
        return Stream.of(Loss.values()).flatMap(loss -> Stream.of(Arguments.of(loss, 1), Arguments.of(loss, 2)));
    }

    @ParameterizedTest
    @MethodSource("lossesAndDays")
    void allGoesOnByItself(Loss loss, int days) {
        try (Firm firm = Firm.withDefaults()) {
            Client client = firm.client("c-1", "Waiting Client");
            firm.company.clients().sync(client);
            ServiceItem item = firm.linkedItem("s-1");
            ClientInvoice edited = Firm.invoice("i-1", client, item, "10.00");
            ClientInvoice voided = Firm.invoice("i-2", client, item, "20.00");
            ClientInvoice deleted = Firm.invoice("i-3", client, item, "30.00");
            Stream.of(edited, voided, deleted)
                    .forEach(invoice -> firm.company.invoices().sync(invoice));
            int before = firm.books.all("Invoice").size();
            lose(firm, loss);
            firm.company.invoices().stage(edited.toBuilder().memo("Edited").build());
            firm.company.invoices().stageVoid(voided.id());
            firm.company.invoices().stageDelete(deleted.id());
            for (int n = 0; n < 5; n++) {
                firm.company.invoices().stage(Firm.invoice("n-" + n, client, item, "1" + n + ".50"));
            }
            ClientInvoice alone = Firm.invoice("n-5", client, item, "15.50");
            assertThat(firm.company.invoices().sync(alone).state()).isNotEqualTo(SyncState.SYNCED);
            pass(firm, Duration.ofDays(days));
            assertThat(firm.company.overview().counts().get(RecordKind.INVOICE))
                    .doesNotContainKeys(SyncState.UNCERTAIN, SyncState.GONE);

            mend(firm, loss);
            pass(firm, Duration.ofHours(30));
            assertThat(firm.company.health().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(firm.company.overview().counts().get(RecordKind.INVOICE)).containsOnlyKeys(SyncState.SYNCED);
            assertThat(firm.books.all("Invoice")).hasSize(before - 1 + 6);
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    /** A subscription that is paid again on the third day is not taken for broken on the fourteenth, though nobody bills. */
    @ParameterizedTest
    @EnumSource(names = {"ADMIN_REMOVED_AND_BACK", "GOOD_TOKENS_REFUSED", "SUBSCRIPTION_LAPSED", "TOKEN_SERVER_DEAD"})
    void whoIsWellAgainIsNotDisconnected(Loss loss) {
        try (Firm firm = Firm.withDefaults()) {
            Client client = firm.client("c-1", "Idle Client");
            firm.company.clients().sync(client);
            lose(firm, loss);
            firm.company.clients().sync(client.toBuilder().companyName("Edited").build());
            pass(firm, Duration.ofDays(3));
            mend(firm, loss);
            pass(firm, Duration.ofDays(15));
            assertThat(firm.company.health().state()).isEqualTo(ConnectionState.CONNECTED);
            SyncStatus status = firm.company.clients().status(client.id());
            assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        }
    }

    /** The tokens are stored, and the process dies before it wakes what waited. */
    @Test
    void aWakingThatIsLostIsMadeUpFor() {
        AtomicBoolean dead = new AtomicBoolean();
        SyncStore store = new InMemorySyncStore();
        SyncStore dying = (SyncStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, arguments) -> {
                    if (dead.get()) {
                        throw new IllegalStateException("the process is dead");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try (Firm firm = Firm.withDefaults(dying)) {
            Client client = firm.client("c-1", "Forgotten Client");
            firm.company.clients().sync(client);
            ServiceItem item = firm.linkedItem("s-1");
            firm.fake.oauth().disconnect(firm.books.realmId());
            ClientInvoice invoice = Firm.invoice("i-1", client, item, "10.00");
            firm.company.invoices().sync(invoice);
            pass(firm, Duration.ofHours(30));
            AuthorizationRequest request = firm.quickBooks.connections().authorize(Firm.TENANT);
            URI callback = firm.fake.approve(request.url(), firm.books.realmId());
            dead.set(true);
            try {
                firm.quickBooks.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the process is dead");
            }
            dead.set(false);

            QuickBooks other = firm.process("node-2");
            for (int hour = 0; hour < 13; hour++) {
                firm.fake.clock().advance(Duration.ofHours(1));
                while (other.runDue() > 0) {
                    // until nothing is due
                }
            }
            assertThat(other.company(Firm.TENANT)
                            .invoices()
                            .status(invoice.id())
                            .state())
                    .isEqualTo(SyncState.SYNCED);
            // And news come in again.
            String remote = other.company(Firm.TENANT)
                    .invoices()
                    .status(LocalId.of("i-1"))
                    .remoteId()
                    .value();
            firm.books.inQuickBooks().addDiscount(remote, new BigDecimal("1"));
            for (int hour = 0; hour < 13; hour++) {
                firm.fake.clock().advance(Duration.ofHours(1));
                other.runDue();
            }
            assertThat(other.company(Firm.TENANT)
                            .invoices()
                            .status(invoice.id())
                            .state())
                    .isEqualTo(SyncState.CONFLICT);
        }
    }
}
