package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WHOLE_FILE =
            Pattern.compile("<!-- file: \\S+ compiled as (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("(.*)\n```java\n");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    @Test
    void snippetsAreRegionsOfCompiledCode() throws IOException {
        for (String page : List.of(
                "docs/stores.md",
                "docs/settings.md",
                "docs/testing.md",
                "docs/operate.md",
                "docs/setup.md",
                "docs/one-client.md",
                "docs/money.md")) {
            Matcher matcher = SNIPPET.matcher(Files.readString(ROOT.resolve(page)));
            int snippets = 0;
            while (matcher.find()) {
                String region = region(ROOT.resolve(matcher.group(1)), matcher.group(2));
                assertThat(matcher.group(3)).as(page).isEqualTo(region);
                snippets++;
            }
            assertThat(snippets).as(page).isPositive();
        }
    }

    @Test
    void wholeFilesAreCompiledFiles() throws IOException {
        for (String page : List.of("README.md", "AGENTS.md")) {
            Matcher matcher = WHOLE_FILE.matcher(Files.readString(ROOT.resolve(page)));
            int files = 0;
            while (matcher.find()) {
                assertThat(matcher.group(2)).as(page).isEqualTo(Files.readString(ROOT.resolve(matcher.group(1))));
                files++;
            }
            assertThat(files).as(page).isPositive();
        }
    }

    @Test
    void whatAnAgentCopiesIsCompiled() throws IOException {
        Matcher matcher = JAVA_BLOCK.matcher(Files.readString(ROOT.resolve("AGENTS.md")));
        while (matcher.find()) {
            assertThat(matcher.group(1)).matches("<!-- (snippet|file): .*");
        }
    }

    @Test
    void theVersionToImportIsTheProjects() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains(
                        "<artifactId>tieout-bom</artifactId>\n        <version>" + version + "</version>",
                        "platform(\"dev.tieout:tieout-bom:" + version + "\")");
    }

    @Test
    void linksLeadToFiles() throws IOException {
        for (String page : List.of("README.md", "AGENTS.md", "CONTRIBUTING.md")) {
            Matcher matcher = LINK.matcher(Files.readString(ROOT.resolve(page)));
            while (matcher.find()) {
                assertThat(ROOT.resolve(matcher.group(1))).as(page).exists();
            }
        }
    }

    private static String region(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int from = indexOf(lines, "// tag::" + name) + 1;
        List<String> region = lines.subList(from, indexOf(lines, "// end::" + name));
        int indent = region.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        region.forEach(line ->
                text.append(line.isBlank() ? "" : line.substring(indent)).append('\n'));
        return text.toString();
    }

    private static int indexOf(List<String> lines, String mark) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(mark)) {
                return i;
            }
        }
        throw new AssertionError("no " + mark);
    }
}
