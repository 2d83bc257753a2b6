package dev.tieout.examples.cluster;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.qbo.Company;
import dev.tieout.testkit.company.FakeCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What users of the app and a bookkeeper do while nodes die. Not thread-safe. */
final class Load {
    private static final String MARK = "Cluster ";
    private static final String REFERENCE = "CP";
    private static final int CENTS = 100_000;

    private final Host host;
    private final RandomGenerator random;
    private final LocalDate day;
    private final Map<TenantId, Map<String, BigDecimal>> made = new HashMap<>();
    private final Map<TenantId, Map<String, String>> phones = new HashMap<>();

    Load(Host host, RandomGenerator random, LocalDate day) {
        this.host = host;
        this.random = random;
        this.day = day;
    }

    /** Says whether a record of QuickBooks is one of a run's. */
    static boolean isMark(String text) {
        return text.startsWith(MARK) || text.startsWith(REFERENCE);
    }

    /** What users of a firm made: the mark of each record, and its amount. */
    Map<String, BigDecimal> made(TenantId tenant) {
        return made.getOrDefault(tenant, Map.of());
    }

    /** The telephone numbers that the bookkeeper put in, by the client's name. */
    Map<String, String> phones(TenantId tenant) {
        return phones.getOrDefault(tenant, Map.of());
    }

    /** A client, an invoice for it and a payment of that, handed over in the order in which they come to mind. */
    void bill(TenantId tenant, int n) {
        Company company = host.quickBooks.company(tenant);
        String mark = MARK + tenant + " " + n;
        Client client = Client.builder(LocalId.of("c-" + n), mark).build();
        host.clients.add(tenant, client);
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(CENTS), 2);
        ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-" + n), client.id(), day)
                .privateNote(mark + " invoice")
                .lines(List.of(
                        InvoiceLine.builder(Money.usd(amount.toPlainString())).build()))
                .build();
        ClientPayment payment = ClientPayment.builder(
                        LocalId.of("p-" + n), client.id(), day, Money.usd(amount.toPlainString()))
                .reference(REFERENCE + tenant + "-" + n)
                .allocations(List.of(new PaymentAllocation(invoice.id(), Money.usd(amount.toPlainString()))))
                .build();
        company.payments().stage(payment);
        company.invoices().stage(invoice);
        company.clients().stage(client);
        Map<String, BigDecimal> firm = made.computeIfAbsent(tenant, t -> new HashMap<>());
        firm.put(mark, BigDecimal.ZERO);
        firm.put(mark + " invoice", amount);
        firm.put(REFERENCE + tenant + "-" + n, amount);
    }

    /** The bookkeeper puts a telephone number on one of the firm's customers, if there is one by now. */
    void phone(TenantId tenant, int n, FakeCompany books) {
        String mark = MARK + tenant + " " + n;
        books.all("Customer").stream()
                .filter(customer -> mark.equals(customer.get("DisplayName")))
                .map(customer -> RemoteId.of(String.valueOf(customer.get("Id"))))
                .findFirst()
                .ifPresent(id -> {
                    String phone = "555-" + (1000 + random.nextInt(9000));
                    books.inQuickBooks()
                            .change("Customer", id.value(), Map.of("PrimaryPhone", Map.of("FreeFormNumber", phone)));
                    phones.computeIfAbsent(tenant, t -> new HashMap<>()).put(mark, phone);
                });
    }
}
