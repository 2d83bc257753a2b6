package dev.tieout.testkit.server.internal;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for MockWebServer in tests and for the plain server of the standalone program alike. */
class BothServersTest {
    private final Http http = new Http();

    private static FakeQuickBooks start(boolean plain) {
        FakeQuickBooks.Builder builder = FakeQuickBooks.builder().company(DEFAULT_REALM);
        return plain ? builder.plainServer().start() : builder.start();
    }

    private static byte[] request(FakeQuickBooks qbo, String line, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(line)
                .append(" HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ")
                .append(qbo.connect(DEFAULT_REALM).accessToken())
                .append("\r\nContent-Type: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static Socket connect(FakeQuickBooks qbo) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), qbo.baseUrl().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /** Reads one answer of an announced length. */
    private static String answer(InputStream in) throws IOException {
        return new String(answerBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] answerBytes(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(in.readNBytes(Integer.parseInt(length)));
        return answer.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionIsCutAtTheNamedMoment(boolean plain) throws IOException {
        try (FakeQuickBooks qbo = start(plain)) {
            String token = qbo.connect(DEFAULT_REALM).accessToken();
            qbo.faults()
                    .add(FaultRule.on("Customer", "create"), Fault.closedBeforeCommit())
                    .add(FaultRule.on("Customer", "create"), Fault.reset())
                    .add(FaultRule.on("Customer", "create"), Fault.answerLost())
                    .add(FaultRule.on("Customer", "create"), Fault.cutMidBody())
                    .add(FaultRule.on("Customer", "create"), Fault.delayed(Duration.ofMillis(5)));
            for (String name : new String[] {"closed", "reset", "lost", "half"}) {
                assertThatThrownBy(() -> http.postJson(
                                qbo, DEFAULT_REALM, token, "customer", "{\"DisplayName\":\"" + name + "\"}"))
                        .as(name)
                        .isInstanceOf(IOException.class);
            }
            http.postJson(qbo, DEFAULT_REALM, token, "customer", "{\"DisplayName\":\"late\"}");

            assertThat(qbo.company().all("Customer"))
                    .extracting(customer -> customer.get("DisplayName"))
                    .containsExactlyInAnyOrder("lost", "half", "late");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stalledAnswerNeverComes(boolean plain) throws IOException {
        try (FakeQuickBooks qbo = start(plain);
                Socket socket = connect(qbo)) {
            qbo.faults().next(Fault.stalled());
            socket.setSoTimeout(200);
            socket.getOutputStream()
                    .write(request(qbo, "GET /v3/company/" + DEFAULT_REALM + "/customer/1", new byte[0]));

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resetIsAResetAndNotAnOrderlyEnd(boolean plain) throws IOException {
        try (FakeQuickBooks qbo = start(plain);
                Socket socket = connect(qbo)) {
            qbo.faults().next(Fault.reset());
            socket.getOutputStream()
                    .write(request(qbo, "GET /v3/company/" + DEFAULT_REALM + "/customer/1", new byte[0]));

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneConnectionCarriesManyRequestsChunkedAndCompressed(boolean plain) throws IOException {
        byte[] packed = gzip("{\"DisplayName\":\"packed\"}");
        byte[] chunks =
                "5\r\n{\"Dis\r\n16\r\nplayName\":\"in chunks\"}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        String create = "POST /v3/company/" + DEFAULT_REALM + "/customer?minorversion=75&";
        try (FakeQuickBooks qbo = start(plain);
                Socket socket = connect(qbo)) {
            InputStream in = socket.getInputStream();
            socket.getOutputStream()
                    .write(request(
                            qbo,
                            create,
                            packed,
                            "Content-Encoding: gzip",
                            "Content-Length: " + packed.length,
                            "Accept: application/json"));
            assertThat(answer(in)).startsWith("HTTP/1.1 200").contains("\"DisplayName\":\"packed\"");
            socket.getOutputStream()
                    .write(request(qbo, create, chunks, "Transfer-Encoding: chunked", "Accept: application/json"));
            assertThat(answer(in)).startsWith("HTTP/1.1 200").contains("\"DisplayName\":\"in chunks\"");
            socket.getOutputStream()
                    .write(request(
                            qbo,
                            "GET /v3/company/" + DEFAULT_REALM + "/companyinfo/" + DEFAULT_REALM,
                            new byte[0],
                            "Accept: application/xml"));
            assertThat(answer(in)).contains("<CompanyInfo");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void longAnswersComePackedWhenAskedFor(boolean plain) throws IOException {
        try (FakeQuickBooks qbo = start(plain);
                Socket socket = connect(qbo)) {
            socket.getOutputStream()
                    .write(request(
                            qbo,
                            "GET /v3/company/" + DEFAULT_REALM + "/query?query=select%20*%20from%20Account",
                            new byte[0],
                            "Accept: application/json",
                            "Accept-Encoding: gzip",
                            "Connection: close"));
            byte[] answer = answerBytes(socket.getInputStream());
            String text = new String(answer, StandardCharsets.ISO_8859_1);
            int body = text.indexOf("\r\n\r\n") + 4;

            assertThat(text.toLowerCase(Locale.ROOT)).contains("content-encoding: gzip");
            InputStream packed = new ByteArrayInputStream(answer, body, answer.length - body);
            assertThat(new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("{\"QueryResponse\":{\"Account\":[");
        }
    }
}
