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
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    @Test
    void snippetsAreRegionsOfCompiledCode() throws IOException {
        for (String page : List.of("README.md", "docs/stores.md", "docs/settings.md")) {
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
    void linksLeadToFiles() throws IOException {
        for (String page : List.of("README.md", "CONTRIBUTING.md")) {
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
