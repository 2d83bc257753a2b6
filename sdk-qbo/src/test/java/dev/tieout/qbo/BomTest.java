package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What hosts import manages our modules, OkHttp and Okio in the versions that we build with, and nothing else. */
class BomTest {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Pattern MANAGED = Pattern.compile(
            "<dependency><groupId>(.*?)</groupId><artifactId>(.*?)</artifactId><version>(.*?)</version>");

    private static String pom(String module) throws IOException {
        return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
    }

    /** By group and artifact, the version with its property resolved. */
    private static Map<String, String> managed(String pom) {
        Map<String, String> managed = new TreeMap<>();
        for (MatchResult found : MANAGED.matcher(pom).results().toList()) {
            managed.put(found.group(1) + ":" + found.group(2), version(pom, found.group(3)));
        }
        return managed;
    }

    private static String version(String pom, String version) {
        if (version.equals("${project.version}")) {
            return element(pom, "version");
        }
        return version.startsWith("${") ? element(pom, version.substring(2, version.length() - 1)) : version;
    }

    private static String element(String pom, String name) {
        Matcher matcher =
                Pattern.compile("<" + Pattern.quote(name) + ">(.*?)</").matcher(pom);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    @Test
    void itManagesOursOkHttpAndOkioOnly() throws IOException {
        assertThat(managed(pom("tieout-bom")).keySet())
                .isNotEmpty()
                .allMatch(each -> each.matches("(dev\\.tieout|com\\.squareup\\.okhttp3|com\\.squareup\\.okio):.*"));
        assertThat(pom("tieout-bom")).doesNotContain("<parent>", "<scope>import</scope>");
    }

    @Test
    void itManagesEveryModuleThatHostsUse() throws IOException {
        assertThat(managed(pom("tieout-bom")))
                .containsKeys(
                        "dev.tieout:sdk-core",
                        "dev.tieout:sdk-matching",
                        "dev.tieout:sdk-qbo",
                        "dev.tieout:sdk-testkit");
    }

    @Test
    void itsVersionsAreThoseThatWeBuildWith() throws IOException {
        Map<String, String> root = managed(pom("."));
        Map<String, String> bom = managed(pom("tieout-bom"));
        bom.keySet().retainAll(root.keySet());
        assertThat(bom).hasSizeGreaterThanOrEqualTo(8);
        assertThat(root).containsAllEntriesOf(bom);
        for (String name : List.of("okhttp.version", "okio.version")) {
            assertThat(element(pom("tieout-bom"), name)).isEqualTo(element(pom("."), name));
        }
    }

    @Test
    void theReadmeImportsIt() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("<artifactId>tieout-bom</artifactId>")
                .doesNotContain("tieout-parent");
        assertThat(pom(".")).contains("<module>tieout-bom</module>");
    }
}
