// Over 300 lines: one row of the table for each field of an invoice.
package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.Discount;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of an invoice through its whole life: created, edited, cleared, changed by the bookkeeper. */
class InvoiceFieldsTest {
    /** How the ids of the first nine classes of a company begin (QuickBooks fact E3.1). */
    private static final String CLASS = "500000000000000700";

    private static final LocalId ID = LocalId.of("i-1");

    private Firm firm;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        firm.books.inQuickBooks().settings().customFields("Matter", "P.O. No.");
        firm.books.inQuickBooks().settings().customNumbers(true);
        firm.books.inQuickBooks().settings().classesPerTransaction(true);
        Client client = firm.client("c-1", "Field Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        for (int i = 1; i <= 3; i++) {
            firm.books.inQuickBooks().create("Class", Map.of("Name", "Practice " + i));
        }
        firm.books.inQuickBooks().create("Department", Map.of("Name", "Third office"));
    }

    @AfterEach
    void close() {
        firm.close();
    }

    /**
     * One field.
     *
     * @param name what it is called
     * @param member what it is called in QuickBooks, as differences name it
     * @param with gives an invoice the first or second value, or none for 0
     * @param there what QuickBooks has of it
     * @param first what QuickBooks is to have for the first value
     * @param second and for the second
     * @param byHand what a bookkeeper puts in its place
     */
    private record Field(
            String name,
            String member,
            BiFunction<ClientInvoice.Builder, Integer, ClientInvoice.Builder> with,
            Function<Map<String, Object>> there,
            Object first,
            Object second,
            Consumer<Hand> byHand) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Function<T> {
        Object of(T from);
    }

    /** A bookkeeper at one invoice. */
    private record Hand(Firm firm, String id) {
        void set(String member, Object value) {
            firm.books.inQuickBooks().change("Invoice", id, Map.of(member, value));
        }

        @SuppressWarnings("unchecked")
        void line(UnaryOperator<Map<String, Object>> change) {
            Map<String, Object> invoice = firm.books.find("Invoice", id).orElseThrow();
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Object line : (List<?>) invoice.get("Line")) {
                Map<String, Object> copy = new HashMap<>((Map<String, Object>) line);
                if (copy.containsKey("SalesItemLineDetail") && lines.isEmpty()) {
                    copy = change.apply(copy);
                }
                lines.add(copy);
            }
            set("Line", lines);
        }

        @SuppressWarnings("unchecked")
        void detail(String member, Object value) {
            line(line -> {
                Map<String, Object> detail = new HashMap<>((Map<String, Object>) line.get("SalesItemLineDetail"));
                detail.put(member, value);
                line.put("SalesItemLineDetail", detail);
                return line;
            });
        }
    }

    private static Field text(
            String name,
            String member,
            String part,
            BiFunction<ClientInvoice.Builder, String, ClientInvoice.Builder> with,
            String first,
            String second,
            String hand) {
        return new Field(
                name,
                member,
                (b, n) -> with.apply(b, n == 0 ? null : n == 1 ? first : second),
                invoice -> part.isEmpty() ? invoice.get(member) : part(invoice, member, part),
                first,
                second,
                at -> at.set(member, part.isEmpty() ? hand : Map.of(part, hand)));
    }

    private static Object part(Map<String, Object> of, String member, String part) {
        Object value = of.get(member) instanceof Map<?, ?> map ? map.get(part) : null;
        return "".equals(value) ? null : value;
    }

    private static <V> Field line(
            String name,
            BiFunction<InvoiceLine.Builder, V, InvoiceLine.Builder> with,
            V first,
            V second,
            Function<Map<String, Object>> there,
            Object firstThere,
            Object secondThere,
            Consumer<Hand> hand) {
        return new Field(
                name,
                "Line#1",
                (b, n) -> {
                    List<InvoiceLine> lines = new ArrayList<>(b.build().lines());
                    InvoiceLine.Builder line = lines.get(0).toBuilder();
                    lines.set(
                            0,
                            with.apply(line, n == 0 ? null : n == 1 ? first : second)
                                    .build());
                    return b.lines(lines);
                },
                invoice -> there.of(firstSale(invoice)),
                firstThere,
                secondThere,
                hand);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstSale(Map<String, Object> invoice) {
        return (Map<String, Object>) ((List<?>) invoice.get("Line")).get(0);
    }

    private static Object detail(Map<String, Object> line, String member) {
        return line.get("SalesItemLineDetail") instanceof Map<?, ?> detail ? detail.get(member) : null;
    }

    private static Object value(Object reference) {
        return reference instanceof Map<?, ?> map ? map.get("value") : reference;
    }

    private static Address address(int n) {
        return n == 0
                ? null
                : Address.builder()
                        .lines(List.of(n + " High Street", "Floor " + n))
                        .city("Town " + n)
                        .region(n == 1 ? "CA" : "NY")
                        .postalCode("9400" + n)
                        .build();
    }

    private static Object discountThere(Map<String, Object> invoice, boolean percent) {
        for (Object each : (List<?>) invoice.get("Line")) {
            if (each instanceof Map<?, ?> line && line.get("DiscountLineDetail") instanceof Map<?, ?> detail) {
                return number(percent ? detail.get("DiscountPercent") : line.get("Amount"));
            }
        }
        return null;
    }

    private static String number(Object value) {
        return value == null
                ? null
                : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }

    private static Object custom(Map<String, Object> invoice, String name) {
        for (Object each : (List<?>) invoice.get("CustomField")) {
            if (each instanceof Map<?, ?> field && name.equals(field.get("Name"))) {
                return field.get("StringValue");
            }
        }
        return null;
    }

    static Stream<Field> fields() {
        return Stream.of(headers(), parties(), lines()).flatMap(fields -> fields);
    }

    private static Stream<Field> headers() {
        return Stream.of(
                text("number", "DocNumber", "", ClientInvoice.Builder::number, "A-1", "A-2", "B-9"),
                text("memo", "CustomerMemo", "value", ClientInvoice.Builder::memo, "Thanks", "Many thanks", "Hello"),
                text("private note", "PrivateNote", "", ClientInvoice.Builder::privateNote, "One", "Two", "By hand"),
                text("terms", "SalesTermRef", "value", ClientInvoice.Builder::termsId, "1", "2", "4"),
                text("location", "DepartmentRef", "value", ClientInvoice.Builder::locationId, "1", "2", "3"),
                text("class", "ClassRef", "value", ClientInvoice.Builder::classId, CLASS + 1, CLASS + 2, CLASS + 3),
                new Field(
                        "custom field",
                        "CustomField@matter",
                        (b, n) -> b.customFields(
                                n == 0 ? Map.of("P.O. No.", "kept") : Map.of("Matter", "M-" + n, "P.O. No.", "kept")),
                        invoice -> custom(invoice, "Matter"),
                        "M-1",
                        "M-2",
                        at -> at.set(
                                "CustomField",
                                List.of(
                                        Map.of("DefinitionId", "1", "StringValue", "by hand"),
                                        Map.of("DefinitionId", "2", "StringValue", "kept")))),
                new Field(
                        "discount in percent",
                        "Discount",
                        (b, n) -> b.discount(n == 0 ? null : Discount.percent(n == 1 ? "10" : "12.5")),
                        invoice -> discountThere(invoice, true),
                        "10",
                        "12.5",
                        at -> at.firm().books.inQuickBooks().addDiscountPercent(at.id(), new BigDecimal("20"))),
                new Field(
                        "discount by amount",
                        "Discount",
                        (b, n) -> b.discount(n == 0 ? null : Discount.amount(Money.usd(n == 1 ? "10.00" : "15.50"))),
                        invoice -> discountThere(invoice, false),
                        "10",
                        "15.5",
                        at -> at.firm().books.inQuickBooks().addDiscount(at.id(), new BigDecimal("20"))),
                new Field(
                        "print later",
                        "PrintStatus",
                        (b, n) -> b.printLater(n == 0 ? null : n == 1),
                        invoice -> "NotSet".equals(invoice.get("PrintStatus")) ? null : invoice.get("PrintStatus"),
                        "NeedToPrint",
                        null,
                        null),
                new Field(
                        "e-mail later",
                        "EmailStatus",
                        (b, n) -> b.billEmail("to@example.com").emailLater(n == 0 ? null : n == 1),
                        invoice -> "NotSet".equals(invoice.get("EmailStatus")) ? null : invoice.get("EmailStatus"),
                        "NeedToSend",
                        null,
                        null));
    }

    private static Stream<Field> parties() {
        return Stream.of(
                text(
                        "bill e-mail",
                        "BillEmail",
                        "Address",
                        ClientInvoice.Builder::billEmail,
                        "a@example.com",
                        "b@example.com",
                        "x@example.com"),
                text(
                        "copy",
                        "BillEmailCc",
                        "Address",
                        ClientInvoice.Builder::billEmailCc,
                        "a@example.com",
                        "b@example.com",
                        "x@example.com"),
                text(
                        "blind copy",
                        "BillEmailBcc",
                        "Address",
                        ClientInvoice.Builder::billEmailBcc,
                        "a@example.com",
                        "b@example.com",
                        "x@example.com"),
                new Field(
                        "billing address",
                        "BillAddr",
                        (b, n) -> b.billingAddress(address(n)),
                        invoice -> part(invoice, "BillAddr", "City"),
                        "Town 1",
                        "Town 2",
                        at -> at.set("BillAddr", Map.of("Line1", "Elsewhere", "City", "Village"))),
                new Field(
                        "shipping address",
                        "ShipAddr",
                        (b, n) -> b.shippingAddress(address(n)),
                        invoice -> part(invoice, "ShipAddr", "Line2"),
                        "Floor 1",
                        "Floor 2",
                        at -> at.set("ShipAddr", Map.of("Line1", "Elsewhere", "City", "Village"))));
    }

    private static Stream<Field> lines() {
        return Stream.of(
                line(
                        "service date",
                        InvoiceLine.Builder::serviceDate,
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 2),
                        line -> detail(line, "ServiceDate"),
                        "2026-10-01",
                        "2026-10-02",
                        at -> at.detail("ServiceDate", "2026-10-30")),
                line(
                        "class of a line",
                        InvoiceLine.Builder::classId,
                        CLASS + 1,
                        CLASS + 2,
                        line -> value(detail(line, "ClassRef")),
                        CLASS + 1,
                        CLASS + 2,
                        at -> at.detail("ClassRef", Map.of("value", CLASS + 3))),
                line(
                        "description",
                        InvoiceLine.Builder::description,
                        "Advice",
                        "More advice",
                        line -> line.get("Description"),
                        "Advice",
                        "More advice",
                        at -> at.line(line -> {
                            line.put("Description", "By hand");
                            return line;
                        })),
                line(
                        "tax code",
                        InvoiceLine.Builder::taxCodeId,
                        "TAX",
                        "TAX",
                        line -> "NON".equals(value(detail(line, "TaxCodeRef")))
                                ? null
                                : value(detail(line, "TaxCodeRef")),
                        "TAX",
                        "TAX",
                        at -> at.detail("TaxCodeRef", Map.of("value", "NON"))),
                new Field(
                        "text line",
                        "Line#2",
                        (b, n) -> {
                            List<InvoiceLine> lines = new ArrayList<>(b.build().lines());
                            if (n > 0) {
                                lines.add(InvoiceLine.text(
                                        "Text " + n, Money.usd("0").currency()));
                            }
                            return b.lines(lines);
                        },
                        InvoiceFieldsTest::textThere,
                        "Text 1",
                        "Text 2",
                        at -> at.firm().books.inQuickBooks().removeLine(at.id(), "2")),
                new Field(
                        "discount of a line",
                        "Line#2",
                        (b, n) -> {
                            List<InvoiceLine> lines = new ArrayList<>(b.build().lines());
                            lines.set(
                                    0,
                                    lines.get(0).toBuilder()
                                            .discount(n == 0 ? null : Discount.percent(n == 1 ? "10" : "20"))
                                            .build());
                            return b.lines(lines);
                        },
                        InvoiceFieldsTest::lineDiscountThere,
                        "-10",
                        "-20",
                        at -> at.firm().books.inQuickBooks().removeLine(at.id(), "2")));
    }

    private static Object textThere(Map<String, Object> invoice) {
        for (Object each : (List<?>) invoice.get("Line")) {
            if (each instanceof Map<?, ?> line && "DescriptionOnly".equals(line.get("DetailType"))) {
                return line.get("Description");
            }
        }
        return null;
    }

    private static Object lineDiscountThere(Map<String, Object> invoice) {
        for (Object each : (List<?>) invoice.get("Line")) {
            if (each instanceof Map<?, ?> line && line.containsKey("SalesItemLineDetail")) {
                BigDecimal amount = new BigDecimal(line.get("Amount").toString());
                if (amount.signum() < 0) {
                    return number(amount);
                }
            }
        }
        return null;
    }

    private ClientInvoice invoice(Field field, int n) {
        ClientInvoice.Builder plain =
                Firm.invoice(
                        "i-1", Client.builder(LocalId.of("c-1"), "Field Client").build(), item, "100.00")
                        .toBuilder();
        return field.with().apply(plain, n).build();
    }

    private Map<String, Object> inQuickBooks() {
        return firm.books
                .find("Invoice", firm.company.invoices().status(ID).remoteId().value())
                .orElseThrow();
    }

    private SyncStatus sync(Field field, int n) {
        SyncStatus status = firm.company.invoices().sync(invoice(field, n));
        assertThat(status.state()).as("%s %s: %s", field, n, status).isEqualTo(SyncState.SYNCED);
        return status;
    }

    private SyncStatus poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        return firm.company.invoices().status(ID);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isCreatedEditedAndCleared(Field field) {
        sync(field, 1);
        assertThat(field.there().of(inQuickBooks())).isEqualTo(field.first());
        sync(field, 2);
        assertThat(field.there().of(inQuickBooks())).isEqualTo(field.second());
        sync(field, 1);
        sync(field, 0);
        assertThat(field.there().of(inQuickBooks())).isNull();
        sync(field, 2);
        assertThat(field.there().of(inQuickBooks())).isEqualTo(field.second());
        assertThat(firm.company.tieOut().agrees()).isTrue();
        int writes = firm.fake.history().all().size();
        assertThat(poll().state()).isEqualTo(SyncState.SYNCED);
        sync(field, 2);
        assertThat(firm.fake.history().all().stream()
                        .skip(writes)
                        .filter(x -> x.call().operation().equals("update")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aBookkeepersChangeIsAskedAbout(Field field) {
        if (field.byHand() == null) {
            return;
        }
        SyncStatus status = sync(field, 1);
        field.byHand().accept(new Hand(firm, status.remoteId().value()));
        SyncStatus told = poll();
        assertThat(told.state()).isEqualTo(SyncState.CONFLICT);
        assertThat(told.differences())
                .extracting("field")
                .anySatisfy(f -> assertThat(f.toString()).startsWith(field.member()));
        // An edit of another field leaves the difference as it is.
        ClientInvoice.Builder edited = invoice(field, 1).toBuilder();
        boolean memo = field.member().equals("CustomerMemo");
        firm.company.invoices().sync((memo ? edited.privateNote("Another") : edited.memo("Another")).build());
        assertThat(memo ? inQuickBooks().get("PrivateNote") : part(inQuickBooks(), "CustomerMemo", "value"))
                .isEqualTo("Another");
        assertThat(field.there().of(inQuickBooks())).isNotEqualTo(field.first());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aBookkeepersChangeIsBroughtBackWhereTheAppWins(Field field) {
        if (field.byHand() == null) {
            return;
        }
        firm.company.settings(firm.company
                .settings()
                .withInvoices(firm.company.settings().invoices().withConflicts(ConflictPolicy.APP_WINS)));
        SyncStatus status = sync(field, 1);
        field.byHand().accept(new Hand(firm, status.remoteId().value()));
        SyncStatus told = poll();
        assertThat(told.state()).as("%s", told).isEqualTo(SyncState.SYNCED);
        assertThat(field.there().of(inQuickBooks())).isEqualTo(field.first());
    }
}
