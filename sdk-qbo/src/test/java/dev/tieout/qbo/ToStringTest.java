package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No public type of the library shows an amount, a name, a street or a memo when it is turned into text. A value that is
 * the datum itself prints itself.
 */
class ToStringTest {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Pattern EXPORTS = Pattern.compile("exports ([\\w.]+);");

    /** The datum itself. */
    private static final Set<String> DATA = Set.of("dev.tieout.Money");

    /** Doors, not data: made by the library, they say whose they are; and two that the tests of their own look at. */
    private static final Set<String> NOT_BUILT = Set.of(
            "dev.tieout.matching.items.ItemMatchPlan",
            "dev.tieout.qbo.api.ApiClient",
            "dev.tieout.qbo.api.QboApi",
            "dev.tieout.qbo.connect.Connections",
            "dev.tieout.qbo.connect.Connections$Builder",
            "dev.tieout.qbo.entity.QueryField",
            "dev.tieout.qbo.entity.TaxLineDetail",
            "dev.tieout.qbo.entity.TaxLineDetail$Builder");

    /** Found by their module descriptors. */
    private static Set<String> exported() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String module : List.of("sdk-core", "sdk-matching", "sdk-qbo")) {
            Matcher exports =
                    EXPORTS.matcher(Files.readString(ROOT.resolve(module).resolve("src/main/java/module-info.java")));
            while (exports.find()) {
                packages.add(exports.group(1));
            }
        }
        return packages;
    }

    @Test
    void noPublicTypeShowsTheFirmsBusiness() throws Exception {
        Set<String> packages = exported();
        List<String> talkative = new ArrayList<>();
        Set<String> unbuilt = new TreeSet<>();
        int built = 0;
        for (Class<?> type : publicTypes(packages)) {
            Object value = new MarkedValues().of(type);
            if (value == null) {
                // What is abstract and cannot be filled is looked at where it is implemented.
                if (!Modifier.isAbstract(type.getModifiers())) {
                    unbuilt.add(type.getName());
                }
                continue;
            }
            built++;
            String text = value.toString();
            if (text.contains(MarkedValues.MARK) || text.contains(MarkedValues.AMOUNT)) {
                talkative.add(type.getName() + ": " + text);
            }
        }
        assertThat(talkative).isEmpty();
        assertThat(built).isGreaterThan(400);
        assertThat(unbuilt).as("types that this test cannot fill").isSubsetOf(NOT_BUILT);
    }

    private static List<Class<?>> publicTypes(Set<String> packages) throws ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPackages(packages)) {
            boolean ofTests = found.getSource()
                    .map(source -> source.getUri().toString().contains("test"))
                    .orElse(true);
            if (packages.contains(found.getPackageName())
                    && found.getModifiers().contains(JavaModifier.PUBLIC)
                    && !ofTests
                    && !DATA.contains(found.getName())) {
                types.add(Class.forName(found.getName()));
            }
        }
        return types;
    }
}
