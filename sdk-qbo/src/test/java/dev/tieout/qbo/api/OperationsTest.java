// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.Attachable;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private Stub stub;

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private QboApi api() {
        return stub.connected(stub.settings().build()).api(Stub.FIRM);
    }

    private static BatchItem<Customer> create(int n) {
        return BatchItem.of(Write.create(Customer.builder().displayName("c" + n).build()));
    }

    /** Answers each item with a customer whose id is its name's. */
    private static MockResponse echo(RecordedRequest request) {
        String body = request.getBody().utf8();
        List<String> answers = new ArrayList<>();
        for (String part : body.split("\\{\"bId\":\"", -1)) {
            int name = part.indexOf("\"DisplayName\":\"c");
            if (name > 0) {
                String bId = part.substring(0, part.indexOf('"'));
                String id = part.substring(name + 16, part.indexOf('"', name + 16));
                answers.add(0, "{\"Customer\":{\"Id\":\"" + id + "\",\"SyncToken\":\"0\"},\"bId\":\"" + bId + "\"}");
            }
        }
        return Stub.json(200, "{\"BatchItemResponse\":[" + String.join(",", answers) + "],\"time\":\"x\"}");
    }

    @Test
    void aBatchIsSplitAtThirtyAndAnsweredInOrderWhateverTheOrderOfTheAnswer() {
        stub.api(OperationsTest::echo);
        List<BatchItem<Customer>> items =
                IntStream.range(0, 65).mapToObj(OperationsTest::create).toList();
        BatchResult result = api().batch(items, WriteOptions.requestId("batch-1"));
        assertThat(result.complete()).isTrue();
        assertThat(result.outcomes())
                .extracting(o -> ((BatchOutcome.Written) o).entity().id().orElseThrow())
                .containsExactlyElementsOf(
                        IntStream.range(0, 65).mapToObj(Integer::toString).toList());
        assertThat(stub.requests)
                .extracting(r -> r.getUrl().queryParameter("requestid"))
                .containsExactly("batch-1", "batch-1-2", "batch-1-3");
    }

    @Test
    void whatTouchesTheSameRecordGoesIntoALaterRequest() {
        Invoice invoice = Invoice.TYPE.fromJson("{\"Id\":\"7\",\"SyncToken\":\"0\"}");
        Payment payment = Payment.TYPE.fromJson(
                "{\"Line\":[{\"LinkedTxn\":[{\"TxnId\":\"7\",\"TxnType\":\"Invoice\"}]}],\"CustomerRef\":{\"value\":\"1\"}}");
        List<BatchItem<?>> items = List.of(
                create(1),
                BatchItem.of(Write.update(Invoice.patch("7", "0").privateNote("x"))),
                BatchItem.of(Write.create(payment)),
                BatchItem.of(Write.voidTransaction(invoice)),
                create(2));
        assertThat(BatchPlan.cut(items)).containsExactly(List.of(0, 1, 4), List.of(2), List.of(3));
    }

    @Test
    void itemsOfABatchFailOnTheirOwn() {
        stub.api(
                request -> Stub.json(
                        200,
                        "{\"BatchItemResponse\":[{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"code\":\"6240\"}],\"type\":\"ValidationFault\"},\"bId\":\"2\"},"
                                + "{\"Customer\":{\"Id\":\"1\"},\"bId\":\"1\"},"
                                + "{\"QueryResponse\":{\"Customer\":[{\"Id\":\"8\"}],\"startPosition\":1,\"maxResults\":1},\"bId\":\"3\"}]}"));
        BatchResult result = api().batch(
                        List.of(create(1), create(2), BatchItem.of(Query.of(Customer.TYPE)), create(4)),
                        WriteOptions.standard());
        assertThat(result.outcomes().get(0)).isInstanceOf(BatchOutcome.Written.class);
        assertThat(result.outcomes().get(1))
                .isInstanceOfSatisfying(
                        BatchOutcome.Failed.class,
                        f -> assertThat(f.failure().kind()).isEqualTo(FaultKind.NAME_TAKEN));
        assertThat(result.outcomes().get(2))
                .isInstanceOfSatisfying(
                        BatchOutcome.Found.class, f -> assertThat(f.entities()).hasSize(1));
        assertThat(result.outcomes().get(3)).as("an item without an answer").isInstanceOf(BatchOutcome.Unknown.class);
        assertThat(result.complete()).isFalse();
    }

    @Test
    void aBatchWhoseAnswerWasLostIsUnknownAndTheRestIsNotSent() {
        stub.api(request -> Stub.json(504, "stream timeout"));
        List<BatchItem<Customer>> items =
                IntStream.range(0, 31).mapToObj(OperationsTest::create).toList();
        BatchResult result = api().batch(items, WriteOptions.standard());
        assertThat(result.outcomes().subList(0, 30)).allMatch(o -> o instanceof BatchOutcome.Unknown);
        assertThat(result.outcomes().get(30)).isInstanceOf(BatchOutcome.NotSent.class);
    }

    @Test
    void aRefusalInARepeatedBatchMayBeOnesOwn() {
        AtomicInteger calls = new AtomicInteger();
        stub.api(request -> calls.incrementAndGet() == 1
                ? Stub.json(504, "stream timeout")
                : Stub.json(
                        200, "{\"BatchItemResponse\":[{\"Fault\":{\"Error\":[{\"code\":\"6240\"}]},\"bId\":\"1\"}]}"));
        BatchResult result = api().batch(List.of(create(1)), WriteOptions.standard());
        assertThat(result.outcomes().get(0)).isInstanceOf(BatchOutcome.Unknown.class);
    }

    @Test
    void voidsInABatchAreUpdatesWithAnOption() {
        stub.api(request -> Stub.json(200, "{\"BatchItemResponse\":[{\"Payment\":{\"Id\":\"3\"},\"bId\":\"1\"}]}"));
        Payment payment = Payment.TYPE.fromJson("{\"Id\":\"3\",\"SyncToken\":\"1\"}");
        api().batch(List.of(BatchItem.of(Write.voidTransaction(payment))), WriteOptions.standard());
        assertThat(stub.requests.get(0).getBody().utf8())
                .contains("\"operation\":\"update\",\"optionsData\":\"void\",\"Payment\":{");
    }

    @Test
    void changesAreReadByEntityWithDeletions() {
        stub.api(request -> Stub.json(
                200,
                "{\"CDCResponse\":[{\"QueryResponse\":[{\"Customer\":[{\"Id\":\"1\",\"Active\":false}],\"startPosition\":1,\"maxResults\":1},"
                        + "{\"Invoice\":[{\"Id\":\"5\"},{\"domain\":\"QBO\",\"status\":\"Deleted\",\"Id\":\"9\",\"MetaData\":{\"LastUpdatedTime\":\"2015-12-23T12:55:50-08:00\"}}]},{}]}],"
                        + "\"time\":\"2015-12-23T12:56:06.196-08:00\"}"));
        Changes changes = api().changes(ChangesRequest.since(Instant.parse("2015-12-01T00:00:00.5Z"))
                .of(Customer.TYPE)
                .of(Invoice.TYPE)
                .of(Payment.TYPE));
        assertThat(changes.changed(Customer.TYPE))
                .extracting(c -> c.active().orElseThrow())
                .containsExactly(false);
        assertThat(changes.changed(Invoice.TYPE)).hasSize(1);
        assertThat(changes.deleted(Invoice.TYPE))
                .containsExactly(
                        new DeletedRecord(new RemoteId("9"), Optional.of(Instant.parse("2015-12-23T20:55:50Z"))));
        assertThat(changes.changed(Payment.TYPE)).isEmpty();
        assertThat(changes.overflow()).isFalse();
        assertThat(changes.nextSince()).isEqualTo(Instant.parse("2015-12-23T20:51:06.196Z"));
        assertThat(stub.requests.get(0).getUrl().queryParameter("entities")).isEqualTo("Customer,Invoice,Payment");
        assertThat(stub.requests.get(0).getUrl().queryParameter("changedSince")).isEqualTo("2015-12-01T00:00:00Z");
    }

    @Test
    void aThousandChangesAreAnOverflow() {
        String row = "{\"Id\":\"1\",\"SyncToken\":\"0\"}";
        stub.api(request -> Stub.json(
                200,
                "{\"CDCResponse\":[{\"QueryResponse\":[{\"Customer\":["
                        + String.join(",", Collections.nCopies(1000, row))
                        + "]}]}],\"time\":\"2015-12-23T12:56:06.196-08:00\"}"));
        assertThat(api().changes(ChangesRequest.since(Instant.EPOCH).of(Customer.TYPE))
                        .overflow())
                .isTrue();
    }

    @Test
    void aFaultInsideAChangeAnswerIsTold() {
        stub.api(
                request -> Stub.json(
                        200,
                        "{\"CDCResponse\":[{\"QueryResponse\":[{\"Fault\":{\"Error\":[{\"code\":\"5030\"}]}}]}],\"time\":\"2015-12-23T12:56:06.196-08:00\"}"));
        Changes changes = api().changes(ChangesRequest.since(Instant.EPOCH).of(Customer.TYPE));
        assertThat(changes.faults()).hasSize(1);
        assertThatThrownBy(() -> api().changes(ChangesRequest.since(Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendingGoesWithoutABodyToTheAddressGiven() {
        stub.api(request -> Stub.json(200, "{\"Invoice\":{\"Id\":\"9\",\"SyncToken\":\"1\"}}"));
        api().send(Invoice.TYPE, new RemoteId("9"), Optional.of("a+b@x.test"), WriteOptions.standard());
        RecordedRequest request = stub.requests.get(0);
        assertThat(request.getUrl().encodedPath()).endsWith("/invoice/9/send");
        assertThat(request.getUrl().queryParameter("sendTo")).isEqualTo("a+b@x.test");
        assertThat(request.getUrl().queryParameter("requestid")).isNotBlank();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/octet-stream");
        QboApi api = api();
        assertThatThrownBy(() -> api.send(Payment.TYPE, new RemoteId("9"), Optional.empty(), WriteOptions.standard()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPdfIsBytesAndAnythingElseIsNoPdf() {
        stub.api(request -> new MockResponse.Builder().body("%PDF-1.7 xyz").build());
        assertThat(api().pdf(Invoice.TYPE, new RemoteId("9"))).startsWith('%', 'P', 'D', 'F');
        assertThat(stub.requests.get(0).getHeaders().get("Accept")).isEqualTo("application/pdf");
        stub.api(request -> Stub.json(200, "hello"));
        QboApi api = api();
        assertThatThrownBy(() -> api.pdf(Invoice.TYPE, new RemoteId("9"))).isInstanceOf(QboException.class);
    }

    @Test
    void aFileIsUploadedWithItsDescription() {
        stub.api(request -> Stub.json(
                200,
                "{\"AttachableResponse\":[{\"Attachable\":{\"Id\":\"5000000000000503624\",\"SyncToken\":\"0\"}}]}"));
        Attachable made = api().upload(
                        AttachmentUpload.of("rechnung ä.pdf", "application/pdf", new byte[] {1, 2, 3})
                                .attachTo(Invoice.TYPE, new RemoteId("9")),
                        WriteOptions.standard());
        assertThat(made.id()).contains("5000000000000503624");
        String body = stub.requests.get(0).getBody().utf8();
        assertThat(body)
                .contains(
                        "name=\"file_metadata_01\"",
                        "name=\"file_content_01\"",
                        "{\"AttachableRef\":[{\"EntityRef\":{\"type\":\"Invoice\",\"value\":\"9\"},\"IncludeOnSend\":false}],"
                                + "\"FileName\":\"rechnung ä.pdf\",\"ContentType\":\"application/pdf\"}");
    }

    @Test
    void aRefusedUploadIsAFaultAlthoughTheStatusIsGood() {
        stub.api(request -> Stub.json(
                200, "{\"AttachableResponse\":[{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"code\":\"6000\"}]}}]}"));
        QboApi api = api();
        AttachmentUpload upload = AttachmentUpload.of("a.txt", "text/plain", new byte[] {1});
        assertThatThrownBy(() -> api.upload(upload, WriteOptions.standard()))
                .isInstanceOfSatisfying(
                        QboException.class, e -> assertThat(e.codes()).containsExactly("6000"));
    }

    @Test
    void partsOfSeveralFilesAreNumberedInPairs() {
        stub.api(request -> Stub.json(
                200,
                "{\"AttachableResponse\":[{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"code\":\"10000\"}]}},"
                        + "{\"Attachable\":{\"Id\":\"2\"}}]}"));
        AttachmentUpload file = AttachmentUpload.of("a.txt", "text/plain", new byte[] {1});
        BatchResult result = api().upload(List.of(file, file), WriteOptions.standard());
        assertThat(result.outcomes().get(0)).isInstanceOf(BatchOutcome.Unknown.class);
        assertThat(result.outcomes().get(1)).isInstanceOf(BatchOutcome.Written.class);
        assertThat(stub.requests.get(0).getBody().utf8())
                .containsSubsequence(
                        "\"file_metadata_01\"", "\"file_content_01\"", "\"file_metadata_02\"", "\"file_content_02\"");
    }

    @Test
    void anAnswerForAnotherNumberOfFilesTellsNothingOfAnyAndIsAskedForAgainWithTheSameId() {
        stub.api(request -> Stub.json(200, "{\"AttachableResponse\":[{\"Attachable\":{\"Id\":\"2\"}}]}"));
        AttachmentUpload file = AttachmentUpload.of("a.txt", "text/plain", new byte[] {1});
        BatchResult result = api().upload(List.of(file, file), WriteOptions.standard());
        assertThat(result.outcomes()).hasSize(2).allMatch(BatchOutcome.Unknown.class::isInstance);
        assertThat(stub.requests)
                .hasSizeGreaterThan(1)
                .allMatch(r -> r.getTarget().contains("requestid=" + result.requestId()));
        assertThat(stub.requests.stream().map(r -> r.getBody()).distinct()).hasSize(1);
    }

    @Test
    void moreFilesOrBytesThanARequestTakesAreNotSent() {
        QboApi api = api();
        byte[] half = new byte[60 << 20];
        AttachmentUpload large = AttachmentUpload.of("a.bin", "application/octet-stream", half);
        AttachmentUpload small = AttachmentUpload.of("a.txt", "text/plain", new byte[] {1});
        for (List<AttachmentUpload> files :
                List.of(List.<AttachmentUpload>of(), List.of(large, large), Collections.nCopies(100, small))) {
            assertThatThrownBy(() -> api.upload(files, WriteOptions.standard()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(stub.requests).isEmpty();
    }

    @Test
    void aFileIsFetchedFromTheAddressWithoutTheToken() {
        stub.api(request -> request.getTarget().contains("/download/")
                ? Stub.json(200, stub.base() + "v3/file")
                : new MockResponse.Builder().body("{\"Fault\":1}").build());
        assertThat(new String(api().download(new RemoteId("3")), StandardCharsets.UTF_8))
                .isEqualTo("{\"Fault\":1}");
        assertThat(stub.requests.get(1).getHeaders().get("Authorization")).isNull();
        stub.api(request -> Stub.json(200, "http://169.254.169.254/latest"));
        QboApi api = api();
        assertThatThrownBy(() -> api.download(new RemoteId("3"))).isInstanceOf(QboException.class);
    }

    @Test
    void aReportIsReadWithItsSections() {
        stub.api(
                request -> Stub.json(
                        200,
                        "{\"Header\":{\"ReportName\":\"ProfitAndLoss\",\"Currency\":\"USD\",\"Option\":[{\"Name\":\"NoReportData\",\"Value\":\"false\"}]},"
                                + "\"Columns\":{\"Column\":[{\"ColTitle\":\"\",\"ColType\":\"Account\"},{\"ColTitle\":\"Total\",\"ColType\":\"Money\"}]},"
                                + "\"Rows\":{\"Row\":[{\"Header\":{\"ColData\":[{\"value\":\"Income\",\"id\":\"1\"},{\"value\":\"\"}]},\"Rows\":{\"Row\":[{\"ColData\":[{\"value\":\"Fees\",\"id\":\"7\"},{\"value\":\"12.50\"}],\"type\":\"Data\"}]},"
                                + "\"Summary\":{\"ColData\":[{\"value\":\"Total Income\"},{\"value\":\"12.50\"}]},\"type\":\"Section\",\"group\":\"Income\"}]}}"));
        Report report = api().report(ReportRequest.of("ProfitAndLoss")
                .between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31))
                .with("accounting_method", "Cash"));
        assertThat(report.name()).isEqualTo("ProfitAndLoss");
        assertThat(report.empty()).isFalse();
        assertThat(report.rows().get(0).flatten()).hasSize(2);
        assertThat(report.rows().get(0).summary().get(1).amount()).contains(new BigDecimal("12.50"));
        assertThat(report.rows().get(0).rows().get(0).cells().get(0).id()).contains("7");
        assertThat(stub.requests.get(0).getTarget())
                .contains("/reports/ProfitAndLoss?", "start_date=2026-01-01", "accounting_method=Cash");
    }

    @Test
    void badInputFailsBeforeTheWire() {
        assertThatThrownBy(() -> WriteOptions.requestId("x".repeat(51))).hasMessageContaining("50");
        assertThatThrownBy(() -> WriteOptions.requestId("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Query.of(Customer.TYPE).pageSize(1001)).hasMessageContaining("1000");
        assertThatThrownBy(() -> Query.of(Customer.TYPE).startingAt(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Query.of(Customer.TYPE).in(Customer.Fields.ID, List.of()))
                .hasMessageContaining("Id");
        assertThatThrownBy(() -> Query.of(Customer.TYPE).above(Customer.Fields.ID, "5"))
                .hasMessageContaining("Id");
        assertThatThrownBy(() -> Query.quote("cut \ud83d")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> ReportRequest.of("../x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Write.restore("Customer", WriteOperation.DELETE, "{}"))
                .hasMessageContaining("no delete for Customer");
        assertThatThrownBy(() -> Write.delete(Invoice.TYPE.fromJson("{\"Id\":\"1\"}")))
                .hasMessageContaining("SyncToken");
    }

    @Test
    void aStoredWriteIsTheSameWrite() {
        Write<Customer> write =
                Write.create(Customer.builder().displayName("canary").build());
        Write<?> restored = Write.restore("Customer", write.operation(), write.body());
        assertThat(restored.body()).isEqualTo("{\"DisplayName\":\"canary\"}");
        assertThat(restored.toString()).isEqualTo("Write[CREATE Customer]");
    }
}
