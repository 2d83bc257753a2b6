package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public type and method of the exported packages has Javadoc. doclint's own check for missing comments also asks for
 * them on compact constructors of records, so it is off and this test stands in for it.
 */
class PublicApiIsDocumentedTest {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Pattern DECLARATION =
            Pattern.compile("^ {0,8}(public|protected) (?!.*\\bclass\\b.*\\{\\s*\\}$).*[({].*$");
    private static final Pattern TYPE = Pattern.compile("^( {4})*public .*\\b(class|interface|record|enum)\\b.*$");

    @Test
    void everyPublicTypeAndMethodHasJavadoc() throws IOException {
        List<String> bare = new ArrayList<>();
        for (String module : List.of("sdk-core", "sdk-matching", "sdk-qbo", "sdk-testkit")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.toString().contains("internal")
                                && !file.toString().contains("/http/"))
                        .forEach(file -> check(file, bare));
            }
        }
        assertThat(bare).isEmpty();
    }

    private static void check(Path file, List<String> bare) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean publicType = lines.stream().anyMatch(line -> line.startsWith("public "));
        for (int i = 0; publicType && i < lines.size(); i++) {
            String line = lines.get(i);
            boolean declares = TYPE.matcher(line).matches()
                    || line.startsWith("    public ")
                            && DECLARATION.matcher(line).matches();
            if (declares && !isCompactConstructor(file, line) && !documented(lines, i)) {
                bare.add(ROOT.relativize(file) + ":" + (i + 1) + " " + line.strip());
            }
        }
    }

    private static boolean isCompactConstructor(Path file, String line) {
        return line.matches(" +public [A-Z]\\w* \\{");
    }

    private static boolean documented(List<String> lines, int declaration) {
        for (int i = declaration - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            if (line.startsWith("@Override")) {
                return true;
            }
            if (!line.startsWith("@") && !line.startsWith("//")) {
                return line.endsWith("*/");
            }
        }
        return false;
    }
}
