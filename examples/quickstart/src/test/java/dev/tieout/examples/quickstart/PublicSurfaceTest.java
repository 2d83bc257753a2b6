package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.testkit.FakeQuickBooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What hosts compile against is written down, module by module, in {@code api.txt}: nobody changes it without noticing, and a
 * review sees what changed (ADR 0085).
 */
class PublicSurfaceTest {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Map<String, Class<?>> MODULES = Map.of(
            "sdk-core", TenantId.class,
            "sdk-matching", ClientMatcher.class,
            "sdk-qbo", QuickBooks.class,
            "sdk-testkit", FakeQuickBooks.class);

    @ParameterizedTest
    @ValueSource(strings = {"sdk-core", "sdk-matching", "sdk-qbo", "sdk-testkit"})
    void thePublicSurfaceIsAsWrittenDown(String module) throws Exception {
        Path written = ROOT.resolve(module).resolve("api.txt");
        Path found = Files.createDirectories(Path.of("target", "api").toAbsolutePath())
                .resolve(module + ".txt");
        Files.write(found, Surface.of(module, MODULES.get(module)));
        assertThat(Files.readAllLines(found))
                .as(
                        "What hosts compile against has changed. If that is meant, say so in CHANGELOG.md and accept"
                                + " it:%n  cp %s %s",
                        found, written)
                .isEqualTo(Files.exists(written) ? Files.readAllLines(written) : List.of());
    }

    @Test
    void nothingInternalIsInIt() throws Exception {
        for (String module : MODULES.keySet()) {
            assertThat(Files.readAllLines(ROOT.resolve(module).resolve("api.txt")))
                    .isNotEmpty()
                    .filteredOn(line -> !line.startsWith(" "))
                    .noneMatch(line ->
                            line.replaceAll(" (extends|implements) .*", "").contains("internal"));
        }
    }
}
