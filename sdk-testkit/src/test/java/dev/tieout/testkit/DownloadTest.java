package dev.tieout.testkit;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client under test never leaves the machine: what was uploaded is served by the fake itself. */
class DownloadTest {
    private static final String UPLOAD = "--XX\r\nContent-Disposition: form-data; name=\"file_content_01\";"
            + " filename=\"note.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--XX--\r\n";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theDownloadAddressIsTheFakesOwnAndDiesAfterAQuarterOfAnHour() throws Exception {
        try (FakeQuickBooks qbo = FakeQuickBooks.start()) {
            String token = qbo.connect(DEFAULT_REALM).accessToken();
            URI upload = qbo.baseUrl().resolve("/v3/company/" + DEFAULT_REALM + "/upload");
            HttpRequest request = HttpRequest.newBuilder(upload)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json")
                    .header("Content-Type", "multipart/form-data; boundary=XX")
                    .POST(HttpRequest.BodyPublishers.ofString(UPLOAD))
                    .build();
            String stored = send(request).body();
            String id = Http.member(stored, "Id");

            String address =
                    new Http().api(qbo, DEFAULT_REALM, token, "download/" + id).body();

            assertThat(address).startsWith(qbo.baseUrl().toString()).contains("X-Amz-Expires=900");
            HttpRequest download = HttpRequest.newBuilder(URI.create(address)).build();
            assertThat(send(download).body()).isEqualTo("hello");
            qbo.clock().advance(Duration.ofMinutes(16));
            assertThat(send(download).statusCode()).isEqualTo(403);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
