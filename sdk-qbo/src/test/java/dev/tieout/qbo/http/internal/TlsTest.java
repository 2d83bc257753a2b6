package dev.tieout.qbo.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.fault.FaultKind;
import java.net.InetAddress;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TLS is started late, but never left out. */
class TlsTest {
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private final HandshakeCertificates trusting = new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    private final MockWebServer server = new MockWebServer();
    private Request request;

    @BeforeEach
    void start() throws Exception {
        HandshakeCertificates held =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server.useHttps(held.sslSocketFactory());
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        server.enqueue(new MockResponse.Builder().body("{}").build());
        request = new Request.Builder()
                .url("https://127.0.0.1:" + server.getPort() + "/")
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static OkHttpClient trusting(HandshakeCertificates trusted) {
        return new OkHttpClient.Builder()
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .build();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        Wire.Result result = new Wire(CallSettings.standard()).exchange(request);
        assertThat(result.failure()).isNotNull();
        assertThat(result.failure().kind()).isEqualTo(FaultKind.CONFIGURATION);
        assertThat(result.reached()).isFalse();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whatAHostsOwnClientTrustsIsTrusted() {
        Wire wire =
                new Wire(CallSettings.builder().httpClient(trusting(trusting)).build());
        assertThat(wire.exchange(request).failure()).isNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        Wire wire =
                new Wire(CallSettings.builder().httpClient(trusting(trusting)).build());
        Request elsewhere = request.newBuilder()
                .url("https://localhost:" + server.getPort() + "/")
                .build();
        Wire.Result result = wire.exchange(elsewhere);
        assertThat(result.failure()).isNotNull();
        assertThat(result.failure().kind()).isEqualTo(FaultKind.CONFIGURATION);
    }

    @Test
    void oneWireSpeaksBothWithoutAndWithTls() throws Exception {
        Wire wire = new Wire(CallSettings.standard());
        try (MockWebServer open = new MockWebServer()) {
            open.start(InetAddress.getByName("127.0.0.1"), 0);
            open.enqueue(new MockResponse.Builder().body("{}").build());
            open.enqueue(new MockResponse.Builder().body("{}").build());
            Request plain = new Request.Builder()
                    .url("http://127.0.0.1:" + open.getPort() + "/")
                    .build();
            assertThat(wire.exchange(plain).failure()).isNull();
            assertThat(wire.exchange(request).failure()).isNotNull();
            assertThat(wire.exchange(plain).failure()).isNull();
            assertThat(open.getRequestCount()).isEqualTo(2);
        }
    }
}
