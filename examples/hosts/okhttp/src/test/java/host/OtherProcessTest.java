package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.api.AttachmentUpload;
import dev.tieout.qbo.api.WriteOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs in production runs beside OkHttp 4, whichever is first on the class path. The fake is another process. */
class OtherProcessTest {
    private Process fake;
    private URI baseUrl;

    @BeforeEach
    void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        fake = new ProcessBuilder(
                        java, "-jar", System.getProperty("fake.jar"), "--port", "0", "--empty", "--auto-approve")
                .redirectErrorStream(true)
                .start();
        BufferedReader lines = fake.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("http://")) {
            line = lines.readLine();
        }
        assertThat(line).as("the address of the fake").isNotNull();
        baseUrl = URI.create(line.substring(line.indexOf("http://")).split("[\\s]")[0]).resolve("/");
    }

    @AfterEach
    void stop() {
        fake.destroy();
    }

    @Test
    void firstSyncAndAnUpload() {
        try (QuickBooks quickBooks = FirstSync.quickBooks(baseUrl, "any", "any")) {
            assertThat(FirstSync.run(quickBooks, OtherProcessTest::approve).entries())
                    .hasSize(1);
            Company company = quickBooks.company(FirstSync.FIRM);
            assertThat(company.tieOut().agrees()).isTrue();
            AttachmentUpload note = AttachmentUpload.of("note.txt", "text/plain", new byte[] {'a', 'b'});
            assertThat(company.api().upload(note, WriteOptions.standard()).id()).isPresent();
        }
    }

    /** Follows the consent page, which sends the browser on to the callback at once. */
    private static URI approve(URI url) {
        try {
            String location = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return URI.create(location);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
