package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.connect.ConnectionListener;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.qbo.connect.TroubleCause;
import dev.tieout.qbo.entity.CompanyInfo;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.sync.FixedBy;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ails a connection is told, costs one call now and then, stops what it must and nothing else, and ends by itself. */
class HealingConnectionTest {
    private final List<Connection> changes = new ArrayList<>();
    private final List<Connection> reminders = new ArrayList<>();
    private final Firm firm = Firm.connected();
    private QuickBooks host = host(firm.host("node-2"));
    private Company company = host.company(Firm.TENANT);

    /** What can befall a connection, and how it ends. */
    private enum Ailment {
        ADMIN_REMOVED(TroubleCause.ADMIN_REMOVED, FixedBy.ADMINISTRATOR, false, false),
        LAPSED(TroubleCause.SUBSCRIPTION_LAPSED, FixedBy.SUBSCRIBER, true, false),
        REVOKED(TroubleCause.REVOKED, FixedBy.ADMINISTRATOR, false, true),
        IDLE(TroubleCause.REFRESH_TOKEN_EXPIRED, FixedBy.ADMINISTRATOR, false, true),
        FIVE_YEARS(TroubleCause.FIVE_YEARS_OVER, FixedBy.ADMINISTRATOR, false, true);

        private final TroubleCause cause;
        private final FixedBy fixedBy;
        private final boolean reads;
        private final boolean reconnect;

        Ailment(TroubleCause cause, FixedBy fixedBy, boolean reads, boolean reconnect) {
            this.cause = cause;
            this.fixedBy = fixedBy;
            this.reads = reads;
            this.reconnect = reconnect;
        }
    }

    private QuickBooks host(QuickBooks.Builder builder) {
        return builder.connectionListener(new ConnectionListener() {
                    @Override
                    public void changed(Connection before, Connection after) {
                        changes.add(after);
                    }

                    @Override
                    public void stillTroubled(Connection connection) {
                        reminders.add(connection);
                    }
                })
                .build();
    }

    @AfterEach
    void close() {
        host.close();
        firm.close();
    }

    private void befall(Ailment ailment) {
        switch (ailment) {
            case ADMIN_REMOVED -> firm.fake.oauth().removeAdmin(firm.books.realmId());
            case LAPSED -> firm.books.switches(firm.books.switches().with(CompanySwitch.SUBSCRIPTION_LAPSED));
            case REVOKED -> firm.fake.oauth().disconnect(firm.books.realmId());
            case IDLE -> firm.fake.clock().advance(Duration.ofDays(102));
            case FIVE_YEARS -> {
                for (int month = 0; month < 60; month++) {
                    firm.fake.clock().advance(Duration.ofDays(30));
                    host.connections().check(Firm.TENANT);
                }
                changes.clear();
                reminders.clear();
                firm.fake.clock().advance(Duration.ofDays(27));
            }
        }
    }

    private void heal(Ailment ailment) {
        if (ailment.reconnect) {
            AuthorizationRequest request = host.connections().authorize(Firm.TENANT);
            URI callback = firm.fake.approve(request.url(), firm.books.realmId());
            host.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
        } else if (ailment == Ailment.LAPSED) {
            firm.books.switches(firm.books.switches().without(CompanySwitch.SUBSCRIPTION_LAPSED));
        } else {
            firm.fake.oauth().restoreAdmin(firm.books.realmId());
        }
    }

    private void work(Duration time) {
        Duration step = time.toDays() > 4 ? Duration.ofHours(6) : Duration.ofHours(time.toDays() > 0 ? 3 : 1);
        for (Duration left = time; !left.isNegative() && !left.isZero(); left = left.minus(step)) {
            firm.fake.clock().advance(step);
            while (host.runDue() > 0) {
                // until nothing is due
            }
        }
    }

    private void stage(int from, int to) {
        for (int i = from; i < to; i++) {
            company.clients().stage(client(i));
        }
    }

    private Client client(int i) {
        return Client.builder(LocalId.of("c-" + i), "Client Number " + i).build();
    }

    private SyncStatus status(int i) {
        return company.clients().status(LocalId.of("c-" + i));
    }

