package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The decisions in docs/adr have one form, and their index lists each of them. */
class DecisionsTest {
    private static final Path FOLDER = Path.of(System.getProperty("tieout.root"), "docs", "adr");
    private static final Pattern HEADER =
            Pattern.compile("\\A# \\d{4} \\S.*\n\nStatus: (accepted|replaced), \\d{4}-\\d\\d-\\d\\d\\b");

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    @Test
    void eachHasNumberTitleStateAndDate() throws IOException {
        assertThat(decisions()).isNotEmpty();
        for (Path file : decisions()) {
            String text = Files.readString(file);
            assertThat(HEADER.matcher(text).find()).as(file.toString()).isTrue();
            assertThat(text).as(file.toString()).startsWith("# " + number(file) + " ");
        }
    }

    @Test
    void theIndexListsEachInOrder() throws IOException {
        List<String> rows = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| [0"))
                .toList();
        List<Path> files = decisions();
        assertThat(rows).hasSameSizeAs(files);
        for (int i = 0; i < files.size(); i++) {
            String text = Files.readString(files.get(i));
            String title = text.substring("# 0000 ".length(), text.indexOf('\n'));
            String date = text.replaceFirst("(?s).*?Status: \\w+, (\\d{4}-\\d\\d-\\d\\d).*", "$1");
            assertThat(rows.get(i))
                    .startsWith("| [" + number(files.get(i)) + "]("
                            + files.get(i).getFileName() + ") | " + date + " | " + title + " | ");
        }
    }

    private static String number(Path file) {
        return file.getFileName().toString().substring(0, 4);
    }
}
