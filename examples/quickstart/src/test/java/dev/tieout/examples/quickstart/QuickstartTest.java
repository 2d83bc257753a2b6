package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final Path DATA = Path.of(System.getProperty("tieout.root"), "..", "shared", "data");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return Quickstart.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theInventedCompanyTiesOut() {
        assertThat(run()).as(printed()).isZero();
        assertThat(printed())
                .contains("Matches: 6", "Duplicates, for a person to decide: 3", "Unmatched clients: 3")
                .contains("belongs to Vendor", "BAD_REFERENCE (code 2500)", "Both sides agree.");
    }

    @Test
    void oneLostAnswerMakesNoSecondInvoice() {
        run();
        assertThat(printed()).contains("invoices sent: 8, calls that reached QuickBooks: 9, invoices made there: 8");
    }

    @Test
    void theRecordedCompanyTiesOut() {
        assumeThat(DATA.resolve("company")).as("recorded company").isDirectory();
        int exit = run(
                "--company",
                DATA.resolve("company").toString(),
                "--clients",
                DATA.resolve("practice-clients.csv").toString());
        assertThat(exit).as(printed()).isZero();
        assertThat(printed()).contains("Matches: 14", "Unmatched clients: 4", "Both sides agree.");
    }

    @Test
    void helpIsPrinted() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--company DIR", "--clients FILE.csv");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThat(run("--verbose")).isEqualTo(2);
        assertThat(complaint()).contains("unknown option --verbose");
    }

    @Test
    void aFolderWithoutACompanyIsRefused() {
        assertThat(run("--company", folder.toString())).isEqualTo(2);
        assertThat(complaint()).contains("no Customer.json");
    }

    @Test
    void aBrokenCompanyFileIsRefusedByNameAndLine() throws IOException {
        Files.writeString(folder.resolve("Customer.json"), "{\"QueryResponse\":\n  {\"Customer\":[{]}}");
        assertThat(run("--company", folder.toString())).isEqualTo(2);
        assertThat(complaint()).contains("Customer.json").containsIgnoringCase("line 2");
    }

    @Test
    void aBadClientFileIsRefusedByLineAndColumn() throws IOException {
        Path file = folder.resolve("clients.csv");
        Files.writeString(
                file,
                "id,kind,name,first_name,last_name,company,email,phone\nc-1,PERSON,Ann,,,,,\n",
                StandardCharsets.UTF_8);
        assertThat(run("--clients", file.toString())).isEqualTo(2);
        assertThat(complaint()).contains("line 2, column 2 (kind)", "expected INDIVIDUAL");
    }
}
