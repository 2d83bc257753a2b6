package dev.tieout.examples.benchmarks.engine;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * An invented practice: each client has an invoice, which is paid and then edited. Immutable.
 *
 * @param size how many clients it has
 */
record Practice(int size) {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
    private static final BigDecimal RATE = new BigDecimal("150");

    List<Client> clients() {
        return list(i -> Client.builder(id("c", i), "Client " + i + " of Long Lane")
                .firstName("Client" + i)
                .lastName("Lane" + i % 97)
                .emails(List.of("client" + i + "@mail.example"))
                .phones(List.of(String.format(Locale.ROOT, "555-%07d", i)))
                .address(Address.builder()
                        .lines(List.of(i + " Long Lane"))
                        .city("Springfield")
                        .region("IL")
                        .postalCode("62701")
                        .build())
                .build());
    }

    static ServiceItem item(int i) {
        return ServiceItem.builder(id("s", i), "Service " + i).rate(RATE).build();
    }

    /** Invoices of two lines, all of service item 0. */
    List<ClientInvoice> invoices() {
        return list(i -> invoice(i, List.of(line("Return of the year before", 0, 2), line("Bookkeeping", 0, 3))));
    }

    /** An invoice of as many lines as there are service items. */
    static ClientInvoice ofItems(int items) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            lines.add(line("Work of one kind", i, 1));
        }
        return invoice(0, lines);
    }

    private static ClientInvoice invoice(int i, List<InvoiceLine> lines) {
        return ClientInvoice.builder(id("i", i), id("c", i), DAY)
                .dueDate(DAY.plusDays(30))
                .lines(lines)
                .privateNote("Invoice " + i)
                .build();
    }

    private static InvoiceLine line(String text, int item, int hours) {
        BigDecimal quantity = BigDecimal.valueOf(hours);
        return InvoiceLine.builder(Money.usd(RATE.multiply(quantity).toPlainString()))
                .serviceItemId(id("s", item))
                .description(text)
                .quantity(quantity)
                .unitPrice(RATE)
                .build();
    }

    List<ClientPayment> payments() {
        return list(i -> ClientPayment.builder(id("p", i), id("c", i), DAY.plusDays(9), Money.usd("750"))
                .reference("check " + i)
                .allocations(List.of(new PaymentAllocation(id("i", i), Money.usd("750"))))
                .build());
    }

    /** The clients, each with another telephone. */
    List<Client> editedClients() {
        return clients().stream()
                .map(client -> client.toBuilder()
                        .phones(List.of("444-" + client.id().value()))
                        .build())
                .toList();
    }

    /** The invoices, each with a word for the client and a later day. */
    List<ClientInvoice> editedInvoices() {
        return invoices().stream()
                .map(invoice -> invoice.toBuilder()
                        .memo("Thank you")
                        .dueDate(DAY.plusDays(45))
                        .build())
                .toList();
    }

    private <T> List<T> list(IntFunction<T> make) {
        return IntStream.range(0, size).mapToObj(make).toList();
    }

    private static LocalId id(String kind, int i) {
        return LocalId.of(kind + "-" + i);
    }
}
