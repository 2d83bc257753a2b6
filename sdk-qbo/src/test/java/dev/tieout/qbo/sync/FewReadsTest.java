package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.history.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads cost the host money, and minutes are what QuickBooks' limits leave: both are used sparingly. */
class FewReadsTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** More than a minute's batches take, so that some wait longer than a single call would. */
    private static final int MORE_THAN_A_MINUTE = 1_300;

    private final Firm firm = Firm.connected();

    @AfterEach
    void close() {
        firm.close();
    }

    private List<ClientInvoice> paidInvoices(int count) {
        ServiceItem item = firm.linkedItem("s-1");
        Client client = firm.client("c-1", "Paying Client");
        firm.company.clients().sync(client);
        List<ClientInvoice> invoices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ClientInvoice invoice = Firm.invoice("i-" + i, client, item, "100.00");
            invoices.add(invoice);
            firm.company.invoices().stage(invoice);
            firm.company.payments().stage(Firm.payment("p-" + i, invoice, "100.00"));
        }
        firm.work();
        assertThat(firm.company.overview().counts().get(RecordKind.PAYMENT))
                .containsExactly(Map.entry(SyncState.SYNCED, (long) count));
        return invoices;
    }

    private long calls(Set<String> operations) {
        return firm.fake.history().all().stream()
                .map(Exchange::call)
                .filter(call -> operations.contains(call.operation()))
                .count();
    }

    /** A payment changes its invoice's SyncToken in QuickBooks: the next edit of each is refused as stale. */
    @Test
    void staleEditsOfABatchAreReadTogetherAndGoOutAgain() {
        List<ClientInvoice> paid = paidInvoices(12);
        paid.forEach(invoice -> firm.company
                .invoices()
                .stage(invoice.toBuilder().memo("Thank you").build()));
        firm.fake.history().clear();

        firm.work();

        assertThat(calls(Set.of("read", "query", "cdc"))).isEqualTo(1);
        assertThat(calls(Set.of("batch"))).isEqualTo(2);
        assertThat(firm.count("Invoice", "CustomerMemo", Map.of("value", "Thank you")))
                .isEqualTo(12);
        assertThat(firm.company.overview().counts().get(RecordKind.INVOICE))
                .containsExactly(Map.entry(SyncState.SYNCED, 12L));
        assertThat(firm.company.invoices().status(paid.get(0).id()).trail())
                .extracting("outcome")
                .containsExactly("ok", "5010", "ok");
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void aSetupThatTakesMoreThanAMinuteLeavesNobodyForLater() {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_MINUTE; i++) {
            clients.add(
                    Client.builder(LocalId.of("c-" + i), "Client Number " + i).build());
        }
        firm.clients.put(Firm.TENANT, clients);
        SetupPlan plan = firm.company.setup().preview().createUnmatchedInQuickBooks();
        firm.fake.history().clear();

        SetupReport report = firm.company.setup().apply(plan);

        assertThat(report.counts()).containsOnly(Map.entry(Result.CREATED, MORE_THAN_A_MINUTE));
        assertThat(firm.fake.history().all()).noneMatch(exchange -> exchange.status() == 429);
    }

    @Test
    void changesAreAskedForEachHourUntilAWebhookHasComeAndThenEverySix() {
        firm.fake
                .webhooks()
                .subscribe((headers, body) -> firm.quickBooks
                        .webhooks()
                        .receive(headers.get("intuit-signature"), body)
                        .httpStatus());
        assertThat(changesAskedForIn(Duration.ofHours(12))).isEqualTo(12);

        firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Walked In"));
        firm.fake.webhooks().deliver();
        firm.work();

        assertThat(changesAskedForIn(Duration.ofHours(12))).isEqualTo(2);
    }

    private long changesAskedForIn(Duration time) {
        firm.fake.history().clear();
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(QUARTER)) {
            firm.fake.clock().advance(QUARTER);
            firm.work();
        }
        return calls(Set.of("cdc"));
    }
}
