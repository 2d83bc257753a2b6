package dev.tieout.qbo;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What hosts see: the public types of the packages that the modules export to everyone. */
final class PublicTypes {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Pattern EXPORTS = Pattern.compile("exports ([\\w.]+);");

    private PublicTypes() {}

    static List<Class<?>> of(String... modules) throws IOException, ClassNotFoundException {
        Set<String> packages = exported(modules);
        List<Class<?>> types = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter().importPackages(packages)) {
            boolean ofTests = found.getSource()
                    .map(source -> source.getUri().toString().contains("test"))
                    .orElse(true);
            if (packages.contains(found.getPackageName())
                    && found.getModifiers().contains(JavaModifier.PUBLIC)
                    && !ofTests) {
                types.add(Class.forName(found.getName()));
            }
        }
        return types;
    }

    /** Found by their module descriptors. */
    private static Set<String> exported(String... modules) throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String module : modules) {
            Matcher exports =
                    EXPORTS.matcher(Files.readString(ROOT.resolve(module).resolve("src/main/java/module-info.java")));
            while (exports.find()) {
                packages.add(exports.group(1));
            }
        }
        return packages;
    }
}
