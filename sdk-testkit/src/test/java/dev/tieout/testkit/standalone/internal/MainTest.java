package dev.tieout.testkit.standalone.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) throws InterruptedException {
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new CountDownLatch(0),
                args);
    }

    @Test
    void printsItsUrlsAndNoTokens() throws InterruptedException {
        assertThat(run(
                        "--port",
                        "0",
                        "--empty",
                        "--realm",
                        "42",
                        "--access-token",
                        "SECRET-A",
                        "--client-id",
                        "me",
                        "--client-secret",
                        "SECRET-B",
                        "--clock",
                        "2026-03-02T17:00:00Z"))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("/v3/company/42/", "/oauth2/v1/tokens/bearer", "/connect/oauth2", "/_fake/", "me")
                .doesNotContain("SECRET");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void helpNamesEveryOption() throws InterruptedException {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--port", "--company", "--realm", "--access-token", "--refresh-token", "--clock", "--listen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port x | --port must be a whole number",
                "--port 70000 | from 0 to 65535",
                "--port | value is missing",
                "--prot 1 | unknown option --prot",
                "--realm abc | --realm must be digits",
                "--clock noon | --clock must be system or a moment",
                "--client-id only | go together",
                "--redirect-uri https://a.test | needs --client-id",
                "--company /no/such/folder | --company must name a folder",
                "--port 0 --webhook-url nowhere | must be an http or https URL",
                "--webhook-format xml | must be cloud_events or legacy",
                "--listen no.such.host.invalid | --listen must name an address",
            })
    void badCommandLineSaysWhatWasExpected(String line, String message) throws InterruptedException {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message).doesNotContain("\tat ");
    }

    @Test
    void badCompanyFolderIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("Customer.json"), "{not json");

        assertThat(run("--port", "0", "--company", folder.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Customer.json");
    }

    /** Data: {@code shared/data/company}, whose only flaw is one dangling term. */
    @Test
    void recordedCompanyLoadsWithItsOneKnownFlaw() throws InterruptedException {
        Path company = Path.of(System.getProperty("tieout.root", ".")).resolve("../shared/data/company");
        assumeTrue(Files.isDirectory(company), "the recorded company is not here");

        assertThat(run("--port", "0", "--company", company.toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("  note")))
                .singleElement()
                .asString()
                .contains("Term 5");
    }

    @Test
    void optionsHaveTheDocumentedDefaults() {
        Options options = Options.of();

        assertThat(options.port).isEqualTo(8420);
        assertThat(options.listen).isEqualTo("127.0.0.1");
        assertThat(options.realm).isEqualTo("9341452000000001");
        assertThat(options.clock).isNull();
        assertThatThrownBy(() -> Options.of("stray")).isInstanceOf(IllegalArgumentException.class);
    }
}
