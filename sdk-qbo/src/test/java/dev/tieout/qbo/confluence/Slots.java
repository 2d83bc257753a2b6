package dev.tieout.qbo.confluence;

import dev.tieout.Money;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * All places that can be edited, and how. Every third number clears what can be cleared; a bookkeeper only clears what was
 * there from the beginning, for clearing nothing is no edit.
 */
final class Slots {
    /** Ends an invoice; where both sides do, each does it its own way. */
    static final List<Slot> ENDS = List.of(
            new Slot("i-3", "End", (c, n) -> c.end("i-3", n % 2 == 0), (c, n) -> c.endInBooks("i-3", n % 2 == 0)),
            new Slot("i-4", "End", (c, n) -> c.end("i-4", n % 2 == 0), (c, n) -> c.endInBooks("i-4", n % 2 == 0)));

    /** What the app begins while a scenario goes on; an invoice may be begun before its client is. */
    static final List<String> NEW = List.of("c-3", "i-5", "i-6");

    static final List<Slot> BEGINNINGS = NEW.stream()
            .map(id -> new Slot(id, "Begin", (c, n) -> c.begin(id), null))
            .toList();

    /** What a user changes of what was begun, whether it has been sent yet or not. */
    static final List<Slot> OF_THE_NEW = List.of(
            client("c-3", "CompanyName", (b, n) -> b.companyName(text(n)), "CompanyName", Slots::orEmpty),
            invoice("i-5", "CustomerMemo", (b, n) -> b.memo(text(n)), n -> ""),
            invoice("i-5", "PrivateNote", (b, n) -> b.privateNote("Note " + n), n -> ""),
            invoice("i-6", "DueDate", (b, n) -> b.dueDate(Firm.DAY.plusDays(n)), n -> ""),
            line("i-6", 2));

    static final List<Slot> ALL = all();

    private Slots() {}

    private static List<Slot> all() {
        List<Slot> all = new ArrayList<>();
        for (String id : List.of("c-1", "c-2")) {
            all.add(client(id, "CompanyName", (b, n) -> b.companyName(text(n)), "CompanyName", Slots::orEmpty));
            all.add(client(id, "GivenName", (b, n) -> b.firstName(text(n)), "GivenName", n -> "Given " + n));
            all.add(client(
                    id,
                    "DisplayName",
                    (b, n) -> b.displayName(id + " named " + n),
                    "DisplayName",
                    n -> id + " named " + n));
            all.add(client(
                    id,
                    "PrimaryPhone",
                    (b, n) -> b.phones(text(n) == null ? List.of() : List.of("555-" + n)),
                    "PrimaryPhone",
                    n -> Map.of("FreeFormNumber", text(n) == null ? "" : "555-" + n)));
            all.add(client(
                    id,
                    "BillAddr",
                    (b, n) -> b.address(Address.builder()
                            .lines(List.of(n + " Road"))
                            .city("City")
                            .build()),
                    "BillAddr",
                    n -> Map.of("Line1", n + " Road", "City", "City")));
        }
        for (String id : List.of("s-1", "s-2")) {
            all.add(item(id, "Description", (b, n) -> b.description(text(n)), "Description", Slots::orEmpty));
            all.add(item(id, "UnitPrice", (b, n) -> b.rate(new BigDecimal(n)), "UnitPrice", BigDecimal::new));
        }
        for (String id : List.of("i-1", "i-2", "i-3", "i-4")) {
            all.add(invoice(id, "CustomerMemo", (b, n) -> b.memo(text(n)), n -> Map.of("value", orEmpty(n))));
            all.add(invoice(id, "PrivateNote", (b, n) -> b.privateNote(text(n)), Slots::orEmpty));
            all.add(invoice(
                    id,
                    "DueDate",
                    (b, n) -> b.dueDate(Firm.DAY.plusDays(n)),
                    n -> Firm.DAY.plusDays(n).toString()));
            all.add(invoice(
                    id,
                    "BillEmail",
                    (b, n) -> b.billEmail(text(n) == null ? null : n + "@example.com"),
                    n -> Map.of("Address", n + "@example.com")));
            all.add(line(id, 1));
            all.add(line(id, 2));
            all.add(new Slot(id, "NewLine", (c, n) -> c.edit(id, c.invoice(id).lines(), added(n)), null));
            all.add(new Slot(id, "LastLine", (c, n) -> c.edit(id, c.invoice(id).lines(), removed(n)), null));
            all.add(new Slot(id, "OtherLines", null, (c, n) -> otherLine(c, id, n)));
        }
        for (String id : List.of("p-1", "p-2")) {
            all.add(payment(id, "PaymentRefNum", (b, n) -> b.reference(text(n)), Slots::orEmpty));
            all.add(payment(id, "PrivateNote", (b, n) -> b.privateNote(text(n)), Slots::orEmpty));
            all.add(payment(
                    id,
                    "TxnDate",
                    (b, n) -> b.date(Firm.DAY.plusDays(n)),
                    n -> Firm.DAY.plusDays(n).toString()));
            all.add(payment(
                    id, "TotalAmt", (b, n) -> b.amount(Money.usd((40 + n) + ".00")), n -> new BigDecimal(40 + n)));
        }
        return List.copyOf(all);
    }

