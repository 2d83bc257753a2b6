package dev.tieout.examples.quickstart;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.entity.SalesFormsPrefs;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.spi.LocalRecord;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The firm's invoices and payments on their way to QuickBooks. */
final class Billing {
    private static final int MOST_INVOICES = 8;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private final FakeQuickBooks fake;
    private final FakeCompany books;
    private final Company company;
    private final InMemoryLocalRecords<Client> clients;
    private final PrintStream out;
    private final boolean ownNumbers;

    private final List<ClientInvoice> invoices = new ArrayList<>();

    Billing(
            FakeQuickBooks fake,
            FakeCompany books,
            Company company,
            InMemoryLocalRecords<Client> clients,
            PrintStream out) {
        this.fake = fake;
        this.books = books;
        this.company = company;
        this.clients = clients;
        this.out = out;
        ownNumbers = company.api()
                .preferences()
                .salesFormsPrefs()
                .flatMap(SalesFormsPrefs::customTxnNumbers)
                .orElse(false);
    }

    void syncInvoicesAndPayments(SetupReport report) {
        Demo.heading(out, "5. Invoices and payments; one answer is lost on the way");
        Table table = new Table("record", "client", "amount", "id in QuickBooks", "state", "tries");
        List<LocalId> billed = report.entries().stream()
                .filter(e -> e.result() == SetupReport.Result.LINKED || e.result() == SetupReport.Result.CREATED)
                .map(e -> Objects.requireNonNull(e.local()))
                .limit(MOST_INVOICES)
                .toList();
        fake.faults().add(FaultRule.on("Invoice", "create").nth(2), Fault.answerLost());
        for (LocalId client : billed) {
            ClientInvoice invoice = invoice("i-" + (invoices.size() + 1), client, 1 + invoices.size() % 3);
            invoices.add(invoice);
            row(table, invoice.id(), client, invoice.total(), company.invoices().sync(invoice));
        }
        for (int i = 0; i < invoices.size(); i += 2) {
            ClientPayment payment = payment("p-" + (i + 1), invoices.get(i), i % 4 == 0);
            row(
                    table,
                    payment.id(),
                    payment.clientId(),
                    payment.amount(),
                    company.payments().sync(payment));
        }
        table.print(out);
        out.println();
        out.println("  invoices sent: " + invoices.size() + ", calls that reached QuickBooks: "
                + fake.history().count("Invoice", "create") + ", invoices made there: "
                + invoices.stream()
                        .map(invoice -> company.invoices().status(invoice.id()).remoteId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
    }

    void showFailedInvoice(SetupReport report) {
        Demo.heading(out, "8. An invoice that fails, why, and the retry");
        LocalId client = report.entries().stream()
                .filter(e -> e.result() == SetupReport.Result.LINKED || e.result() == SetupReport.Result.CREATED)
                .map(e -> Objects.requireNonNull(e.local()))
                .findFirst()
                .orElseThrow(() -> new BadInput("no client could be linked or created, so none can be billed"));
        String item = Objects.requireNonNull(
                        company.serviceItems().status(Services.RETURN.id()).remoteId())
                .value();
        books.inQuickBooks().inactivate("Item", item);
        ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-failing"), client, DAY)
                .number(ownNumbers ? "T-9001" : null)
                .lines(List.of(InvoiceLine.builder(Money.usd("480.00"))
                        .serviceItemId(Services.RETURN.id())
                        .quantity(BigDecimal.ONE)
                        .unitPrice(new BigDecimal("480"))
                        .build()))
                .build();
        SyncStatus failed = company.invoices().sync(invoice);
        SyncProblem problem = failed.problem();
        out.println("  state:  " + failed.state());
        if (problem != null) {
            out.println("  cause:  " + problem.cause() + " (code " + problem.faultCode() + "): " + problem.message());
            out.println("  remedy: " + problem.remedy());
        }
        Map<String, Object> active = Map.of("Active", true, "Name", Services.RETURN.name());
        books.inQuickBooks().change("Item", item, active);
        out.println("  ... the item is made active again in QuickBooks, retry");
        out.println("  state:  " + company.invoices().retry(invoice.id()).state());
    }

    /** A bookkeeper changes a due date; the app is told both values, and a person says whose stands. */
    void showDifference() {
        Demo.heading(out, "9. A difference, both values, and its repair");
        if (invoices.isEmpty()) {
            out.println("  nobody was billed, so nothing is shown");
            return;
        }
        ClientInvoice invoice = invoices.get(0);
        SyncStatus sent = company.invoices().status(invoice.id());
        if (!sent.synced() || sent.remoteId() == null) {
            out.println("  the first invoice is not in step, so nothing is shown");
            return;
        }
        Map<String, Object> later = Map.of("DueDate", DAY.plusDays(90).toString());
        books.inQuickBooks().change("Invoice", sent.remoteId().value(), later);
        company.tieOut().differences().forEach(difference -> {
            SyncStatus told = company.repair(difference);
            told.differences()
                    .forEach(d -> out.println("  " + told.kind() + " " + told.localId() + " " + told.state() + ": "
                            + d.field() + " is " + d.app() + " in the app, " + d.quickBooks() + " in QuickBooks"));
        });
        out.println("  plan:   " + company.invoices().plan(invoice).action());
        out.println("  the app's value is to stand: "
                + company.invoices().resolve(invoice.id(), Side.APP).state());
    }

    private void row(Table table, LocalId record, LocalId client, Money amount, SyncStatus status) {
        String name = clients.find(Demo.TENANT, client)
                .map(LocalRecord::record)
                .map(Client::displayName)
                .orElse("");
        table.row(
                record,
                name,
                amount,
                String.valueOf(status.remoteId()),
                status.state(),
                status.trail().size());
    }

    private ClientInvoice invoice(String id, LocalId client, int hours) {
        BigDecimal quantity = new BigDecimal(hours).add(new BigDecimal("0.25"));
        Money advice = Money.rounded(
                quantity.multiply(new BigDecimal("150")), Money.usd("0").currency());
        return ClientInvoice.builder(LocalId.of(id), client, DAY)
                .number(ownNumbers ? "T-" + id : null)
                .dueDate(DAY.plusDays(30))
                .memo("Thank you")
                .lines(List.of(
                        InvoiceLine.builder(advice)
                                .serviceItemId(Services.ADVICE.id())
                                .description("Advice in October")
                                .quantity(quantity)
                                .unitPrice(new BigDecimal("150"))
                                .build(),
                        InvoiceLine.builder(Money.usd("480.00"))
                                .serviceItemId(Services.RETURN.id())
                                .quantity(BigDecimal.ONE)
                                .unitPrice(new BigDecimal("480"))
                                .build()))
                .build();
    }

    private static ClientPayment payment(String id, ClientInvoice invoice, boolean whole) {
        Money amount = whole ? invoice.total() : Money.usd("200.00");
        return ClientPayment.builder(LocalId.of(id), invoice.clientId(), DAY.plusDays(1), amount)
                .allocations(List.of(new PaymentAllocation(invoice.id(), amount)))
                .reference("CHK-" + id)
                .build();
    }
}
