package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.model.Client;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bad hour of QuickBooks' gateway, or of its token endpoint: all that waits goes on by itself, each record once. */
class BadHoursTest {
    private final Firm firm = Firm.connected();

    @AfterEach
    void close() {
        firm.close();
    }

    private List<Client> staged() {
        List<Client> clients = IntStream.range(0, 40)
                .mapToObj(i -> firm.client("c-" + i, "Client " + i))
                .toList();
        clients.forEach(firm.company.clients()::stage);
        return clients;
    }

    private void hours(int count) {
        for (int quarter = 0; quarter < count * 4; quarter++) {
            firm.work();
            firm.fake.clock().advance(Duration.ofMinutes(15));
        }
    }

    private void allGoneOutOnce(List<Client> clients) {
        assertThat(firm.company.health().state()).isEqualTo(ConnectionState.CONNECTED);
        for (Client client : clients) {
            assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.count("Customer", "DisplayName", client.displayName()))
                    .isEqualTo(1);
        }
    }

    @Test
    void aDayInWhichTheGatewayAndTheTokenEndpointSay3200Passes() {
        List<Client> clients = staged();
        firm.fake.faults().add(FaultRule.any().always(), Fault.code("3200"));
        hours(24);
        assertThat(firm.company.health().usable()).isTrue();
        firm.fake.faults().clear();
        hours(7);
        allGoneOutOnce(clients);
    }

    @Test
    void hoursInWhichMostGoodTokensAreRejectedPass() {
        List<Client> clients = staged();
        firm.fake.faults().add(FaultRule.any().always().probability(0.7), Fault.code("3200"));
        hours(24);
        assertThat(firm.company.health().usable()).isTrue();
        firm.fake.faults().clear();
        hours(7);
        allGoneOutOnce(clients);
    }

    @Test
    void refreshTokensThatWereRefusedInAnOutageAreTriedAgain() {
        List<Client> clients = staged();
        firm.fake.oauth().expireAccessTokens(firm.books.realmId());
        firm.fake.oauth().outage(Integer.MAX_VALUE);
        hours(24);
        assertThat(firm.company.health().state()).isEqualTo(ConnectionState.REAUTHORIZE);
        firm.fake.oauth().outage(0);
        hours(8);
        allGoneOutOnce(clients);
    }

    @Test
    void anAdministratorWhoIsBackIsNoticedWithoutConnectingAnew() {
        List<Client> clients = staged();
        firm.fake.oauth().removeAdmin(firm.books.realmId());
        hours(10);
        assertThat(firm.company.health().state()).isEqualTo(ConnectionState.REAUTHORIZE);
        firm.fake.oauth().restoreAdmin(firm.books.realmId());
        hours(8);
        allGoneOutOnce(clients);
    }
}
