package dev.tieout.testkit.server.internal;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MalformedHttpTest {
    private static final long SEED = 20_261_121;

    private final FakeQuickBooks qbo =
            FakeQuickBooks.builder().company(DEFAULT_REALM).plainServer().start();
    private final String token = qbo.connect(DEFAULT_REALM).accessToken();

    @AfterEach
    void close() {
        qbo.close();
    }

    private String send(byte[] bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), qbo.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (SocketException e) {
            answer.write("(closed)".getBytes(StandardCharsets.UTF_8));
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private void serverIsAlive() throws IOException {
        assertThat(new Http()
                        .api(qbo, DEFAULT_REALM, token, "companyinfo/" + DEFAULT_REALM)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void malformedHttpNeverKillsTheServerNorShowsAStackTrace() throws IOException {
        for (String request : new String[] {
            "\r\n\r\n",
            "GET\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET http://[::1 HTTP/1.1\r\n\r\n",
            "GET /v3/company/%zz/customer/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /v3/company/1/customer HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
            "POST /v3/company/1/customer HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "POST /v3/company/1/customer HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc",
            "POST /v3/company/1/customer HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET / HTTP/1.1\r\nno colon here\r\n\r\n",
            "GET / HTTP/1.1\r\n: empty name\r\n\r\n",
            "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET " + "/a".repeat(40_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
        }) {
            assertThat(send(request.getBytes(StandardCharsets.ISO_8859_1)))
                    .doesNotContain("\tat ", "dev.tieout.testkit")
                    .as(request.substring(0, Math.min(60, request.length())));
        }
        serverIsAlive();
    }

    @Test
    void randomBytesNeverKillTheServer() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = ("POST /v3/company/" + DEFAULT_REALM + "/invoice?minorversion=75 HTTP/1.1\r\nHost: a\r\n"
                            + "Authorization: Bearer " + token
                            + "\r\nContent-Length: 20\r\n\r\n{\"Line\":[{\"Id\":\"1\"}]}")
                    .getBytes(StandardCharsets.ISO_8859_1);
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(send(bytes)).as("seed " + SEED + ", round " + i).doesNotContain("\tat ", "dev.tieout.testkit");
        }
        serverIsAlive();
    }

    @Test
    void urlsAsRealClientsSendThemAreUnderstood() throws IOException {
        String head = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept: application/json\r\nAuthorization: bearer "
                + token + "\r\n\r\n";
        for (String target : new String[] {
            "/v3/company/" + DEFAULT_REALM + "/query?query=select+*+from+Customer&minorversion=75&",
            "/v3/company/" + DEFAULT_REALM + "/query?query=select%20*%20from%20Customer%20where%20Balance>'0'&",
            "http://localhost/v3/company/" + DEFAULT_REALM + "/companyinfo/" + DEFAULT_REALM + "?",
            "/v3/company/" + DEFAULT_REALM + "//companyinfo/" + DEFAULT_REALM,
        }) {
            assertThat(send(("GET " + target + head).getBytes(StandardCharsets.ISO_8859_1)))
                    .as(target)
                    .startsWith("HTTP/1.1 200");
        }
    }
}
