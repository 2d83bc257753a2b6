package dev.tieout.qbo.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.fault.FaultCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CodesAreDocumentedTest {
    @Test
    void theDocumentsTableIsTheCatalogs() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("tieout.root", ".."), "docs", "api.md"));
        assertThat(FaultCatalog.all())
                .allSatisfy(entry -> assertThat(page)
                        .contains("| " + entry.code() + " | `" + entry.kind() + "` | " + entry.meaning() + " | "
                                + entry.remedy() + " |\n"));
    }
}
