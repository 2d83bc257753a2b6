package dev.tieout.qbo.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class QboObjectTest {
    @Test
    void absentNullAndEmptyAreThreeThings() {
        Invoice invoice = Invoice.TYPE.fromJson("{\"Line\":[],\"PrivateNote\":null,\"DocNumber\":\"\"}");

        assertThat(invoice.line()).isEmpty();
        assertThat(invoice.linkedTxn()).isEmpty();
        assertThat(invoice.has("Line")).isTrue();
        assertThat(invoice.has("LinkedTxn")).isFalse();
        assertThat(invoice.privateNote()).isEmpty();
        assertThat(invoice.has("PrivateNote")).isTrue();
        assertThat(invoice.docNumber()).contains("");
        assertThat(invoice.toJson()).isEqualTo("{\"Line\":[],\"PrivateNote\":null,\"DocNumber\":\"\"}");
    }

    @Test
    void aMemberOfAnotherTypeCostsNothingButItsTypedValue() {
        String json = "{\"TxnDate\":\"soon\",\"Line\":[1,{\"Id\":\"1\"}],\"BillAddr\":\"here\",\"TotalAmt\":\"12.50\","
                + "\"AllowIPNPayment\":\"true\",\"DocNumber\":7,\"CustomerRef\":[],\"Balance\":{},\"PrintStatus\":false,"
                + "\"MetaData\":{\"CreateTime\":5},\"Deposit\":1E999999999999}";
        Invoice invoice = Invoice.TYPE.fromJson(json);

        assertThat(invoice.txnDate()).isEmpty();
        assertThat(invoice.line()).isEmpty();
        assertThat(invoice.unknown("Line")).contains("[1,{\"Id\":\"1\"}]");
        assertThat(invoice.billAddr()).isEmpty();
        assertThat(invoice.unknown("BillAddr")).contains("\"here\"");
        assertThat(invoice.totalAmt()).contains(new BigDecimal("12.50"));
        assertThat(invoice.allowIpnPayment()).contains(true);
        assertThat(invoice.docNumber()).contains("7");
        assertThat(invoice.customerRef()).isEmpty();
        assertThat(invoice.balance()).isEmpty();
        assertThat(invoice.printStatus()).isEmpty();
        assertThat(invoice.metaData().orElseThrow().createTime()).isEmpty();
        assertThat(invoice.deposit()).isEmpty();
        assertThat(invoice.toJson()).isEqualTo(json);
    }

    @Test
    void aListThatTurnsOutMixedIsKeptWhole() {
        String json = "{\"Line\":[{\"Id\":\"1\",\"Amount\":1.00},null,\"x\"]}";
        Invoice invoice = Invoice.TYPE.fromJson(json);

        assertThat(invoice.line()).isEmpty();
        assertThat(invoice.toJson()).isEqualTo(json);
    }

    @Test
    void anUnknownEnumValueIsKept() {
        Invoice invoice = Invoice.TYPE.fromJson("{\"EmailStatus\":\"Teleported\",\"PrintStatus\":\"NotSet\"}");

        assertThat(invoice.emailStatus().orElseThrow().isKnown()).isFalse();
        assertThat(invoice.emailStatus()).contains(EmailStatus.of("Teleported"));
        assertThat(invoice.printStatus().orElseThrow()).isSameAs(PrintStatus.NOT_SET);
    }

    @Test
    void datesAndMomentsOfEveryLayoutSeenAreRead() {
        assertThat(Invoice.TYPE.fromJson("{\"TxnDate\":\"2026-02-28\"}").txnDate())
                .contains(LocalDate.of(2026, 2, 28));
        for (String text : List.of(
                "2026-05-01T10:20:30-07:00",
                "2026-05-01T17:20:30Z",
                "2026-05-01T17:20:30.000Z",
                "2026-05-01T17:20:30+00:00")) {
            MetaData meta = Invoice.TYPE
                    .fromJson("{\"MetaData\":{\"CreateTime\":\"" + text + "\"}}")
                    .metaData()
                    .orElseThrow();
            assertThat(meta.createTime().orElseThrow().toInstant()).hasToString("2026-05-01T17:20:30Z");
            assertThat(meta.toJson()).contains(text);
        }
        for (String text : List.of("2026-13-01", "2026-02-30", "2026-5-1", "20260501", "", "2026-05-01T00:00:00")) {
            assertThat(Invoice.TYPE.fromJson("{\"TxnDate\":\"" + text + "\"}").txnDate())
                    .isEmpty();
        }
    }

    @Test
    void recordsAreEqualWhateverTheOrderOfTheirMembersButDigitForDigit() {
        Customer one = Customer.TYPE.fromJson("{\"Id\":\"1\",\"X\":[1],\"Balance\":1.0}");

        assertThat(one)
                .isEqualTo(Customer.TYPE.fromJson("{\"Balance\":1.0,\"Id\":\"1\",\"X\":[1]}"))
                .hasSameHashCodeAs(Customer.TYPE.fromJson("{\"Balance\":1.0,\"Id\":\"1\",\"X\":[1]}"))
                .isNotEqualTo(Customer.TYPE.fromJson("{\"Id\":\"1\",\"X\":[1],\"Balance\":1.00}"))
                .isNotEqualTo(Customer.TYPE.fromJson("{\"Id\":\"1\",\"Y\":[1],\"Balance\":1.0}"))
                .isNotEqualTo(Vendor.TYPE.fromJson("{\"Id\":\"1\",\"X\":[1],\"Balance\":1.0}"));
    }

    @Test
    void whatIsNoJsonObjectIsRefusedWithoutShowingIt() {
        for (String json : List.of("", "secret", "[1]", "{\"Id\":\"secret\"", "{} {}", "null", "{\"a\":tru}")) {
            assertThatExceptionOfType(UnreadableJsonException.class)
                    .isThrownBy(() -> Customer.TYPE.fromJson(json))
                    .withMessageNotContaining("secret")
                    .withNoCause();
        }
    }

    @Test
    void nestingWithoutEndIsRefusedAndDeepUnknownValuesAreKept() {
        String bottomless = "{\"Line\":[{\"GroupLineDetail\":".repeat(500);
        String deep = "[".repeat(200) + "]".repeat(200);

        assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> Invoice.TYPE.fromJson(bottomless));
        assertThat(Invoice.TYPE.fromJson("{\"X\":" + deep + "}").unknown("X")).contains(deep);
    }

    @Test
    void aQueryAnswerIsReadRecordByRecord() throws IOException {
        List<Customer> read = new ArrayList<>();
        var page = Customer.TYPE
                .codec()
                .readQuery(
                        new Buffer()
                                .writeUtf8("{\"QueryResponse\":{\"Customer\":[{\"Id\":\"1\",\"Sic\":1},{\"Sic\":2}],"
                                        + "\"startPosition\":1,\"maxResults\":2,\"totalCount\":9,\"new\":{}},"
                                        + "\"time\":\"2026-05-01T10:20:30.123-07:00\"}"),
                        read::add);

        assertThat(read).hasSize(2);
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.startPosition()).isEqualTo(1);
        assertThat(page.maxResults()).isEqualTo(2);
        assertThat(page.totalCount()).isEqualTo(9);
        assertThat(page.time()).isEqualTo(OffsetDateTime.parse("2026-05-01T10:20:30.123-07:00"));
    }

    @Test
    void anAnswerIsReadOutOfItsEnvelope() throws IOException {
        var body = new Buffer().writeUtf8("{\"time\":\"t\",\"Class\":{\"Id\":\"5000000000000007280\"}}");

        assertThat(TxnClass.TYPE.codec().readEnvelope(body).id()).contains("5000000000000007280");
        assertThatExceptionOfType(JsonDataException.class)
                .isThrownBy(() -> TxnClass.TYPE.codec().readEnvelope(new Buffer().writeUtf8("{\"time\":\"t\"}")));
    }
}
