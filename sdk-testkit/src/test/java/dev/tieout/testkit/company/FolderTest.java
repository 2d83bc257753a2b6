package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company as a folder of query answers. */
class FolderTest extends CompanyTest {
    @TempDir
    Path folder;

    @Test
    void aSavedCompanyLoadsAsItWas() {
        create("invoice", invoice("3", "12.34"));
        company.save(folder);
        FakeCompany loaded = FakeCompany.builder().clock(() -> now).from(folder).build();
        assertThat(loaded.complaints()).isEmpty();
        assertThat(loaded.entities()).isEqualTo(company.entities());
        for (String entity : company.entities()) {
            assertThat(loaded.all(entity)).as(entity).isEqualTo(company.all(entity));
        }
        use(loaded);
        String number = create("invoice", invoice("3", "1")).text("DocNumber");
        assertThat(number).isEqualTo("1008");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("13.34");
    }

    @Test
    void theRecordedCompanyHasOneDanglingTerm() {
        Path recorded = Path.of(System.getProperty("tieout.root"), "..", "shared", "data", "company");
        Assumptions.assumeTrue(Files.isDirectory(recorded), "no recorded company here");
        FakeCompany loaded =
                FakeCompany.builder().clock(() -> now).from(recorded).build();
        assertThat(loaded.complaints()).containsExactly("Bill 19 names Term 5 in SalesTermRef, which does not exist");
        assertThat(loaded.all("Customer")).hasSize(33);
        assertThat(loaded.all("Invoice")).hasSize(37);
    }

    @Test
    void aBadFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("Customer.json"), "{\"QueryResponse\":");
        assertThatThrownBy(() -> FakeCompany.builder().from(folder).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Customer.json");
        assertThatThrownBy(() ->
                        FakeCompany.builder().from(folder.resolve("nowhere")).build())
                .hasMessageContaining("no folder at");
    }

    @Test
    void seedsAndActsGoThroughTheRules() {
        String id = company.seed().customer("Seeded").lastId();
        String item = company.seed().item("Hours", new BigDecimal("90"), "45").lastId();
        String invoice = company.seed().invoice(id, item, new BigDecimal("90")).lastId();
        company.seed().payment(id, new BigDecimal("100"), invoice);
        assertThat(company.find("Customer", id).orElseThrow().get("Balance").toString())
                .isEqualTo("-10.00");
        assertThatThrownBy(() -> company.seed().vendor("seeded", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("6240")
                .hasMessageNotContaining("seeded");
        company.seed().raw("Customer", Map.of("Id", "9000", "SyncToken", "3", "DisplayName", "Ghost", "Active", false));
        assertThat(read("customer", "9000").text("DisplayName")).isEqualTo("Ghost");
        assertThat(company.seed().customer("Next").lastId()).isEqualTo("9001");
        FakeCompany empty = FakeCompany.builder().clock(() -> now).empty().build();
        assertThat(empty.entities()).contains("Account", "Preferences").doesNotContain("Customer");
    }
}
