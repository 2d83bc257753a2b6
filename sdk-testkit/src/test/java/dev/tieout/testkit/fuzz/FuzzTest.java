package dev.tieout.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Broken input of every kind: no reader crashes, hangs or answers with a server error. A second of all of them in each build,
 * {@code -Pfuzz -Dfuzz.seconds=N} for longer; a failure names the seed and shows the input.
 */
class FuzzTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final List<String> MARKUP = List.of(
            "<",
            ">",
            "/>",
            "</",
            "&amp;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE a [",
            "<!ENTITY x 'y'>",
            "<?xml ",
            "xmlns=''",
            "xsi:nil=\"true\"",
            "sparse=\"true\"",
            "<Line>",
            "</Line>",
            "<Id>",
            "<a>",
            "\u0000",
            "\ufeff",
            "encoding='UTF-16'");
    private static final List<String> SIGNS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "null",
            "true",
            "-1e999",
            "1E400",
            "0.00000000001",
            "99999999999999999999",
            "\\u0000",
            "\\ud800",
            "\"Id\":",
            "\"Line\":[",
            "\"value\":",
            "\"sparse\":true",
            "{\"a\":",
            "-0",
            "\"\"");
    private static final List<String> WORDS = List.of(
            "select ",
            " from ",
            " where ",
            " and ",
            " or ",
            " not ",
            " in (",
            ")",
            "'",
            "\\'",
            "\\",
            "%",
            "*",
            "count(*)",
            " like ",
            " between ",
            " orderby ",
            " startposition ",
            " maxresults ",
            "999999999999",
            "-1",
            "Customer",
            "Id",
            ".",
            ",",
            " = ");

    /** What is fuzzed. */
    enum Target {
        QUERY(
                WORDS,
                "select * from Customer where DisplayName = 'Amy\\'s' and Active in (true,false) orderby Id desc",
                "select count(*) from Invoice where TxnDate > '2026-01-01' startposition 1 maxresults 10",
                "select Id, Line.* from Invoice where TotalAmt between '1' and '2'"),
        JSON(
                SIGNS,
                "{\"DisplayName\":\"Fern\",\"BillAddr\":{\"Line1\":\"1 Elm\"},\"Job\":false}",
                "{\"CustomerRef\":{\"value\":\"3\"},\"Line\":[{\"Amount\":12.5,\"DetailType\":\"SalesItemLineDetail\","
                        + "\"SalesItemLineDetail\":{\"ItemRef\":{\"value\":\"1\"},\"Qty\":2,\"UnitPrice\":6.25}}]}",
                "{\"BatchItemRequest\":[{\"bId\":\"a\",\"operation\":\"create\",\"Vendor\":{\"DisplayName\":\"V\"}},"
                        + "{\"bId\":\"b\",\"Query\":\"select * from Term\"}]}"),
        XML(
                MARKUP,
                "<Customer xmlns=\"http://schema.intuit.com/finance/v3\" sparse=\"false\"><DisplayName>F &amp;"
                        + " S</DisplayName><PrimaryEmailAddr><Address>a@b.example</Address></PrimaryEmailAddr></Customer>",
                "<?xml version=\"1.0\"?><Invoice><CustomerRef name=\"x\">3</CustomerRef><Line><Amount>12.5</Amount>"
                        + "<DetailType>SalesItemLineDetail</DetailType><SalesItemLineDetail><ItemRef>1</ItemRef>"
                        + "</SalesItemLineDetail></Line></Invoice>",
                "<IntuitBatchRequest><BatchItemRequest bId=\"a\""
                        + " operation=\"create\"><Vendor><DisplayName>V</DisplayName>"
                        + "</Vendor></BatchItemRequest></IntuitBatchRequest>"),
        MULTIPART(
                List.of(
                        "--XX",
                        "--XX--",
                        "\r\n",
                        "\n",
                        "\r\n\r\n",
                        "Content-Type: application/xml",
                        "; name=\"file_metadata_01\"",
                        "Content-Transfer-Encoding: base64",
                        "{}",
                        "<Attachable/>",
                        ":",
                        "filename=\"",
                        "\u0000"),
                "--XX\r\n"
                        + "Content-Disposition: form-data; name=\"file_metadata_01\"\r\n"
                        + "Content-Type: application/json\r\n\r\n"
                        + "{\"FileName\":\"a.txt\"}\r\n"
                        + "--XX\r\n"
                        + "Content-Disposition: form-data; name=\"file_content_01\"; filename=\"a.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\n"
                        + "hello\r\n"
                        + "--XX--\r\n"),
        ADDRESS(
                List.of(
                        "/",
                        "%",
                        "%2F",
                        "%zz",
                        "?",
                        "&",
                        "=",
                        "requestid=",
                        "changedSince=",
                        "..",
                        "9999999999999999999999"),
                "customer/1?minorversion=75",
                "cdc?entities=Customer,Invoice&changedSince=2026-11-01T00:00:00-08:00",
                "reports/ProfitAndLoss?start_date=2026-01-01&summarize_column_by=Month&date_macro=This%20Year",
                "invoice/1/send?sendTo=a%40b.example");

        private final List<String> tokens;
        private final List<String> corpus;

        Target(List<String> tokens, String... corpus) {
            this.tokens = tokens;
            this.corpus = List.of(corpus);
        }
    }

    private final FakeCompany company = FakeCompany.builder()
            .clock(() -> Instant.parse("2026-11-21T20:00:00Z"))
            .build();

    @ParameterizedTest
    @EnumSource(Target.class)
    void noInputBreaksTheFake(Target target) {
        double seconds = Double.parseDouble(System.getProperty("fuzz.seconds", "1"));
        long end = System.nanoTime() + (long) (seconds * 1e9 / Target.values().length);
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Mutator mutator = new Mutator(seed, target.corpus, target.tokens);
        long inputs = 0;
        while (System.nanoTime() < end || inputs < 100) {
            feed(target, mutator.next(), seed);
            inputs++;
        }
        System.out.println("PRINT fuzz " + target + " seed " + seed + ": " + inputs + " inputs");
    }

    private void feed(Target target, byte[] input, long seed) {
        String shown =
                target + " seed " + seed + " input " + Base64.getEncoder().encodeToString(input);
        long start = System.nanoTime();
        FakeResponse response;
        try {
            response = company.handle(request(target, input));
        } catch (RuntimeException | StackOverflowError crash) {
            throw new AssertionError(shown, crash);
        }
        assertThat(response.status()).as(shown).isLessThan(500);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(shown).isLessThan(LONGEST);
    }

    private FakeRequest request(Target target, byte[] input) {
        String base = "/v3/company/" + company.realmId() + "/";
        String start = new String(input, 0, Math.min(input.length, 30), StandardCharsets.ISO_8859_1);
        String path = start.contains("Batch") ? "batch" : start.contains("ustomer>") ? "customer" : "invoice";
        FakeHeaders headers = FakeHeaders.none();
        return switch (target) {
            case QUERY ->
                FakeRequest.get(base + "query?query="
                        + URLEncoder.encode(new String(input, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            case JSON -> FakeRequest.of("POST", base + path, headers.with("Content-Type", "application/json"), input);
            case XML -> FakeRequest.of("POST", base + path, headers.with("Content-Type", "application/xml"), input);
            case MULTIPART ->
                FakeRequest.of(
                        "POST",
                        base + "upload",
                        headers.with("Content-Type", "multipart/form-data; boundary=XX"),
                        input);
            case ADDRESS ->
                FakeRequest.of("GET", base + new String(input, StandardCharsets.ISO_8859_1), headers, new byte[0]);
        };
    }
}
