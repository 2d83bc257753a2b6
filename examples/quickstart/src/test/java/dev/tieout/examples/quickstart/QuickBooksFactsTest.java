package dev.tieout.examples.quickstart;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Follows every citation of a fact about QuickBooks to its line in {@code docs/quickbooks}. */
class QuickBooksFactsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("tieout.root")).toAbsolutePath().normalize();
    private static final Path FACTS = ROOT.resolve("docs/quickbooks");
    private static final Map<String, String> PAGES =
            Map.of("P", "protocol.md", "E", "entities.md", "M", "money.md", "T", "tax-and-currency.md");

    private static final Set<String> ENDINGS =
            Set.of("java", "md", "qbo", "tsv", "txt", "xml", "properties", "sh", "html", "json");

    private static final Pattern FACT_LINE = Pattern.compile("^\\| ([PEMT]\\d+\\.\\d+) \\| (.*) \\|$");
    private static final Pattern SECTION = Pattern.compile("^## ([PEMT]\\d+) ");
    private static final Pattern NUMBER = Pattern.compile("\\b[PEMT]\\d+(?:\\.\\d+)?\\b");

    /** What follows the words: numbers, joined by commas, "and", "to". Comments may break the line in between. */
    private static final Pattern CITATION = Pattern.compile("QuickBooks[\\s*/#]+facts?[\\s*/#]+(" + NUMBER
            + "(?:(?:,|[\\s*/#]+and|[\\s*/#]+to)[\\s*/#]+" + NUMBER + ")*)");

    private static final Pattern WORDS = Pattern.compile("QuickBooks[\\s*/#]+facts?[\\s*/#]+(?=[A-Z]\\d)");
    private static final Pattern LINK = Pattern.compile("(?<![\\w/.:-])[\\w./-]*\\w\\.md\\b");
    private static final Pattern OLD_FORM = Pattern.compile("§\\s*\\d");

    private static Map<String, List<String>> facts;
    private static Set<String> sections;
    private static Map<Path, String> texts;

    @BeforeAll
    static void read() throws IOException {
        facts = new TreeMap<>();
        sections = new HashSet<>();
        for (String page : PAGES.values()) {
            for (String line : Files.readAllLines(FACTS.resolve(page))) {
                Matcher fact = FACT_LINE.matcher(line);
                if (fact.matches()) {
                    facts.computeIfAbsent(fact.group(1), number -> new ArrayList<>())
                            .add(page + " | " + fact.group(2));
                }
                Matcher section = SECTION.matcher(line);
                if (section.find()) {
                    sections.add(section.group(1));
                }
            }
        }
        texts = texts();
    }

    @Test
    void everyFactHasANumberOfItsOwnOnItsPageASourceAndAMark() {
        assertThat(facts).hasSizeGreaterThan(300);
        facts.forEach((number, lines) -> {
            assertThat(lines).as(number).hasSize(1);
            String[] cells = lines.get(0).split("(?<!\\\\) \\| ", -1);
            assertThat(cells).as(number).hasSize(4);
            assertThat(cells[0]).as(number).isEqualTo(PAGES.get(number.substring(0, 1)));
            assertThat(sections).as(number).contains(number.substring(0, number.indexOf('.')));
            assertThat(cells[2]).as("source of " + number).isNotBlank();
            assertThat(cells[3]).as("mark of " + number).matches("[DKRLCI]+\\??");
        });
    }

    @Test
    void everyLineOfAPageThatLooksLikeAFactIsOne() throws IOException {
        for (String page : PAGES.values()) {
            assertThat(Files.readAllLines(FACTS.resolve(page)))
                    .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| no. "))
                    .allMatch(line -> FACT_LINE.matcher(line).matches());
        }
    }

    @Test
    void everyCitedNumberExists() {
        Map<Path, Set<String>> missing =
                texts.entrySet().stream().collect(toMap(Map.Entry::getKey, file -> unknownNumbers(file.getValue())));
        missing.values().removeIf(Set::isEmpty);
        assertThat(missing).isEmpty();
        long cited = texts.values().stream()
                .flatMap(text -> CITATION.matcher(text).results())
                .count();
        assertThat(cited).isGreaterThan(100);
    }

    @Test
    void everyNumberInsideTheFactsExists() {
        facts.forEach((number, lines) ->
                assertThat(numbersIn(lines.get(0))).as(number).allMatch(QuickBooksFactsTest::exists));
    }

    @Test
    void theWordsAreAlwaysFollowedByNumbersThatCanBeRead() {
        texts.forEach((file, text) -> {
            long words = WORDS.matcher(text).results().count();
            assertThat(CITATION.matcher(text).results().count())
                    .as(file.toString())
                    .isEqualTo(words);
        });
    }

    @Test
    void noPageIsNamedThatIsNotInTheRepository() {
        Set<String> lost = new TreeSet<>();
        texts.forEach((file, text) -> LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(page -> !found(file, page))
                .forEach(page -> lost.add(file + " names " + page)));
        assertThat(lost).isEmpty();
    }

    @Test
    void noParagraphOfAnotherDocumentIsCited() {
        assertThat(texts.entrySet().stream()
                        .filter(file -> OLD_FORM.matcher(file.getValue()).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static Set<String> unknownNumbers(String text) {
        return CITATION.matcher(text)
                .results()
                .flatMap(citation -> numbersIn(citation.group(1)).stream())
                .filter(number -> !exists(number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> numbersIn(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean exists(String number) {
        return number.contains(".") ? facts.containsKey(number) : sections.contains(number);
    }

    /** Beside the file, from the root, or in docs: as a reader would look for it. */
    private static boolean found(Path file, String page) {
        Path folder = file.toAbsolutePath().getParent();
        return Stream.of(folder, ROOT, ROOT.resolve("docs"), ROOT.resolve("sdk-qbo"))
                .anyMatch(start -> Files.exists(start.resolve(page)));
    }

    private static Map<Path, String> texts() throws IOException {
        Map<Path, String> found = new TreeMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = name.equals("target") || (name.startsWith(".") && !folder.equals(ROOT));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.toString().replace('\\', '/');
                boolean text = ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
                boolean self = name.endsWith("/" + QuickBooksFactsTest.class.getSimpleName() + ".java");
                if (text && !self) {
                    found.put(file, Files.readString(file, StandardCharsets.UTF_8));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
