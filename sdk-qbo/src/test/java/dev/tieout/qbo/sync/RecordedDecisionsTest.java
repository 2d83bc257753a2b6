package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.kinds.internal.client.ClientKind;
import dev.tieout.qbo.kinds.internal.credit.CreditMemoKind;
import dev.tieout.qbo.kinds.internal.invoice.InvoiceKind;
import dev.tieout.qbo.kinds.internal.item.ItemKind;
import dev.tieout.qbo.kinds.internal.payment.PaymentKind;
import dev.tieout.qbo.sync.internal.decide.Recorded;
import dev.tieout.qbo.sync.internal.kind.Kinds;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What was recorded while a firm was at work is decided again as it was. */
class RecordedDecisionsTest {
    private static final String MARK = "Markedname";

    private final List<String> recorded = new CopyOnWriteArrayList<>();

    @Test
    void whatWasRecordedIsDecidedAgainAsItWas() {
        try (Firm firm = Firm.recorded((tenant, kind, id, json) -> recorded.add(json))) {
            atWork(firm, new Random(7));
            Kinds kinds = new Kinds(List.of(
                    new ClientKind(firm.clients),
                    new ItemKind(firm.items),
                    new InvoiceKind(),
                    new PaymentKind(),
                    new CreditMemoKind()));
            Set<String> steps = new TreeSet<>();
            for (String json : recorded) {
                Recorded one = Recorded.read(json, kind -> kinds.get(kind).rules());
                assertThat(one.decideAgain()).as("%s", one.record()).isEqualTo(one.decision());
                steps.add(one.decision().replaceAll("^\\{\"step\":\"([a-zA-Z]+)\".*", "$1"));
            }
            assertThat(recorded.size()).isGreaterThan(100);
            assertThat(recorded.stream().filter(json -> json.contains(MARK)).count())
                    .as("it holds the firm's data, as is said of it")
                    .isPositive();
            assertThat(steps)
                    .contains("nothing", "create", "update", "takeIn", "resend", "probe", "waitForParent", "ask");
        }
    }

    private void atWork(Firm firm, Random random) {
        ServiceItem item = firm.linkedItem("s-1");
        List<QuickBooks> nodes = List.of(firm.quickBooks, firm.process("node-2"));
        List<Client> clients = new ArrayList<>();
        List<ClientInvoice> invoices = new ArrayList<>();
        List<ClientPayment> payments = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            if (random.nextInt(3) == 0) {
                firm.fake.faults().add(FaultRule.any(), SimulationTest.fault(random));
            }
            QuickBooks node = nodes.get(random.nextInt(nodes.size()));
            SimulationTest.act(firm, node, random, clients, invoices, payments, item);
            firm.fake.clock().advance(Duration.ofSeconds(random.nextInt(90)));
        }
        SimulationTest.settle(firm, nodes);
        String customer =
                firm.company.clients().status(clients.get(0).id()).remoteId().value();
        String invoice =
                firm.company.invoices().status(invoices.get(0).id()).remoteId().value();
        firm.books.inQuickBooks().change("Customer", customer, Map.of("GivenName", MARK));
        firm.books.inQuickBooks().change("Invoice", invoice, Map.of("PrivateNote", MARK));
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
    }
}