    @ParameterizedTest
    @EnumSource
    void isToldAtOnceAndDailyCostsFewCallsAndEndsByItself(Ailment ailment) {
        befall(ailment);
        stage(0, 40);
        work(Duration.ofHours(2));

        Connection health = company.health();
        assertThat(health.trouble().orElseThrow().cause()).isEqualTo(ailment.cause);
        assertThat(ailment.cause.fixedBy()).isEqualTo(ailment.fixedBy);
        assertThat(health.trouble()
                        .orElseThrow()
                        .timeLeft(firm.fake.clock().instant())
                        .orElseThrow())
                .isBetween(Duration.ofDays(13), Duration.ofDays(14));
        assertThat(changes).last().matches(c -> c.trouble().orElseThrow().cause() == ailment.cause);

        // Beside each record, and one problem for all of them.
        assertThat(status(0).state()).isEqualTo(SyncState.WAITING);
        assertThat(status(0).problem().message()).isEqualTo(ailment.cause.message(Locale.ENGLISH));
        assertThat(status(0).problem().remedy()).isEqualTo(ailment.cause.remedy());
        assertThat(company.problems()).extracting(ProblemGroup::count).containsExactly(40);

        firm.fake.history().clear();
        reminders.clear();
        work(Duration.ofDays(3));
        // A look every six hours at most; where reading works the change feed goes on besides.
        assertThat(firm.fake.history().count("batch", "batch")
                        + firm.fake.history().count("Customer", "create"))
                .isLessThanOrEqualTo(15);
        assertThat(firm.fake.history().count("CompanyInfo", "read")).isLessThanOrEqualTo(40);
        assertThat(reminders).hasSizeBetween(2, 3).allMatch(c -> c.trouble().isPresent());
        if (ailment.reads) {
            assertThat(firm.fake.history().count("cdc", "cdc")).isGreaterThan(3);
        }

        heal(ailment);
        work(Duration.ofHours(8));
        assertThat(company.health().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(changes).last().matches(c -> c.trouble().isEmpty());
        assertThat(company.overview().counts().get(RecordKind.CLIENT)).isEqualTo(Map.of(SyncState.SYNCED, 40L));
    }

    /** Nothing was billed after it was paid, so no write could prove it. */
    @Test
    void whoPaidIsNotDisconnectedThoughNothingIsWritten() {
        befall(Ailment.LAPSED);
        stage(0, 1);
        work(Duration.ofHours(1));
        company.clients().forget(LocalId.of("c-0"));
        work(Duration.ofDays(2));
        assertThat(company.health().state()).isEqualTo(ConnectionState.DEGRADED);

        heal(Ailment.LAPSED);
        work(Duration.ofHours(7));
        assertThat(company.health().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aPersonWhoPutItRightNeedNotWait() {
        befall(Ailment.LAPSED);
        SyncStatus refused = company.clients().sync(client(0));
        assertThat(refused.problem().message()).isEqualTo(TroubleCause.SUBSCRIPTION_LAPSED.message(Locale.ENGLISH));
        firm.fake.history().clear();
        for (int i = 1; i < 6; i++) {
            assertThat(company.clients().sync(client(i)).state()).isEqualTo(SyncState.WAITING);
        }
        assertThat(firm.fake.history().count("Customer", "create")).isZero();
        work(Duration.ofDays(2));

        heal(Ailment.LAPSED);
        firm.fake.clock().advance(Duration.ofMinutes(2));
        assertThat(company.retry(RecordKind.CLIENT, LocalId.of("c-3")).state()).isEqualTo(SyncState.SYNCED);
        assertThat(company.lookAgain().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    /** QuickBooks says of itself that it is paid for, and refuses all the same: that costs no more calls than before. */
    @Test
    void whatIsReadIsNotBelievedAgainstWhatIsRefused() {
        firm.fake.faults().add(FaultRule.on("Customer", "create").always(), Fault.code("6190"));
        stage(0, 1);
        work(Duration.ofDays(2));
        firm.fake.history().clear();
        work(Duration.ofDays(2));

        assertThat(firm.fake.history().count("Customer", "create")).isBetween(1, 10);
    }

    @Test
    void theAppsOwnKeysAreNobodysFaultAndEndNothing() {
        host.close();
        host = host(firm.host("node-3")
                .app(AppCredentials.of(firm.fake.clientId(), "wrong", URI.create("https://app.example/callback"))));
        company = host.company(Firm.TENANT);
        stage(0, 20);
        work(Duration.ofDays(1));
        firm.fake.history().clear();
        work(Duration.ofDays(15));

        Connection health = company.health();
        assertThat(health.trouble().orElseThrow().cause()).isEqualTo(TroubleCause.APP_KEYS_REFUSED);
        assertThat(health.trouble().orElseThrow().cause().fixedBy()).isEqualTo(FixedBy.OPERATOR);
        assertThat(health.trouble().orElseThrow().deadline()).isEmpty();
        assertThat(health.usable()).isTrue();
        assertThat(reminders).hasSizeBetween(14, 17);
        assertThat(status(0).problem().message()).isEqualTo(TroubleCause.APP_KEYS_REFUSED.message(Locale.ENGLISH));
        assertThat(firm.fake.history().count("token", "refresh")).isLessThanOrEqualTo(15 * 5);
    }

    @Test
    void theCompanysNameIsKnownFromTheFirstMomentAndReadAgainOnceADayWhereSomethingChanges() {
        assertThat(company.health().companyName()).contains("Vale & Harbor Advisory");
        CompanyInfo info = company.api().companyInfo();
        company.api()
                .update(CompanyInfo.patch(
                                info.id().orElseThrow(), info.syncToken().orElseThrow())
                        .companyName("Harbor & Vale"));
        firm.fake.history().clear();
        work(Duration.ofHours(26));
        assertThat(firm.fake.history().count("CompanyInfo", "read")).isZero();
        company.api().create(Customer.builder().displayName("Another Customer").build());
        work(Duration.ofHours(12));

        assertThat(company.health().companyName()).contains("Harbor & Vale");
        assertThat(firm.fake.history().count("CompanyInfo", "read")).isEqualTo(1);
        assertThat(company.health().toString()).doesNotContain("Harbor");
    }

    /** Each read is paid for. */
    @Test
    void theNameOfACompanyWhereNothingHappensIsNotReadAgain() {
        work(Duration.ofHours(2));
        firm.fake.history().clear();
        work(Duration.ofDays(3));

        assertThat(firm.fake.history().count("CompanyInfo", "read")).isZero();
    }
}
