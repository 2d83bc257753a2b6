// Over 300 lines: one short fact after another about one thing.
package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.XmlBody;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML as QuickBooks speaks it, in and out (QuickBooks facts P2.3, P3.3). */
class XmlWireTest extends CompanyTest {
    private static final String NAMESPACE = "xmlns=\"http://schema.intuit.com/finance/v3\"";
    private static final FakeHeaders XML =
            FakeHeaders.none().with("Accept", "application/xml").with("Content-Type", "application/xml");

    /** A company with a record of every kind, where it is. */
    private static final Path COMPANY = Path.of(System.getProperty("tieout.root", "."), "..", "shared", "data/company");

    private FakeResponse send(String rest, String xml) {
        return raw("POST", rest, XML, xml.replace('`', '"').getBytes(StandardCharsets.UTF_8));
    }

    private FakeResponse fetch(String rest) {
        return raw("GET", rest, FakeHeaders.none().with("Accept", "application/xml"), new byte[0]);
    }

    private static JsonObject parsed(FakeResponse response) {
        try {
            return XmlBody.read(response.body()).content();
        } catch (XmlBody.Malformed malformed) {
            throw new AssertionError(response.bodyText(), malformed);
        }
    }

    private static JsonObject record(FakeResponse response, String name) {
        assertThat(response.status()).as(response.bodyText()).isEqualTo(200);
        assertThat(response.headers().first("Content-Type")).hasValue("application/xml;charset=utf-8");
        JsonObject record = parsed(response).object(name);
        assertThat(record).as(response.bodyText()).isNotNull();
        return record;
    }

