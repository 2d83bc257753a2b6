package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.CompanySwitch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the app clears is cleared in QuickBooks, or the difference shows; of each kind and field. */
class ClearedInTheAppTest {
    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Cleared Client").toBuilder()
                .firstName("Ann")
                .middleName("B")
                .lastName("Clear")
                .companyName("Clear Ltd")
                .emails(List.of("ann@example.com"))
                .phones(List.of("555-0100"))
                .address(Address.builder()
                        .lines(List.of("1 Street"))
                        .city("Town")
                        .build())
                .build();
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        // Numbers of one's own can be cleared only where the company has them.
        firm.books.inQuickBooks().settings().customNumbers(true);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GivenName",
                "MiddleName",
                "FamilyName",
                "CompanyName",
                "PrimaryEmailAddr",
                "PrimaryPhone",
                "BillAddr"
            })
    void aClientsField(String field) {
        Client.Builder cleared = client.toBuilder();
        switch (field) {
            case "GivenName" -> cleared.firstName(null);
            case "MiddleName" -> cleared.middleName(null);
            case "FamilyName" -> cleared.lastName(null);
            case "CompanyName" -> cleared.companyName(null);
            case "PrimaryEmailAddr" -> cleared.emails(List.of());
            case "PrimaryPhone" -> cleared.phones(List.of());
            default -> cleared.address(null);
        }
        assertCleared("Customer", field, firm.company.clients().sync(cleared.build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sku", "Description", "UnitPrice"})
    void anItemsField(String field) {
        ServiceItem full = item.toBuilder()
                .code("S-1")
                .description("By the hour")
                .rate(new BigDecimal("175.50"))
                .build();
        firm.items.put(Firm.TENANT, List.of(full));
        assertThat(firm.company.serviceItems().sync(full).state()).isEqualTo(SyncState.SYNCED);
        ServiceItem.Builder cleared = full.toBuilder();
        switch (field) {
            case "Sku" -> cleared.code(null);
            case "Description" -> cleared.description(null);
            default -> cleared.rate(null);
        }
        firm.items.put(Firm.TENANT, List.of(cleared.build()));
        SyncStatus status = firm.company.serviceItems().sync(cleared.build());
        if (field.equals("UnitPrice")) {
            // QuickBooks has no price that is not set: nothing is zero there (QuickBooks fact E7.5).
            assertThat((BigDecimal) firm.inQuickBooks("Item", status.remoteId(), field))
                    .isEqualByComparingTo("0");
            assertThat(status.state()).isEqualTo(SyncState.SYNCED);
        } else {
            assertCleared("Item", field, status);
        }
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        assertThat(firm.items.find(Firm.TENANT, item.id()).orElseThrow().record())
                .isEqualTo(cleared.build());
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Description", "ClassRef", "UnitPrice", "TaxCodeRef"})
    void aLinesField(String field) {
        firm.books.inQuickBooks().settings().classesPerLine(true);
        String tag = firm.books.inQuickBooks().create("Class", Map.of("Name", "Cleared class of a line"));
        InvoiceLine whole = InvoiceLine.builder(Money.usd("100.00"))
                .serviceItemId(item.id())
                .description("Ten hours")
                .quantity(new BigDecimal("10"))
                .unitPrice(new BigDecimal("10"))
                .classId(tag)
                .taxable(true)
                .build();
        InvoiceLine other = InvoiceLine.builder(Money.usd("50.00"))
                .serviceItemId(item.id())
                .description("Stays")
                .classId(tag)
                .build();
        ClientInvoice full = Firm.invoice("i-1", client, item, "100.00").toBuilder()
                .lines(List.of(whole, other))
                .tax(Money.usd("0.00"))
                .build();
        assertThat(firm.company.invoices().sync(full).state()).isEqualTo(SyncState.SYNCED);
        InvoiceLine.Builder less = whole.toBuilder();
        switch (field) {
            case "Description" -> less.description(null);
            case "ClassRef" -> less.classId(null);
            case "UnitPrice" -> less.unitPrice(null).quantity(BigDecimal.ONE);
            default -> less.taxable(false);
        }
        SyncStatus status = firm.company
                .invoices()
                .sync(full.toBuilder().lines(List.of(less.build(), other)).build());

        assertThat(status.state()).as("%s %s", status, status.differences()).isEqualTo(SyncState.SYNCED);
        Map<?, ?> line = line(status, 0);
        Map<?, ?> sale = (Map<?, ?>) line.get("SalesItemLineDetail");
        switch (field) {
            case "Description" -> assertThat(line.get(field)).isNull();
            case "TaxCodeRef" -> assertThat(sale.get(field)).isEqualTo(Map.of("value", "NON"));
            case "UnitPrice" -> assertThat(sale.get("Qty")).isNotEqualTo(new BigDecimal("10"));
            default -> assertThat(sale.get(field)).isNull();
        }
        assertThat((BigDecimal) line.get("Amount")).isEqualByComparingTo("100.00");
        Map<?, ?> second = line(status, 1);
        assertThat(second.get("Description")).isEqualTo("Stays");
        assertThat(((Map<?, ?>) second.get("SalesItemLineDetail")).get("ClassRef"))
                .isNotNull();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private Map<?, ?> line(SyncStatus status, int n) {
        return (Map<?, ?>) ((List<?>) firm.inQuickBooks("Invoice", status.remoteId(), "Line")).get(n);
    }

    /** QuickBooks has no invoice without a due date, and keeps a tax that it was told: that it does is told, once. */
    @ParameterizedTest
    @ValueSource(strings = {"DueDate", "TxnTaxDetail"})
    void whatQuickBooksKeepsIsToldAndAPersonAcceptsIt(String field) {
        ClientInvoice full = Firm.invoice("i-1", client, item, "100.00").toBuilder()
                .lines(List.of(InvoiceLine.builder(Money.usd("100.00"))
                        .serviceItemId(item.id())
                        .taxable(true)
                        .build()))
                .dueDate(LocalDate.of(2026, 12, 24))
                .tax(Money.usd("8.25"))
                .build();
        assertThat(firm.company.invoices().sync(full).state()).isEqualTo(SyncState.SYNCED);
        ClientInvoice cleared = field.equals("DueDate")
                ? full.toBuilder().dueDate(null).build()
                : full.toBuilder().tax(null).build();
        firm.company.invoices().sync(cleared);
        int updates = firm.fake.history().count("Invoice", "update");
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
        SyncStatus told = firm.company.invoices().retry(cleared.id());
        assertThat(told.state()).as("%s", told).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(told.differences()).extracting("field").contains(field);
        assertThat(firm.fake.history().count("Invoice", "update")).isEqualTo(updates);
        assertThat(firm.company.tieOut().agrees()).isFalse();

        SyncStatus accepted = firm.company.invoices().resolve(cleared.id(), Side.QUICKBOOKS);
        assertThat(accepted.state())
                .as("%s %s", accepted, accepted.differences())
                .isEqualTo(SyncState.SYNCED);
        assertThat(accepted.accepted()).extracting("field").contains(field);
        assertThat(firm.fake.history().count("Invoice", "update")).isEqualTo(updates);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DocNumber", "CustomerMemo", "PrivateNote", "BillEmail", "ClassRef", "DepartmentRef"})
    void anInvoicesField(String field) {
        ClientInvoice full = full();
        assertThat(firm.company.invoices().sync(full).state()).isEqualTo(SyncState.SYNCED);
        assertCleared(
                "Invoice", field, firm.company.invoices().sync(without(field).apply(full)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PaymentMethodRef", "PaymentRefNum", "PrivateNote"})
    void aPaymentsField(String field) {
        ClientInvoice invoice = full();
        firm.company.invoices().sync(invoice);
        String method = firm.company.catalog().paymentMethods().get(0).name();
        ClientPayment full = Firm.payment("p-1", invoice, "100.00").toBuilder()
                .method(method)
                .privateNote("by hand")
                .build();
        assertThat(firm.company.payments().sync(full).state()).isEqualTo(SyncState.SYNCED);
        ClientPayment.Builder cleared = full.toBuilder();
        switch (field) {
            case "PaymentMethodRef" -> cleared.method(null);
            case "PaymentRefNum" -> cleared.reference(null);
            default -> cleared.privateNote(null);
        }
        assertCleared("Payment", field, firm.company.payments().sync(cleared.build()));
    }

    @Test
    void whatQuickBooksDoesNotClearIsNeverCalledInStep() {
        ClientInvoice full = full();
        firm.company.invoices().sync(full);
        firm.books.switches(firm.books.switches().with(CompanySwitch.EMPTY_TEXT_KEEPS));
        SyncStatus status = firm.company.invoices().sync(without("CustomerMemo").apply(full));
        assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(status.differences()).extracting("field").containsExactly("CustomerMemo");
        int updates = firm.fake.history().count("Invoice", "update");
        firm.company.invoices().retry(LocalId.of("i-1"));
        assertThat(firm.fake.history().count("Invoice", "update")).isEqualTo(updates);
        assertThat(firm.company.tieOut().agrees()).isFalse();
    }

    private ClientInvoice full() {
        firm.books.inQuickBooks().settings().classesPerTransaction(true);
        firm.books.inQuickBooks().settings().locations(true);
        return Firm.invoice("i-1", client, item, "100.00").toBuilder()
                .number("A-1")
                .memo("Thank you")
                .billEmail("ann@example.com")
                .classId(firm.books.inQuickBooks().create("Class", Map.of("Name", "Cleared class")))
                .locationId(firm.books.inQuickBooks().create("Department", Map.of("Name", "Cleared place")))
                .build();
    }

    private static UnaryOperator<ClientInvoice> without(String field) {
        return full -> {
            ClientInvoice.Builder cleared = full.toBuilder();
            switch (field) {
                case "DocNumber" -> cleared.number(null);
                case "CustomerMemo" -> cleared.memo(null);
                case "PrivateNote" -> cleared.privateNote(null);
                case "BillEmail" -> cleared.billEmail(null);
                case "ClassRef" -> cleared.classId(null);
                default -> cleared.locationId(null);
            }
            return cleared.build();
        };
    }

    private void assertCleared(String entity, String field, SyncStatus status) {
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        Object left = firm.inQuickBooks(entity, status.remoteId(), field);
        boolean empty = left == null
                || left.equals("")
                || (left instanceof Map<?, ?> map
                        && map.entrySet().stream()
                                .filter(e -> !e.getKey().equals("Id"))
                                .allMatch(e -> String.valueOf(e.getValue()).isBlank()));
        assertThat(empty).as("%s", left).isTrue();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }
}
