package dev.tieout.examples.quickstart;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What hosts can compile against, as text: the public and protected members of the public types in the packages that a module
 * exports to everyone. Types that are generated from the schema are named only, since the schema is their listing.
 */
final class Surface {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));

    private Surface() {}

    /**
     * Lists a module.
     *
     * @param module its folder
     * @param sample any class of it
     */
    static List<String> of(String module, Class<?> sample) throws IOException, URISyntaxException {
        ModuleReference reference = ModuleFinder.of(Path.of(sample.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()))
                .findAll()
                .iterator()
                .next();
        Set<String> packages = reference.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        Path sources = ROOT.resolve(module).resolve("src/main/java");
        List<String> lines = new ArrayList<>();
        try (ModuleReader reader = reference.open();
                Stream<String> names = reader.list()) {
            names.filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> packages.contains(packageOf(name)))
                    .map(name -> load(name.replace('/', '.')))
                    .filter(Surface::isVisible)
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(type -> list(type, sources, lines));
        }
        return lines;
    }

    private static String packageOf(String resource) {
        int end = resource.lastIndexOf('/');
        return end < 0 ? "" : resource.substring(0, end).replace('/', '.');
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Surface.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        boolean outer = type.getEnclosingClass() == null || isVisible(type.getEnclosingClass());
        return outer && isVisible(type.getModifiers()) && !type.isAnonymousClass() && !type.isLocalClass();
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static void list(Class<?> type, Path sources, List<String> lines) {
        if (!isWritten(type, sources)) {
            if (type.getEnclosingClass() == null) {
                lines.add("generated " + type.getName());
            }
            return;
        }
        lines.add(header(type));
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                members.add(modifiers(field.getModifiers()) + text(field.getAnnotatedType()) + " " + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers()) && !constructor.isSynthetic()) {
                members.add(modifiers(constructor.getModifiers()) + "new" + parameters(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic() && !isOfEveryObject(method)) {
                members.add(modifiers(method.getModifiers()) + variables(method.getTypeParameters())
                        + text(method.getAnnotatedReturnType()) + " " + method.getName() + parameters(method));
            }
        }
        members.stream().sorted().map(member -> "    " + member).forEach(lines::add);
    }

    private static boolean isOfEveryObject(Method method) {
        return Set.of("equals", "hashCode", "toString").contains(method.getName())
                && method.getParameterCount() == (method.getName().equals("equals") ? 1 : 0);
    }

    private static boolean isWritten(Class<?> type, Path sources) {
        String top = type.getName().replaceAll("\\$.*", "").replace('.', '/');
        return Files.exists(sources.resolve(top + ".java"));
    }

    private static String header(Class<?> type) {
        String word = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        StringBuilder header = new StringBuilder(modifiers(type.getModifiers() & ~Modifier.INTERFACE))
                .append(type.isSealed() ? "sealed " : "")
                .append(word)
                .append(' ')
                .append(type.getName())
                .append(variables(type.getTypeParameters()).trim());
        if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class && !type.isEnum()) {
            header.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        Type[] interfaces = type.getGenericInterfaces();
        if (interfaces.length > 0) {
            header.append(" implements ").append(names(interfaces));
        }
        return header.toString();
    }

    /** What matters to a caller or a subclass. */
    private static String modifiers(int modifiers) {
        int kept = Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
        String text = Modifier.toString(modifiers & kept);
        return text.isEmpty() ? "" : text + " ";
    }

    private static String variables(TypeVariable<?>[] variables) {
        if (variables.length == 0) {
            return "";
        }
        return Arrays.stream(variables)
                .map(variable -> variable.getName() + " extends " + names(variable.getBounds()))
                .collect(Collectors.joining(", ", "<", "> "));
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
    }

    private static String parameters(Executable executable) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (AnnotatedType parameter : executable.getAnnotatedParameterTypes()) {
            text.add(text(parameter));
        }
        return text.toString();
    }

    /** A type that may be null has a question mark. */
    private static String text(AnnotatedType type) {
        return type.getType().getTypeName() + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }
}