    private static void refused(FakeResponse response, String code) {
        assertThat(response.bodyText()).contains("<Fault type=", "<Error code=\"" + code + "\"");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("Content-Type")).hasValue("application/xml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | true",
                "*/* | true",
                "application/xml | true",
                "text/xml | true",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true",
                "application/pdf | true",
                "application/json | false",
                "Application/JSON;charset=utf-8 | false",
                "application/json, text/plain, */* | false",
                "application/json, application/xml | false",
                "application/xml, application/json | true",
                "application/xml;q=0.2, application/json;q=0.4 | false",
                "application/json;q=0.5, application/xml | true",
                "application/json;q=0, */* | true"
            })
    void jsonMustBeAskedFor(String accept, boolean xml) {
        FakeHeaders headers =
                accept == null ? FakeHeaders.none() : FakeHeaders.none().with("Accept", accept);
        String good = raw("GET", "customer/1", headers, new byte[0]).bodyText();
        String bad = raw("GET", "customer/999", headers, new byte[0]).bodyText();
        assertThat(good).startsWith(xml ? "<?xml" : "{");
        assertThat(bad).startsWith(xml ? "<?xml" : "{");
    }

    @Test
    void aCustomerIsMadeReadChangedAndInactivatedInXml() {
        String body = "<?xml version=`1.0` encoding=`utf-8`?><Customer " + NAMESPACE + ">"
                + "<DisplayName>Fern &amp; Sons</DisplayName><Notes><![CDATA[a < b]]></Notes>"
                + "<PrimaryEmailAddr><Address>fern@x.example</Address></PrimaryEmailAddr>"
                + "<CurrencyRef name=`anything`> USD </CurrencyRef><Job>false</Job></Customer>";
        JsonObject made = record(send("customer", body), "Customer");
        assertThat(made.text("DisplayName")).isEqualTo("Fern & Sons");
        assertThat(made.text("SyncToken")).isEqualTo("0");
        String id = made.text("Id");
        JsonObject json = read("customer", id);
        assertThat(json.text("Notes")).isEqualTo("a < b");
        assertThat(json.object("CurrencyRef").text("value")).isEqualTo("USD");
        assertThat(json.get("Job")).isEqualTo(false);
        String sparse = "<q:Customer xmlns:q=`http://schema.intuit.com/finance/v3` sparse=`true`><q:Id>" + id
                + "</q:Id><q:SyncToken>0</q:SyncToken><q:Notes/><q:Active>false</q:Active></q:Customer>";
        JsonObject changed = record(send("customer?operation=update", sparse), "Customer");
        assertThat(changed.text("DisplayName")).isEqualTo("Fern & Sons (deleted)");
        assertThat(changed.has("Notes")).isFalse();
        assertThat(fetch("customer/" + id).bodyText())
                .contains("<Customer domain=\"QBO\" sparse=\"false\"><Id>" + id + "</Id><SyncToken>1</SyncToken>");
        refused(send("customer", sparse), "5010");
    }

    @Test
    void anInvoiceHasLinesReferencesAndAMemoInTheOrderOfTheSchema() {
        String line = "<Line><Amount>%s</Amount><DetailType>SalesItemLineDetail</DetailType><SalesItemLineDetail>"
                + "<ItemRef>1</ItemRef><Qty>2</Qty><UnitPrice>%s</UnitPrice></SalesItemLineDetail></Line>";
        String body = "<Invoice " + NAMESPACE + "><CustomerRef>3</CustomerRef>" + line.formatted("20.00", "10")
                + line.formatted("5", "2.5") + "<CustomerMemo>thanks</CustomerMemo></Invoice>";
        FakeResponse answer = send("invoice", body);
        JsonObject invoice = record(answer, "Invoice");
        assertThat(invoice.objects("Line")).hasSize(3);
        assertThat(invoice.text("TotalAmt")).isEqualTo("25.00");
        assertThat(invoice.object("CustomerMemo").text("value")).isEqualTo("thanks");
        assertThat(answer.bodyText())
                .containsSubsequence("<Id>", "<TxnDate>", "<CurrencyRef ", "<Line>", "<CustomerRef name=", "<DueDate>")
                .containsSubsequence("<SalesItemLineDetail><ItemRef name=", "<UnitPrice>", "<Qty>", "<TaxCodeRef>")
                .contains("<SubTotalLineDetail/>", "<CustomerMemo>thanks</CustomerMemo>");
        String stub =
                "<Invoice " + NAMESPACE + "><Id>" + invoice.text("Id") + "</Id><SyncToken>0</SyncToken></Invoice>";
        assertThat(send("invoice?operation=delete", stub).bodyText())
                .contains("<Invoice domain=\"QBO\" status=\"Deleted\"><Id>" + invoice.text("Id") + "</Id></Invoice>");
    }

    @ParameterizedTest
    @EnumSource(EntityKind.class)
    void everyRecordIsTheSameInBothForms(EntityKind kind) {
        boolean recorded = Files.isDirectory(COMPANY);
        use(
                recorded
                        ? FakeCompany.builder()
                                .clock(() -> now)
                                .realmId(REALM)
                                .from(COMPANY)
                                .build()
                        : company);
        String query = "query?query=" + URLEncoder.encode("select * from " + kind.json(), StandardCharsets.UTF_8);
        JsonObject json = ok(get(query));
        assertThat(plain(parsed(fetch(query)).get("QueryResponse"))).isEqualTo(plain(json));
        for (JsonObject row : json.objects(kind.json())) {
            boolean addressed = row.has("Id") && kind != EntityKind.EXCHANGE_RATE;
            if (addressed) {
                String path = kind.path() + "/" + row.text("Id");
                assertThat(plain(record(fetch(path), kind.json()))).isEqualTo(plain(ok(get(path))));
            }
        }
    }

    /** What both forms have in common: scalars as text, no empty lists, lists of one like what is in them. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> members = new TreeMap<>();
            object.forEach((name, member) -> {
                Object plain = plain(member);
                if (plain != null) {
                    members.put(name, plain);
                }
            });
            return members.isEmpty() ? "" : members;
        }
        if (value instanceof List<?> list) {
            List<Object> items = list.stream().map(XmlWireTest::plain).toList();
            return items.isEmpty() ? null : items.size() == 1 ? items.get(0) : items;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    @Test
    void aBatchTakesAndGivesXml() {
        String batch = "<IntuitBatchRequest " + NAMESPACE + "><BatchItemRequest bId=`a` operation=`create`><Vendor>"
                + "<DisplayName>Batch V</DisplayName></Vendor></BatchItemRequest>"
                + "<BatchItemRequest bId=`b` operation=`delete`><Invoice><Id>129</Id><SyncToken>0</SyncToken></Invoice>"
                + "</BatchItemRequest><BatchItemRequest bId=`c`><Query>select * from Term</Query></BatchItemRequest>"
                + "<BatchItemRequest bId=`d`><CDCQuery><Entities>Vendor</Entities>"
                + "<ChangedSince>2026-11-21</ChangedSince></CDCQuery></BatchItemRequest></IntuitBatchRequest>";
        FakeResponse answer = send("batch", batch);
        assertThat(answer.bodyText())
                .containsSubsequence(
                        "<BatchItemResponse bId=\"a\"><Vendor domain=\"QBO\"",
                        "<BatchItemResponse bId=\"b\"><Fault type=\"ValidationFault\"><Error code=\"610\"",
                        "<BatchItemResponse bId=\"c\"><QueryResponse startPosition=\"1\" maxResults=\"4\"><Term ",
                        "<BatchItemResponse bId=\"d\"><CDCResponse><QueryResponse startPosition=\"1\"");
        refused(send("batch", "<IntuitBatchRequest " + NAMESPACE + "/>"), "2020");
    }

    @Test
    void changesCountsAndNothingFoundHaveTheirPlaceInAttributes() {
        assertThat(fetch("cdc?entities=Customer,Estimate&changedSince=2026-11-01")
                        .bodyText())
                .contains("<CDCResponse><QueryResponse", "<QueryResponse/></CDCResponse>");
        assertThat(fetch("query?query=select+count(*)+from+Item").bodyText())
                .contains("<QueryResponse totalCount=\"7\"/>");
        assertThat(fetch("query?query=select+*+from+Item+startposition+900").bodyText())
                .contains("<QueryResponse/>");
        FakeHeaders text = FakeHeaders.none().with("Content-Type", "application/text");
        assertThat(raw("POST", "query", text, "select * from Term".getBytes(StandardCharsets.UTF_8))
                        .bodyText())
                .contains("<QueryResponse startPosition=\"1\" maxResults=\"4\"><Term ");
    }

    @Test
    void anAbstractTypeSaysWhichOneItIs() {
        String fields =
                "{`Id`:`1`,`SyncToken`:`0`,`sparse`:true,`SalesFormsPrefs`:{`CustomField`:[{`CustomField`:[{`Name`"
                        + ":`SalesFormsPrefs.UseSalesCustom1`,`Type`:`BooleanType`,`BooleanValue`:true}]}]}}";
        ok(post("preferences", fields.replace("`SyncToken`:`0`", "`SyncToken`:`" + token() + "`")));
        assertThat(fetch("preferences").bodyText())
                .contains("<CustomField xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:type=\"BooleanTypeCustomFieldDefinition\"><CustomField><Name>");
    }

    private String token() {
        return String.valueOf(company.all("Preferences").get(0).get("SyncToken"));
    }

    @Test
    void reportsAreXmlWithoutAnEnvelope() {
        assertThat(fetch("reports/BalanceSheet").bodyText())
                .contains(
                        "<Report " + NAMESPACE + "><Header><Time>",
                        "<Column><ColTitle></ColTitle><ColType>Account</ColType>")
                .containsPattern("<Row type=\"Section\" group=\"TotalAssets\"><Header><ColData value=\"ASSETS\"/>")
                .containsPattern("<Row type=\"Data\"><ColData value=\"[^\"]+\" id=\"\\d+\"/>");
    }

    @Test
    void metadataOfAnUploadMayBeXml() {
        String upload =
                "--XX\r\nContent-Disposition: form-data; name=\"file_metadata_01\"\r\nContent-Type: application/xml"
                        + "\r\n\r\n<Attachable " + NAMESPACE
                        + "><AttachableRef><EntityRef"
                        + " type=\"Invoice\">1</EntityRef></AttachableRef><FileName>a.txt</FileName></Attachable>\r\n"
                        + "--XX\r\n"
                        + "Content-Disposition: form-data; name=\"file_content_01\"; filename=\"a.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n"
                        + "hello\r\n"
                        + "--XX--\r\n";
        FakeHeaders headers = FakeHeaders.none().with("Content-Type", "multipart/form-data; boundary=XX");
        FakeResponse answer = raw("POST", "upload", headers, upload.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.bodyText())
                .contains("<AttachableResponse><Attachable domain=\"QBO\"", "<EntityRef type=\"Invoice\">1</EntityRef>")
                .contains("<FileName>a.txt</FileName>", "<TempDownloadUri>http://localhost/_files/");
        byte[] dangling = upload.replace(">1<", ">999<").getBytes(StandardCharsets.UTF_8);
        assertThat(raw("POST", "upload", headers, dangling).bodyText())
                .contains("<AttachableResponse><Fault type=\"ValidationFault\"><Error code=\"6000\"");
    }

    @Test
    void bodiesMayBePackedOrInAnotherEncoding() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("<Customer " + NAMESPACE + "><DisplayName>Zipped</DisplayName></Customer>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        record(raw("POST", "customer", XML.with("Content-Encoding", "gzip"), packed.toByteArray()), "Customer");
        String latin =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Customer><DisplayName>Zoë</DisplayName></Customer>";
        byte[] bytes = latin.getBytes(Charset.forName("ISO-8859-1"));
        assertThat(record(raw("POST", "customer", XML, bytes), "Customer").text("DisplayName"))
                .isEqualTo("Zoë");
        refused(raw("POST", "customer", XML, new byte[] {'<', 'C', '>', (byte) 0xff, '<', '/', 'C', '>'}), "500");
        FakeHeaders unnamed = FakeHeaders.none().with("Accept", "application/xml");
        byte[] bare = "<Customer><DisplayName>Bare</DisplayName></Customer>".getBytes(StandardCharsets.UTF_8);
        record(raw("POST", "customer", unnamed, bare), "Customer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Customer><DisplayName>x</Customer>",
                "<Customer>",
                "",
                "plain",
                "<!DOCTYPE Customer [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<Customer><DisplayName>&x;</DisplayName></Customer>",
                "<!DOCTYPE Customer SYSTEM"
                        + " \"http://127.0.0.1:1/x.dtd\"><Customer><DisplayName>y</DisplayName></Customer>",
                "<Customer><DisplayName>&nothing;</DisplayName></Customer>",
                "<Customer><NoSuchField>1</NoSuchField></Customer>",
                "<Customer><BillAddr>a text</BillAddr><DisplayName>x</DisplayName></Customer>"
            })
    void whatCannotBeReadIsRefusedAndNothingOutsideIsLoaded(String body) {
        refused(send("customer", body), "2010");
        assertThat(company.all("Customer")).noneMatch(customer -> "x".equals(customer.get("DisplayName")));
    }

    @Test
    void deepNestingAndAnotherRootAreRefused() {
        refused(send("customer", "<Customer>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</Customer>"), "2010");
        refused(send("customer", "<Vendor><DisplayName>x</DisplayName></Vendor>"), "2000");
    }

    @Test
    void pathsAreCaseSensitive() {
        refused(fetch("Customer/1"), "500");
        refused(fetch("Query?query=select+*+from+Term"), "500");
        refused(fetch("invoice/1/PDF"), "500");
        assertThat(fetch("query?QUERY=select+*+from+term").status()).isEqualTo(200);
    }

    @Test
    void creditCardPaymentsAreCalledTransactions() {
        String body = "<CreditCardPaymentTxn " + NAMESPACE + "><TxnDate>2026-11-20</TxnDate><Amount>12.34</Amount>"
                + "<CreditCardAccountRef>%s</CreditCardAccountRef><BankAccountRef>%s</BankAccountRef>"
                + "</CreditCardPaymentTxn>";
        String card = account("Credit Card");
        JsonObject paid =
                record(send("creditcardpayment", body.formatted(card, account("Bank"))), "CreditCardPaymentTxn");
        assertThat(rows("CreditCardPaymentTxn", "select * from CreditCardPaymentTxn"))
                .singleElement()
                .satisfies(row -> assertThat(row.text("Id")).isEqualTo(paid.text("Id")));
        assertThat(read("creditcardpayment", paid.text("Id")).text("Amount")).isEqualTo("12.34");
    }

    private String account(String type) {
        List<JsonObject> found = rows("Account", "select * from Account where AccountType = '" + type + "'");
        return found.isEmpty()
                ? create("account", "{`Name`:`New " + type + "`,`AccountType`:`" + type + "`}")
                        .text("Id", "")
                : found.get(0).text("Id", "");
    }
}
