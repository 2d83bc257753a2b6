package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactlyOnceTest {
    @ParameterizedTest
    @ValueSource(strings = {"Customer", "Invoice", "Payment"})
    void aCreateWhoseAnswerWasLostAfterTheCommitEndsAsOneRecord(String entity) {
        try (Firm firm = Firm.connected()) {
            ServiceItem item = firm.linkedItem("s-1");
            int before = firm.books.all(entity).size();
            firm.fake.faults().add(FaultRule.on(entity, "create"), Fault.answerLost());

            Client client = firm.client("c-1", "Unrepeatable Client");
            SyncStatus first = firm.company.clients().sync(client);
            ClientInvoice invoice = Firm.invoice("i-1", client, item, "100.00");
            SyncStatus second = firm.company.invoices().sync(invoice);
            SyncStatus third = firm.company.payments().sync(Firm.payment("p-1", invoice, "100.00"));
            assertThat(new SyncState[] {first.state(), second.state(), third.state()})
                    .contains(SyncState.WAITING);
            firm.fake.clock().advance(Duration.ofHours(2));
            firm.work();

            assertThat(firm.books.all(entity)).hasSize(before + 1);
            assertThat(firm.fake.history().count(entity, "create")).isEqualTo(2);
            assertThat(firm.company.tieOut().agrees()).isTrue();
            assertThat(firm.company.payments().status(third.localId()).state()).isEqualTo(SyncState.SYNCED);
        }
    }

    @Test
    void aCreateThatNeverReachedQuickBooksIsSentAgainUnderTheSameRequestId() {
        try (Firm firm = Firm.connected()) {
            firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.closedBeforeCommit());
            Client client = firm.client("c-1", "Unrepeatable Client");
            SyncStatus lost = firm.company.clients().sync(client);
            assertThat(lost.state()).isEqualTo(SyncState.WAITING);
            assertThat(lost.problem().cause()).isEqualTo(ProblemCause.UNAVAILABLE);

            firm.fake.clock().advance(Duration.ofMinutes(1));
            firm.work();

            SyncStatus done = firm.company.clients().status(client.id());
            assertThat(done.state()).isEqualTo(SyncState.SYNCED);
            assertThat(done.trail())
                    .extracting("requestId")
                    .containsOnly(done.trail().get(0).requestId());
            assertThat(firm.count("Customer", "DisplayName", "Unrepeatable Client"))
                    .isEqualTo(1);
        }
    }

    /** The one's create arrived and its answer was lost; the other, alike but for its invoice, was refused. */
    @Test
    void ofTwoPaymentsThatLookAlikeNeitherTakesTheOthersPlace() {
        try (Firm firm = Firm.connected()) {
            Client client = firm.client("c-1", "Twice Paying Client");
            ServiceItem item = firm.linkedItem("s-1");
            firm.company.clients().sync(client);
            ClientInvoice one = Firm.invoice("i-1", client, item, "100.00");
            ClientInvoice two = Firm.invoice("i-2", client, item, "100.00");
            firm.company.invoices().sync(one);
            firm.company.invoices().sync(two);
            int before = firm.books.all("Payment").size();
            firm.fake.faults().add(FaultRule.on("Payment", "create"), Fault.answerLost());
            firm.company.payments().sync(Firm.payment("p-1", one, "100.00"));
            firm.fake.faults().add(FaultRule.on("Payment", "create"), Fault.closedBeforeCommit());
            ClientPayment other = Firm.payment("p-2", two, "100.00");
            firm.company.payments().sync(other);
            firm.fake.faults().add(FaultRule.on("Payment", "create"), Fault.code("2500"));
            assertThat(firm.company.payments().retry(other.id()).remoteId()).isNull();

            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
            assertThat(firm.company.payments().retry(other.id()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.books.all("Payment")).hasSize(before + 2);
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    @Test
    void ofTwoInvoicesThatAreAlikeNeitherTakesTheOthersPlace() {
        try (Firm firm = Firm.connected()) {
            Client client = firm.client("c-1", "Twice Billed Client");
            ServiceItem item = firm.linkedItem("s-1");
            firm.company.clients().sync(client);
            int before = firm.books.all("Invoice").size();
            firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.answerLost());
            firm.company.invoices().sync(Firm.invoice("i-1", client, item, "100.00"));
            firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.closedBeforeCommit());
            ClientInvoice other = Firm.invoice("i-2", client, item, "100.00");
            firm.company.invoices().sync(other);
            firm.fake.faults().add(FaultRule.on("Invoice", "create"), Fault.code("2500"));
            assertThat(firm.company.invoices().retry(other.id()).remoteId()).isNull();

            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
            assertThat(firm.company.invoices().retry(other.id()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.books.all("Invoice")).hasSize(before + 2);
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    @Test
    void anEditAfterALostAnswerFollowsAsAnUpdateOfTheSameRecord() {
        try (Firm firm = Firm.connected()) {
            firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
            Client client = firm.client("c-1", "First Name");
            firm.company.clients().sync(client);
            Client edited = client.toBuilder().displayName("Second Name").build();
            SyncStatus status = firm.company.clients().sync(edited);

            assertThat(status.state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.count("Customer", "DisplayName", "First Name")).isZero();
            assertThat(firm.count("Customer", "DisplayName", "Second Name")).isEqualTo(1);
        }
    }

    @Test
    void aProcessThatDiedAfterTheCommitIsFinishedByAnother() {
        try (Firm firm = Firm.connected()) {
            firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
            Client client = firm.client("c-1", "Unrepeatable Client");
            firm.company.clients().sync(client);

            QuickBooks other = firm.process("node-2");
            firm.fake.clock().advance(Duration.ofMinutes(10));
            while (other.runDue() > 0) {
                // until nothing is due
            }
            assertThat(other.company(Firm.TENANT).clients().status(client.id()).state())
                    .isEqualTo(SyncState.SYNCED);
            assertThat(firm.count("Customer", "DisplayName", "Unrepeatable Client"))
                    .isEqualTo(1);
        }
    }

    @Test
    void afterADayTheRecordIsSearchedForAndAdopted() {
        try (Firm firm = Firm.connected()) {
            firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.answerLost());
            Client client = firm.client("c-1", "Unrepeatable Client");
            firm.company.clients().sync(client);
            firm.fake.clock().advance(Duration.ofHours(25));
            firm.work();

            assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.fake.history().count("Customer", "create")).isEqualTo(1);
            assertThat(firm.count("Customer", "DisplayName", "Unrepeatable Client"))
                    .isEqualTo(1);
        }
    }

    @Test
    void afterADayWithoutATraceTheRecordIsSentAnew() {
        try (Firm firm = Firm.connected()) {
            firm.fake.faults().add(FaultRule.on("Customer", "create"), Fault.closedBeforeCommit());
            Client client = firm.client("c-1", "Unrepeatable Client");
            firm.company.clients().sync(client);
            firm.fake.clock().advance(Duration.ofHours(25));
            firm.work();

            // A search that finds nothing long after the last try says for certain that nothing arrived.
            assertThat(firm.company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.fake.history().count("Customer", "create")).isEqualTo(2);
            assertThat(firm.count("Customer", "DisplayName", "Unrepeatable Client"))
                    .isEqualTo(1);
        }
    }
}
