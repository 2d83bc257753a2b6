package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectOutcome;
import dev.tieout.qbo.connect.ConnectionState;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionLossTest {
    private final Firm firm = Firm.connected();

    @AfterEach
    void close() {
        firm.close();
    }

    private SyncStatus syncWithoutRights(Client client) {
        firm.fake.oauth().removeAdmin(firm.books.realmId());
        return firm.company.clients().sync(client);
    }

    @Test
    void whatCannotBeSentWaitsAndGoesOnAfterReauthorizing() {
        Client client = firm.client("c-1", "Waiting Client");
        SyncStatus waiting = syncWithoutRights(client);
        assertThat(waiting.state()).isEqualTo(SyncState.WAITING);
        assertThat(waiting.problem().cause()).isEqualTo(ProblemCause.CONNECTION);
        assertThat(firm.company.health().state()).isEqualTo(ConnectionState.REAUTHORIZE);
        firm.fake.clock().advance(Duration.ofDays(3));
        firm.work();
        assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.WAITING);

        firm.fake.oauth().restoreAdmin(firm.books.realmId());
        AuthorizationRequest request = firm.quickBooks.connections().authorize(Firm.TENANT);
        URI callback = firm.fake.approve(request.url(), firm.books.realmId());
        ConnectOutcome outcome =
                firm.quickBooks.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
        assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
        firm.work();

        assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.count("Customer", "DisplayName", "Waiting Client")).isEqualTo(1);
    }

    /** The invoice had been woken, still said for whom it had waited, and was passed over. Found by the simulation. */
    @Test
    void whatWasWokenBeforeTheConnectionBrokeGoesOnAfterItsRepair() {
        Client client = firm.client("c-1", "Late Client");
        ServiceItem item = firm.linkedItem("s-1");
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
        assertThat(firm.company.invoices().sync(invoice).waitsFor())
                .isEqualTo(new RecordRef(RecordKind.CLIENT, LocalId.of("c-1")));
        firm.company.clients().sync(client);
        assertThat(firm.company.invoices().status(invoice.id()).waitsFor()).isNull();
        syncWithoutRights(firm.client("c-2", "Refused Client"));
        firm.work();

        firm.fake.oauth().restoreAdmin(firm.books.realmId());
        AuthorizationRequest request = firm.quickBooks.connections().authorize(Firm.TENANT);
        URI callback = firm.fake.approve(request.url(), firm.books.realmId());
        firm.quickBooks.connections().complete(Firm.TENANT, request.state(), callback.getRawQuery());
        firm.work();
        assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
    }

    @Test
    void aConnectionThatNobodyRepairsIsClosedAfterTwoWeeksAndKeepsItsLinks() {
        Client linked = firm.client("c-0", "Linked Client");
        firm.company.clients().sync(linked);
        syncWithoutRights(firm.client("c-1", "Waiting Client"));
        for (int day = 0; day < 15; day++) {
            firm.fake.clock().advance(Duration.ofDays(1));
            firm.work();
        }
        assertThat(firm.company.health().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(firm.company.clients().status(linked.id()).remoteId()).isNotNull();
    }
}