    private static String text(int n) {
        return n % 3 == 0 ? null : "Text " + n;
    }

    private static String orEmpty(int n) {
        return n % 3 == 0 ? "" : "Text " + n;
    }

    /** A number's value in QuickBooks. */
    private interface There {
        Object of(int n);
    }

    private static Slot client(
            String id, String member, BiConsumer<Client.Builder, Integer> app, String field, There there) {
        return new Slot(
                id,
                member,
                (c, n) -> {
                    Client.Builder b = c.client(id).toBuilder();
                    app.accept(b, n);
                    c.put(b.build());
                },
                (c, n) -> c.books().change("Customer", c.remote(id), Map.of(field, there.of(n))));
    }

    private static Slot item(
            String id, String member, BiConsumer<ServiceItem.Builder, Integer> app, String field, There there) {
        return new Slot(
                id,
                member,
                (c, n) -> {
                    ServiceItem.Builder b = c.item(id).toBuilder();
                    app.accept(b, n);
                    c.put(b.build());
                },
                (c, n) -> c.books().change("Item", c.remote(id), Map.of(field, there.of(n))));
    }

    private static Slot invoice(String id, String member, BiConsumer<ClientInvoice.Builder, Integer> app, There there) {
        return new Slot(
                id,
                member,
                (c, n) -> {
                    ClientInvoice.Builder b = c.invoice(id).toBuilder();
                    app.accept(b, n);
                    c.put(b.build());
                },
                (c, n) -> c.books().change("Invoice", c.remote(id), Map.of(member, there.of(n))));
    }

    private static Slot line(String id, int number) {
        return new Slot(
                id,
                "Line" + number,
                (c, n) -> c.edit(id, c.invoice(id).lines(), lines -> {
                    InvoiceLine line = lines.get(number - 1);
                    lines.set(
                            number - 1,
                            line.toBuilder()
                                    .amount(Money.usd((100 + n) + ".00"))
                                    .build());
                    return lines;
                }),
                (c, n) -> c.books().changeLine(c.remote(id), Integer.toString(number), new BigDecimal(100 + n)));
    }

    private static UnaryOperator<List<InvoiceLine>> added(int n) {
        return lines -> {
            lines.add(lines.get(0).toBuilder()
                    .description("More work " + n)
                    .amount(Money.usd(n + ".00"))
                    .build());
            return lines;
        };
    }

    private static UnaryOperator<List<InvoiceLine>> removed(int n) {
        return lines -> {
            lines.removeIf(line -> "Work 3".equals(line.description()));
            return lines;
        };
    }

    private static void otherLine(Course c, String id, int n) {
        switch (n % 3) {
            case 0 -> c.books().addTextLine(c.remote(id), "By hand " + n);
            case 1 -> c.books().addDiscount(c.remote(id), new BigDecimal(n));
            default -> c.books().addLine(c.remote(id), c.remote("s-1"), new BigDecimal(n));
        }
    }

    private static Slot payment(String id, String member, BiConsumer<ClientPayment.Builder, Integer> app, There there) {
        return new Slot(
                id,
                member,
                (c, n) -> {
                    ClientPayment.Builder b = c.payment(id).toBuilder();
                    app.accept(b, n);
                    c.put(b.build());
                },
                (c, n) -> {
                    // The page of a payment shows, and sends, all of it.
                    Map<String, Object> seen =
                            c.firm().books.find("Payment", c.remote(id)).orElseThrow();
                    Map<String, Object> fields = new LinkedHashMap<>();
                    for (String kept : List.of("CustomerRef", "TotalAmt", "Line")) {
                        fields.put(kept, seen.get(kept));
                    }
                    fields.put(member, there.of(n));
                    c.books().change("Payment", c.remote(id), fields);
                });
    }
}
