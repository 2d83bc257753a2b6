// Over 300 lines: one short fact after another about one thing.
package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What lies between the rules and the socket: bodies, batches, replays, files, mail, PDF (QuickBooks facts P2, P5,
 * P8, P9).
 */
class TransportTest extends CompanyTest {
    private static final FakeHeaders ACCEPT = FakeHeaders.none().with("Accept", "application/json");
    private static final FakeHeaders JSON = ACCEPT.with("Content-Type", "application/json");

    private static byte[] bytes(String text) {
        return text.replace('`', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void compressedBodiesAreUnpacked() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(bytes("{`DisplayName`:`Zipped`}"));
        }
        ByteArrayOutputStream deflate = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflate)) {
            out.write(bytes("{`DisplayName`:`Deflated`}"));
        }
        ok(raw("POST", "customer", JSON.with("Content-Encoding", "gzip"), gzip.toByteArray()));
        ok(raw("POST", "customer", JSON.with("Content-Encoding", "deflate"), deflate.toByteArray()));
        fault(raw("POST", "customer", JSON.with("Content-Encoding", "gzip"), bytes("{}")), "500");
    }

    @Test
    void clientsMaySendNumbersAsTextAndTextAsNumbers() {
        JsonObject invoice = create(
                "invoice",
                "{`CustomerRef`:{`value`:3},`DocNumber`:77,`PrivateNote`:``,`TotalAmt`:999,`Line`:[{`Amount`:`12.50`,"
                        + "`DetailType`:`SalesItemLineDetail`,`SalesItemLineDetail`:{`ItemRef`:{`value`:1}}}]}");
        assertThat(invoice.text("TotalAmt")).isEqualTo("12.50");
        assertThat(invoice.text("DocNumber")).isEqualTo("77");
        assertThat(invoice.has("PrivateNote")).isFalse();
        ok(post("invoice?operation=delete", invoice(invoice.text("Id"))));
    }

    private static String invoice(String id) {
        return "{`Id`:" + id + ",`SyncToken`:0,`CustomerRef`:{`value`:3},`Line`:[]}";
    }

    @Test
    void unknownPropertiesAreNamedWithTheirClass() {
        String detail = fault(post("invoice", "{`BadJson`:true}"), "2010").text("Detail");
        assertThat(detail)
                .startsWith("Property Name:Unrecognized field \"BadJson\" (class com.intuit.schema.finance.v3.Invoice),"
                        + " not marked as ignorable (")
                .endsWith("\n specified is unsupported or invalid");
        assertThat(fault(post("invoice", "{`Line`:[{`Nope`:1}]}"), "2010").text("Detail"))
                .contains("com.intuit.schema.finance.v3.Line");
        ok(post("customer", "{`DisplayName`:`Known`,`ContactName`:`only in the schema`}"));
    }

    @Test
    void severalFaultsComeTogether() {
        FakeResponse response =
                post("customer", "{`DisplayName`:`M`,`Title`:`" + "x".repeat(17) + "`,`Job`:`perhaps`}");
        assertThat(body(response).object("Fault").objects("Error"))
                .extracting(error -> error.text("code"))
                .containsExactlyInAnyOrder("2050", "2230");
    }

    @Test
    void brokenBodiesAreRefused() {
        fault(post("customer", "{`DisplayName`:"), "2010");
        fault(post("customer", "[]"), "2010");
        fault(post("customer", ""), "2010");
        fault(raw("POST", "customer", JSON, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}), "500");
    }

    @Test
    void answersCarryTheRecordedHeadersAndFaultsFewer() {
        FakeResponse good = get("customer/1");
        assertThat(good.headers().first("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(good.headers().first("INTUIT_TID").orElse("")).matches("1-[0-9a-f]{8}-[0-9a-f]{24}");
        assertThat(good.headers().first("qbo-version")).isPresent();
        FakeResponse bad = get("customer/999");
        assertThat(bad.headers().first("Content-Type")).hasValue("application/json");
        assertThat(bad.headers().first("qbo-version")).isEmpty();
    }

    @Test
    void theSameRequestIdGivesTheFirstAnswerAndDoesNothing() {
        FakeResponse first = post("customer?requestid=abc", "{`DisplayName`:`Once`}");
        later();
        FakeResponse second = post("customer?requestid=abc", "{`DisplayName`:`Twice`}");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(rows("Customer", "select * from Customer where DisplayName = 'Twice'"))
                .isEmpty();
        fault(post("customer?requestid=" + "x".repeat(51), "{}"), "2130");
        on(CompanySwitch.REQUEST_ID_REPEAT_IS_600);
        fault(post("customer?requestid=abc", "{`DisplayName`:`Twice`}"), "600");
    }

    @Test
    void batchItemsStandForThemselves() {
        String batch = "{`BatchItemRequest`:[{`bId`:`a`,`operation`:`create`,`Vendor`:{`DisplayName`:`Batch V`}},"
                + "{`bId`:`b`,`operation`:`delete`,`Invoice`:{`Id`:`129`,`SyncToken`:`0`}},"
                + "{`bId`:`c`,`Query`:`select * from Term`},{`bId`:`d`,`Customer`:{`DisplayName`:`No operation`}}]}";
        FakeResponse response = post("batch?requestid=r1", batch);
        assertThat(response.status()).isEqualTo(200);
        assertThat(body(response).objects("BatchItemResponse"))
                .satisfiesExactly(
                        item -> assertThat(item.names()).containsExactly("Vendor", "bId"),
                        item -> assertThat(item.object("Fault")
                                        .objects("Error")
                                        .get(0)
                                        .text("code"))
                                .isEqualTo("610"),
                        item -> assertThat(item.object("QueryResponse").objects("Term"))
                                .hasSize(4),
                        item -> assertThat(item.object("Customer").text("DisplayName"))
                                .isEqualTo("No operation"));
        assertThat(body(post("batch?requestid=r1", batch))
                        .objects("BatchItemResponse")
                        .get(0)
                        .object("Vendor"))
                .isEqualTo(body(response).objects("BatchItemResponse").get(0).object("Vendor"));
        String many =
                "{`BatchItemRequest`:[" + "{`bId`:`x`,`Query`:`select * from Term`},".repeat(30) + "{`bId`:`y`}]}";
        fault(post("batch", many), "1040");
    }

    @Test
    void batchOptionsVoidAPayment() {
        String id =
                create("payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:10}").text("Id");
        String item = "{`BatchItemRequest`:[{`bId`:`v`,`operation`:`update`,`optionsData`:`void`,`Payment`:{`Id`:`" + id
                + "`,`SyncToken`:`0`,`sparse`:true}}]}";
        JsonObject voided =
                body(post("batch", item)).objects("BatchItemResponse").get(0).object("Payment");
        assertThat(voided.text("PrivateNote")).isEqualTo("Voided");
    }

    @Test
    void sendingSetsStatusAddressAndToken() {
        String id = create("invoice", CompanyTest.invoice("3", "5")).text("Id");
        fault(post("invoice/" + id + "/send", ""), "6420");
        fault(post("invoice/" + id + "/send?sendTo=nobody", ""), "4002");
        JsonObject sent = ok(post("invoice/" + id + "/send?sendTo=a%40b.example", ""));
        assertThat(sent.text("EmailStatus")).isEqualTo("EmailSent");
        assertThat(sent.object("BillEmail").text("Address")).isEqualTo("a@b.example");
        assertThat(sent.object("DeliveryInfo").names()).containsExactly("DeliveryType", "DeliveryTime");
        assertThat(sent.text("SyncToken")).isEqualTo("1");
        assertThat(changes).extracting(CompanyChange::kind).contains(ChangeKind.EMAILED);
    }

    @Test
    void aPdfIsAPdf() {
        FakeResponse pdf = get("invoice/1/pdf");
        assertThat(pdf.headers().first("Content-Type").orElse("")).startsWith("application/pdf");
        assertThat(pdf.bodyText()).startsWith("%PDF-1.4").endsWith("%%EOF\n");
        fault(get("bill/9/pdf"), "500");
    }

    @Test
    void uploadsAreReadHoweverTheyAreWritten() {
        String part =
                "--XX%nContent-Disposition: form-data; name=\"file_metadata_01\"%nContent-Type: application/json%n%n"
                        + "{\"AttachableRef\":[{\"EntityRef\":{\"type\":\"Invoice\",\"value\":\"1\"}}],\"FileName\":\"a.txt\"}%n--XX%nContent-Disposition:"
                        + " form-data; name=\"file_content_01\"; filename=\"a.txt\"%nContent-Type:"
                        + " text/plain%nContent-Transfer-Encoding: base64%n%naGVsbG8=%n";
        FakeHeaders headers = ACCEPT.with("Content-Type", "multipart/form-data; boundary=XX");
        for (String end : new String[] {"--XX--%n", ""}) {
            for (String lineBreak : new String[] {"\r\n", "\n"}) {
                byte[] body = (part + end).replace("%n", lineBreak).getBytes(StandardCharsets.UTF_8);
                JsonObject attachable = body(raw("POST", "upload", headers, body))
                        .objects("AttachableResponse")
                        .get(0)
                        .object("Attachable");
                assertThat(attachable.text("Size")).isEqualTo("5");
                String id = attachable.text("Id");
                assertThat(get("download/" + id).bodyText()).startsWith("http://localhost/_files/");
                assertThat(get("download/" + id + "?raw=true").bodyText()).isEqualTo("hello");
                assertThat(attachable.objects("AttachableRef").get(0).isFalse("IncludeOnSend"))
                        .isTrue();
            }
        }
        String alone = "--XX\nContent-Disposition: form-data; name=\"file_content_0\"; filename=\"b.txt\"\n\nb\n--XX--";
        JsonObject bare = body(raw("POST", "upload", headers, bytes(alone)));
        assertThat(bare.objects("AttachableResponse")
                        .get(0)
                        .object("Attachable")
                        .text("FileName"))
                .isEqualTo("b.txt");
        String dangling = part.replace("Invoice", "Estimate")
                .replace("\\\"1\\\"", "\\\"75\\\"")
                .replace("%n", "\n");
        JsonObject fault = body(raw(
                        "POST",
                        "upload",
                        headers,
                        dangling.replace("value\":\"1\"", "value\":\"75\"").getBytes(StandardCharsets.UTF_8)))
                .objects("AttachableResponse")
                .get(0)
                .object("Fault")
                .objects("Error")
                .get(0);
        assertThat(fault.text("Detail"))
                .isEqualTo(
                        "Business Validation Error: The entity Estimate 75 that you are trying to link does not exist."
                                + " Estimate 75");
    }

    @Test
    void filesOfOneUploadPairUpByNumberAndAreAnsweredInTheirOrder() {
        String part = "--XX\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n%s\r\n";
        String broken = "{`AttachableRef`:[{`EntityRef`:{`type`:`Invoice`,`value`:`75`}}]}".replace('`', '"');
        String upload = part.formatted("file_metadata_02", "", "application/json", broken)
                + part.formatted("file_metadata_01", "", "application/json", "{\"Note\":\"first\"}")
                + part.formatted("file_content_01", "; filename=\"a.txt\"", "text/plain", "a")
                + part.formatted("file_content_02", "; filename=\"b.txt\"", "text/plain", "bb")
                + part.formatted("file_content_03", "; filename=\"c.txt\"", "text/plain", "ccc")
                + "--XX--\r\n";
        FakeHeaders headers = ACCEPT.with("Content-Type", "multipart/form-data; boundary=XX");
        List<JsonObject> answers =
                body(raw("POST", "upload?requestid=u1", headers, bytes(upload))).objects("AttachableResponse");
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).object("Attachable").text("Note")).isEqualTo("first");
        assertThat(answers.get(1).object("Fault").objects("Error").get(0).text("code"))
                .isEqualTo("6000");
        assertThat(answers.get(2).object("Attachable").text("FileName")).isEqualTo("c.txt");
        assertThat(body(raw("POST", "upload?requestid=u1", headers, bytes(upload)))
                        .objects("AttachableResponse")
                        .get(2)
                        .object("Attachable")
                        .text("Id"))
                .isEqualTo(answers.get(2).object("Attachable").text("Id"));
    }

    @Test
    void pathsThatLeadNowhereAnswerAsRecorded() {
        assertThat(fault(get("customer/1/5"), "500").text("Detail"))
                .startsWith("Operation Could not find resource for relative : /v3/company/" + REALM
                        + "/customer/1/5 of full path");
        FakeResponse bad = get("customer/1.5");
        assertThat(fault(bad, "2030").text("Detail")).isEqualTo("Id should be a valid number. Supplied value:1.5");
        assertThat(body(bad).has("time")).isFalse();
        fault(post("customer?operation=delete", "{`Id`:`1`,`SyncToken`:`0`}"), "500");
        fault(post("creditmemo?operation=void", "{`Id`:`1`,`SyncToken`:`0`}"), "500");
        FakeResponse other = company.handle(FakeRequest.get("/v3/company/1/customer/1"));
        assertThat(other.status()).isEqualTo(400);
    }

    @Test
    void aLapsedSubscriptionStillReads() {
        on(CompanySwitch.SUBSCRIPTION_LAPSED);
        fault(post("customer", "{`DisplayName`:`x`}"), "6190");
        ok(get("customer/1"));
        on(CompanySwitch.LAPSED_ANSWERS_200);
        assertThat(post("customer", "{`DisplayName`:`x`}").status()).isEqualTo(200);
    }

    @Test
    void taxServiceMakesCodesAndRates() {
        JsonObject made = body(post(
                "taxservice/taxcode",
                "{`TaxCode`:`Dock`,`TaxRateDetails`:[{`TaxRateName`:`Dock rate`,`RateValue`:5,`TaxAgencyId`:`1`,"
                        + "`TaxApplicableOn`:`Sales`}]}"));
        assertThat(read("taxcode", made.text("TaxCodeId")).text("Name")).isEqualTo("Dock");
        String rate = made.objects("TaxRateDetails").get(0).text("TaxRateId");
        assertThat(read("taxrate", rate).text("RateValue")).isEqualTo("5");
        fault(post("taxservice/taxcode", "{`TaxCode`:`Dock`,`TaxRateDetails`:[{`TaxRateId`:`1`}]}"), "6240");
    }

    @Test
    void entitlementsAndRatesAnswer() {
        assertThat(company.handle(FakeRequest.get("/manage/entitlements/v3/" + REALM))
                        .bodyText())
                .contains("<Entitlement id=");
        assertThat(ok(get("exchangerate?sourcecurrencycode=EUR&asofdate=2026-01-01"))
                        .text("Rate"))
                .isEqualTo("1");
        ok(post("exchangerate", "{`SourceCurrencyCode`:`EUR`,`Rate`:1.2345,`AsOfDate`:`2026-01-01`}"));
        assertThat(ok(get("exchangerate?sourcecurrencycode=EUR&asofdate=2026-02-01"))
                        .text("Rate"))
                .isEqualTo("1.2345");
    }

    @Test
    void aRecurringTransactionWrapsAnother() {
        String body =
                CompanyTest.invoice("3", "5").replace("{`Cust", "{`Invoice`:{`RecurringInfo`:{`Name`:`Monthly`},`Cust")
                        + "}";
        JsonObject made = create("recurringtransaction", body).object("Invoice");
        assertThat(read("recurringtransaction", made.text("Id"))
                        .object("Invoice")
                        .object("RecurringInfo")
                        .text("Name"))
                .isEqualTo("Monthly");
    }
}
