package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a client sends kills the company, many clients at once lose nothing, many records stay quick. */
class RobustnessTest extends CompanyTest {
    private static final List<String> PATHS = List.of(
            "customer",
            "invoice",
            "payment",
            "batch",
            "query",
            "upload",
            "cdc",
            "item",
            "account",
            "deposit",
            "journalentry",
            "bill",
            "estimate",
            "taxservice/taxcode",
            "exchangerate",
            "preferences",
            "companyinfo",
            "recurringtransaction",
            "timeactivity",
            "attachable",
            "transfer",
            "reports/ProfitAndLoss",
            "download/1",
            "invoice/1/send",
            "invoice/1/pdf",
            "purchase",
            "billpayment",
            "vendorcredit",
            "refundreceipt",
            "salesreceipt",
            "purchaseorder",
            "class",
            "term");
    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "1e999",
            "-0",
            "\"Id\"",
            "\"SyncToken\"",
            "\"Line\"",
            "\"CustomerRef\"",
            "{\"value\":\"1\"}",
            "\"Amount\"",
            "9".repeat(40),
            "\"\\ud83d\"",
            "\"DetailType\"",
            "\"SalesItemLineDetail\"",
            "{}",
            "[]",
            "\"sparse\"",
            "\"TxnDate\"",
            "\"2026-02-30\"",
            "\u0000",
            "\"LinkedTxn\"",
            "\"TotalAmt\"",
            "\"DisplayName\"",
            "\"ParentRef\"",
            "\"Job\"",
            "1E400",
            "0.1",
            "\"BatchItemRequest\"",
            "\"Query\"");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noRequestGetsAStackTraceOrAServerError(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            FakeRequest request = anything(random);
            FakeResponse response = company.handle(request);
            assertThat(response.status())
                    .as("seed %s request %s %s", seed, i, request)
                    .isLessThan(500);
            assertThat(response.bodyText()).doesNotContain("\tat ").doesNotContain(".java:");
        }
        assertThat(get("customer/1").status()).isEqualTo(200);
    }

    private static FakeRequest anything(Random random) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        String target = "/v3/company/" + REALM + "/" + path;
        if (random.nextInt(4) == 0) {
            target += "?operation="
                    + List.of("delete", "void", "update&include=void", "x", "").get(random.nextInt(5));
        }
        if (random.nextInt(6) == 0) {
            target += "/" + random.nextInt(30) + "%zz?query=" + scraps(random).replace(' ', '+') + "&&=&requestid=";
        }
        FakeHeaders headers = FakeHeaders.none()
                .with(
                        "Content-Type",
                        List.of("application/json", "multipart/form-data; boundary=--", "", "text/plain")
                                .get(random.nextInt(4)))
                .with("Accept", random.nextBoolean() ? "application/json" : "application/xml");
        byte[] body = random.nextInt(3) == 0 ? noise(random) : shaped(random).getBytes(StandardCharsets.UTF_8);
        return FakeRequest.of(random.nextInt(5) == 0 ? "GET" : "POST", target, headers, body);
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String scraps(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return text.toString();
    }

    /** Bodies that are JSON and nearly right: they get past the parser and into the rules. */
    private static String shaped(Random random) {
        List<String> fields = List.of(
                "\"Id\":\"" + random.nextInt(20) + "\"",
                "\"SyncToken\":\"" + random.nextInt(3) + "\"",
                "\"sparse\":" + random.nextBoolean(),
                "\"DisplayName\":\"N" + random.nextInt(50) + "\"",
                "\"Name\":\"N" + random.nextInt(50) + "\"",
                "\"Active\":" + random.nextBoolean(),
                "\"CustomerRef\":{\"value\":\"" + random.nextInt(15) + "\"}",
                "\"VendorRef\":{\"value\":\"14\"}",
                "\"TotalAmt\":" + (random.nextInt(400) - 50),
                "\"TxnDate\":\"2026-0" + random.nextInt(10) + "-11\"",
                "\"ParentRef\":{\"value\":\"" + random.nextInt(15) + "\"}",
                "\"Job\":true",
                "\"Line\":[{\"Amount\":" + random.nextInt(99)
                        + ",\"DetailType\":\"SalesItemLineDetail\",\"SalesItemLineDetail\":"
                        + "{\"ItemRef\":{\"value\":\"" + random.nextInt(9) + "\"},\"Qty\":" + random.nextInt(3) + "}}]",
                "\"Line\":[{\"Amount\":5,\"LinkedTxn\":[{\"TxnId\":\"" + random.nextInt(15)
                        + "\",\"TxnType\":\"Invoice\"}]}]",
                "\"Line\":[" + scraps(random) + "]",
                "\"AccountRef\":{\"value\":\"35\"}",
                "\"PaymentType\":\"Cash\"",
                "\"DepositToAccountRef\":{\"value\":\"" + (30 + random.nextInt(9)) + "\"}",
                "\"AccountType\":\"Bank\"",
                "\"TxnTaxDetail\":{\"TxnTaxCodeRef\":{\"value\":\"" + random.nextInt(5) + "\"}}",
                "\"Type\":\"Category\"",
                "\"NameOf\":\"Employee\",\"Hours\":1",
                "\"Balance\":12.5",
                "\"AccountingInfoPrefs\":{\"TrackDepartments\":false}");
        List<String> chosen = new ArrayList<>();
        for (String field : fields) {
            if (random.nextInt(3) == 0) {
                chosen.add(field);
            }
        }
        return "{" + String.join(",", chosen) + "}";
    }

    @Test
    void manyClientsAtOnceLoseNothing() throws Exception {
        int threads = 8;
        int each = 100;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<List<String>>> futures = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            futures.add(pool.submit(() -> {
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    ids.add(create("customer", "{`DisplayName`:`T" + thread + " C" + i + "`}")
                            .text("Id"));
                    query("select * from Customer where DisplayName = 'T0 C1'");
                }
                return ids;
            }));
        }
        Set<String> ids = new HashSet<>();
        for (Future<List<String>> future : futures) {
            ids.addAll(future.get());
        }
        pool.shutdown();
        assertThat(ids).hasSize(threads * each);
        assertThat(ok(query("select count(*) from Customer")).text("totalCount"))
                .isEqualTo("" + (13 + threads * each));
    }

    @Test
    void oneHundredThousandCustomersAreSeededAndFound() {
        Instant start = Instant.now();
        company.seed().records("Customer", 100_000, i -> Map.of("DisplayName", "Client " + i));
        Duration seeding = Duration.between(start, Instant.now());
        start = Instant.now();
        int asked = 3000;
        for (int i = 0; i < asked; i++) {
            int wanted = i * 33;
            assertThat(rows("Customer", "select * from Customer where DisplayName = 'client " + wanted + "'"))
                    .hasSize(1);
        }
        Duration asking = Duration.between(start, Instant.now());
        System.out.println("PRINT seeded 100000 customers in " + seeding.toMillis() + " ms; " + asked
                + " queries by name in " + asking.toMillis() + " ms");
        assertThat(ok(query("select count(*) from Customer")).text("totalCount"))
                .isEqualTo("100013");
        assertThat(rows("Customer", "select * from Customer startposition 99001 maxresults 1000"))
                .hasSize(1000);
    }

    @Test
    void equalSeedsGiveEqualBytes() {
        FakeCompany one = FakeCompany.builder().clock(() -> now).seed(7).build();
        FakeCompany other = FakeCompany.builder().clock(() -> now).seed(7).build();
        for (String target : List.of("query?query=select%20*%20from%20Invoice", "customer/1", "nothing")) {
            FakeRequest request = FakeRequest.get("/v3/company/" + REALM + "/" + target);
            FakeResponse first = one.handle(request);
            FakeResponse second = other.handle(request);
            assertThat(first.body()).isEqualTo(second.body());
            assertThat(first.headers().first("intuit_tid"))
                    .isEqualTo(second.headers().first("intuit_tid"));
        }
    }
}
