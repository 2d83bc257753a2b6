package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A native image finds what the modules read from the class path: their metadata names each resource. */
class NativeImageTest {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Pattern PATTERN = Pattern.compile("\"pattern\": \"(.*)\"");
    private static final Pattern BUNDLE = Pattern.compile("\"name\": \"(.*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"sdk-core", "sdk-matching", "sdk-qbo", "sdk-testkit"})
    void everyResourceIsNamed(String module) throws IOException {
        Path resources = ROOT.resolve(module).resolve("src/main/resources");
        String config = Files.readString(
                resources.resolve("META-INF/native-image/dev.tieout/" + module + "/resource-config.json"));
        List<Pattern> patterns = Stream.concat(
                        groups(PATTERN, config).map(pattern -> pattern.replace("\\\\", "\\")),
                        groups(BUNDLE, config).map(name -> name.replace('.', '/') + "(_\\w+)?\\.properties"))
                .map(Pattern::compile)
                .toList();
        assertThat(files(resources))
                .filteredOn(name -> !name.startsWith("META-INF/native-image/"))
                .isNotEmpty()
                .allMatch(name -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
