package dev.tieout.qbo.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BuilderTest {
    @Test
    void aNewRecordIsWrittenInTheOrderOfTheSchemaWhateverTheOrderOfTheCalls() {
        Customer customer = Customer.builder()
                .displayName("Amy's Bird Sanctuary")
                .primaryEmailAddr(EmailAddress.of("birds@example.org"))
                .billAddr(PhysicalAddress.builder()
                        .city("Bayshore")
                        .line1("4581 Finch St.")
                        .build())
                .notes("n")
                .build();

        assertThat(customer.toJson())
                .isEqualTo("{\"BillAddr\":{\"Line1\":\"4581 Finch St.\",\"City\":\"Bayshore\"},\"Notes\":\"n\","
                        + "\"DisplayName\":\"Amy's Bird Sanctuary\","
                        + "\"PrimaryEmailAddr\":{\"Address\":\"birds@example.org\"}}");
    }

    @Test
    void anInvoiceIsBuiltWithItsLinesAndMoneyDigitForDigit() {
        Invoice invoice = Invoice.builder()
                .customerRef(Ref.of("1"))
                .txnDate(LocalDate.of(2026, 5, 1))
                .line(List.of(Line.builder()
                        .amount(new BigDecimal("100.00"))
                        .detailType(LineDetailType.SALES_ITEM_LINE_DETAIL)
                        .salesItemLineDetail(SalesItemLineDetail.builder()
                                .itemRef(Ref.of("SHIPPING_ITEM_ID"))
                                .qty(new BigDecimal("1E+2"))
                                .build())
                        .build()))
                .build();

        assertThat(invoice.toJson())
                .isEqualTo(
                        "{\"TxnDate\":\"2026-05-01\",\"Line\":[{\"Amount\":100.00,"
                                + "\"DetailType\":\"SalesItemLineDetail\",\"SalesItemLineDetail\":"
                                + "{\"ItemRef\":{\"value\":\"SHIPPING_ITEM_ID\"},\"Qty\":100}}],\"CustomerRef\":{\"value\":\"1\"}}");
        assertThat(invoice.line().get(0).amount()).contains(new BigDecimal("100.00"));
        assertThat(invoice.txnDate()).contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void aFullUpdateKeepsWhatTheLibraryDoesNotKnow() {
        Term term =
                Term.TYPE.fromJson("{\"Name\":\"Net 30\",\"New\":{\"a\":[1.50,null]},\"DueDays\":30,\"Active\":null,"
                        + "\"Id\":\"3\",\"SyncToken\":\"0\"}");

        Term changed =
                term.toBuilder().dueDays(45).raw("Type", "\"SOMETHING_NEW\"").build();

        assertThat(changed.toJson())
                .isEqualTo("{\"Name\":\"Net 30\",\"New\":{\"a\":[1.50,null]},\"DueDays\":45,\"Active\":null,"
                        + "\"Id\":\"3\",\"SyncToken\":\"0\",\"Type\":\"SOMETHING_NEW\"}");
        assertThat(term.dueDays()).contains(30);
    }

    @Test
    void membersOfAnyNameCanBeSetAndTakenOut() {
        Customer customer = Customer.TYPE.fromJson("{\"DisplayName\":\"A\",\"Old\":1,\"Notes\":\"n\"}");

        Customer changed = customer.toBuilder()
                .raw("Old", "{\"b\":2}")
                .raw("Newer", "\"x\"")
                .without("Notes")
                .build();

        assertThat(changed.toJson()).isEqualTo("{\"DisplayName\":\"A\",\"Old\":{\"b\":2},\"Newer\":\"x\"}");
        assertThat(changed.unknown("Newer")).contains("\"x\"");
    }

    @Test
    void aValueThatIsTooLongIsRefusedWithTheFieldAndItsLimitButWithoutTheValue() {
        String name = "x".repeat(501);

        assertRefused(() -> Customer.builder().displayName(name), "Customer", "DisplayName", "500 characters");
        assertRefused(() -> Invoice.builder().docNumber("1".repeat(22)), "Invoice", "DocNumber", "21 characters");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> Customer.builder().displayName(name))
                .withMessageNotContaining("xxx");
    }

    @Test
    void charactersThatQuickBooksRefusesAreRefused() {
        assertRefused(() -> Customer.builder().displayName("a:b"), "Customer", "DisplayName", "colon");
        assertRefused(() -> Item.builder().name("a\tb"), "Item", "Name", "tab");
        assertRefused(() -> EmailAddress.of("nobody"), "EmailAddress", "Address", "at sign");
    }

    @Test
    void aRequiredFieldThatIsMissingOrEmptyIsRefused() {
        Line line = Line.builder().amount(BigDecimal.ONE).build();

        assertRefused(() -> Invoice.builder().line(List.of(line)).build(), "Invoice", "CustomerRef", "required");
        assertRefused(() -> Invoice.builder().customerRef(Ref.of("1")).build(), "Invoice", "Line", "required");
        assertRefused(() -> Invoice.builder().line(List.of()), "Invoice", "Line", "empty");
        assertRefused(() -> Item.builder().name(" "), "Item", "Name", "blank");
        assertRefused(() -> Customer.builder().notes("n").build(), "Customer", "DisplayName", "give one of");
        assertThat(Customer.builder().givenName("Amy").build().has("GivenName")).isTrue();
    }

    @Test
    void aReferenceToAnotherKindOfRecordIsRefused() {
        Vendor vendor = Vendor.TYPE.fromJson("{\"Id\":\"30\",\"SyncToken\":\"0\"}");

        assertRefused(() -> Invoice.builder().customerRef(Ref.to(vendor)), "Invoice", "CustomerRef", "not to a Vendor");
        assertRefused(() -> Invoice.builder().customerRef(Ref.of("Amy")), "Invoice", "CustomerRef", "digits");
        assertRefused(() -> Ref.of(" "), "Ref", "value", "blank");
        assertRefused(() -> Ref.to(Customer.builder().displayName("A").build()), "Customer", "Id", "missing");
        assertThat(Bill.builder().vendorRef(Ref.to(vendor))).isNotNull();
    }

    @Test
    void aReferenceCanNameTheKindOfItsRecord() {
        Vendor vendor = Vendor.TYPE.fromJson("{\"Id\":\"30\",\"SyncToken\":\"0\"}");

        assertThat(Ref.to(vendor).withType("Vendor").toJson()).isEqualTo("{\"value\":\"30\",\"type\":\"Vendor\"}");
        assertRefused(
                () -> Invoice.builder().customerRef(Ref.to(vendor).withType("Vendor")),
                "Invoice",
                "CustomerRef",
                "not to a Vendor");
        assertRefused(() -> Ref.of("1").withType(""), "Ref", "type", "blank");
    }

    @Test
    void numbersAndDatesOutOfRangeAreRefused() {
        assertRefused(() -> Term.builder().dueDays(1000), "Term", "DueDays", "0 to 999");
        assertRefused(() -> Payment.builder().totalAmt(new BigDecimal("1E+99")), "Payment", "TotalAmt", "digits");
        assertRefused(() -> Invoice.builder().txnDate(LocalDate.of(12026, 1, 1)), "Invoice", "TxnDate", "years");
    }

    @Test
    void rawTextThatIsNotOneJsonValueIsRefused() {
        for (String json : List.of("", "{", "1,2", "1]", "{'a':1}", "[1],[2]")) {
            assertRefused(() -> Customer.builder().raw("X", json), "Customer", "X", "JSON");
        }
    }

    @Test
    void momentsAreWrittenWithTheirOffset() {
        OffsetDateTime start = OffsetDateTime.parse("2026-05-01T08:00-07:00");
        TimeActivity activity = TimeActivity.builder()
                .nameOf(TimeActivityNameOf.EMPLOYEE)
                .startTime(start)
                .build();

        assertThat(activity.toJson()).contains("\"StartTime\":\"2026-05-01T08:00:00-07:00\"");
        assertThat(activity.startTime()).contains(start);
    }

    private static void assertRefused(ThrowingCallable call, String entity, String field, String text) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.entity()).isEqualTo(entity);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e).hasMessageContaining(text).hasMessageContaining(field);
        });
    }
}
