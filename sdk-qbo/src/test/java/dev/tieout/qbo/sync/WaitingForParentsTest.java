package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingForParentsTest {
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>();

    /** A store that lets another thread's work happen just before an invoice is noted as waiting. */
    private SyncStore store() {
        SyncStore store = new InMemorySyncStore();
        return (SyncStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, arguments) -> {
                    boolean waits = method.getName().equals("saveAll")
                            && arguments[0] instanceof List<?> rows
                            && rows.stream()
                                    .anyMatch(row -> row instanceof SyncRow r
                                            && r.key().kind().equals("invoice")
                                            && r.state().equals("HELD"));
                    Runnable work = waits ? meanwhile.getAndSet(null) : null;
                    if (work != null) {
                        work.run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aParentThatArrivesWhileItsChildIsPutAsideWakesIt() {
        try (Firm firm = Firm.connected(store())) {
            Client client = firm.client("c-1", "Arriving Client");
            ClientInvoice invoice = Firm.invoice("i-1", client, firm.linkedItem("s-1"), "100.00");
            meanwhile.set(() -> firm.company.clients().sync(client));
            SyncStatus status = firm.company.invoices().sync(invoice);
            assertThat(meanwhile.get()).isNull();
            assertThat(status.state()).isEqualTo(SyncState.SYNCED);
            assertThat(status.waitsFor()).isNull();
        }
    }

    @Test
    void aProblemThatBlamesNoRecordOfTheAppIsNoParentsProblem() {
        try (Firm firm = Firm.withDefaults()) {
            Client client = firm.client("c-1", "Paying Client");
            firm.company.clients().sync(client);
            ClientInvoice invoice = Firm.invoice("i-1", client, firm.linkedItem("s-1"), "100.00");
            firm.company.invoices().sync(invoice);
            SyncStatus stuck = firm.company
                    .payments()
                    .sync(Firm.payment("p-1", invoice, "100.00").toBuilder()
                            .method("A method of no company")
                            .build());
            assertThat(stuck.problem().cause()).isEqualTo(ProblemCause.BAD_REFERENCE);
            assertThat(stuck.problem().blame().record()).isNull();

            Client arriving = firm.client("c-2", "Arriving Client");
            assertThat(firm.company.clients().sync(arriving).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.company.payments().status(stuck.localId()).state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        }
    }

    /** Each way in which a client leaves, and the way back. */
    private enum Leaving {
        UNMATCHED,
        KEPT_OUT
    }

    @ParameterizedTest
    @EnumSource
    void whatNamesAClientThatLeavesIsToldSo(Leaving how) {
        try (Firm firm = Firm.withDefaults()) {
            Client client = firm.client("c-1", "Leaving Client");
            RemoteId remote = firm.company.clients().sync(client).remoteId();
            ClientInvoice invoice = Firm.invoice("i-1", client, firm.linkedItem("s-1"), "100.00");
            assertThat(firm.company.invoices().sync(invoice).state()).isEqualTo(SyncState.SYNCED);
            Object token = firm.inQuickBooks(
                    "Invoice", firm.company.invoices().status(invoice.id()).remoteId(), "SyncToken");

            if (how == Leaving.UNMATCHED) {
                firm.company.clients().unmatch(client.id());
            } else {
                firm.company.clients().keepOut(client.id());
            }
            firm.work();
            SyncStatus told = firm.company.invoices().status(invoice.id());
            assertThat(told.problem().cause()).isEqualTo(ProblemCause.PARENT_OUT);
            assertThat(told.problem().blame().record().id()).isEqualTo(client.id());
            assertThat(firm.company.tieOut().agrees()).isFalse();

            if (how == Leaving.UNMATCHED) {
                firm.company.clients().match(client, remote);
            } else {
                firm.company.clients().letIn(client.id());
            }
            firm.work();
            SyncStatus back = firm.company.invoices().status(invoice.id());
            assertThat(back.state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.inQuickBooks("Invoice", back.remoteId(), "SyncToken"))
                    .isEqualTo(token);
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    @Test
    void whatWasBilledToTheWrongCustomerMovesToTheRightOne() {
        try (Firm firm = Firm.withDefaults()) {
            Client client = firm.client("c-1", "Matched Wrongly");
            firm.company.clients().sync(client);
            RemoteId right =
                    RemoteId.of(firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "The Right One")));
            ClientInvoice invoice = Firm.invoice("i-1", client, firm.linkedItem("s-1"), "100.00");
            RemoteId billed = firm.company.invoices().sync(invoice).remoteId();

            firm.company.clients().unmatch(client.id());
            assertThat(firm.company.clients().match(client, right)).isInstanceOf(MatchOutcome.Matched.class);
            firm.work();
            assertThat(firm.company.invoices().status(invoice.id()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(firm.inQuickBooks("Invoice", billed, "CustomerRef").toString())
                    .contains("value=" + right);
        }
    }

    @Test
    void aBrokenRowKeepsNoOtherFromBeingTold() {
        try (Firm firm = Firm.withDefaults()) {
            Client client = firm.client("c-1", "Leaving Client");
            firm.company.clients().sync(client);
            ServiceItem item = firm.linkedItem("s-1");
            ClientInvoice broken = Firm.invoice("i-1", client, item, "100.00");
            ClientInvoice whole = Firm.invoice("i-2", client, item, "200.00");
            firm.company.invoices().sync(broken);
            firm.company.invoices().sync(whole);
            RowKey key = new RowKey(Firm.TENANT, firm.books.realmId(), "invoice", "i-1");
            SyncRow row = firm.rows.find(key).orElseThrow();
            String document = row.document().replace("\"lines\":[", "\"lines\":[7,");
            firm.rows.save(new SyncRow(key, row.remoteId(), row.state(), row.dueAt(), document, row.version()));

            firm.company.clients().unmatch(client.id());
            firm.work();
            SyncStatus told = firm.company.invoices().status(whole.id());
            assertThat(told.problem().cause()).isEqualTo(ProblemCause.PARENT_OUT);
        }
    }
}
