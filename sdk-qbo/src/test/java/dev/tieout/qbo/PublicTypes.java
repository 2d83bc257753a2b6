package dev.tieout.qbo;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What hosts see: the public types of the packages that the modules export to everyone. */
final class PublicTypes {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final Pattern EXPORTS = Pattern.compile("exports ([\\w.]+);");

    private PublicTypes() {}

    static List<Class<?>> of(String... modules) throws IOException, ClassNotFoundException, URISyntaxException {
        List<Class<?>> types = new ArrayList<>();
        for (String name : exported(modules)) {
            for (URL folder :
                    Collections.list(PublicTypes.class.getClassLoader().getResources(name.replace('.', '/')))) {
                if (folder.toString().contains("test")) {
                    continue;
                }
                for (String type : classes(folder.toURI())) {
                    Class<?> found = Class.forName(name + "." + type, false, PublicTypes.class.getClassLoader());
                    if (Modifier.isPublic(found.getModifiers())) {
                        types.add(found);
                    }
                }
            }
        }
        return types;
    }

    /** The simple names of the classes in a folder of the class path, which may lie in a jar. */
    private static List<String> classes(URI folder) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            return classes(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return classes(jar.provider().getPath(folder));
        }
    }

    private static List<String> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
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
