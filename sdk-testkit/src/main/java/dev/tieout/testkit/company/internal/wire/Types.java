package dev.tieout.testkit.company.internal.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All JSON types and their fields in the order of answers, read from {@code types.txt}. The order is that of Intuit's
 * XSD, which 3,878 recorded objects follow without exception (QuickBooks fact E2.7). Immutable.
 */
public final class Types {
    private static final Pattern FIELD = Pattern.compile("(\\w+):(\\{[^}]*}|\\[?[&\\w]+]?)(?:<(\\d+))?(!)?");
    private static final Map<String, String> TEXTS = Map.of(
            "TelephoneNumber",
            "FreeFormNumber",
            "EmailAddress",
            "Address",
            "WebSiteAddress",
            "URI",
            "MemoRef",
            "value");
    private static final Types ALL = read();

    private final Map<String, Map<String, FieldType>> types;

    private Types(Map<String, Map<String, FieldType>> types) {
        this.types = types;
    }

    /** The types, shared: they never change. */
    public static Types all() {
        return ALL;
    }

    /** The fields of a type in order; empty if it is unknown. */
    public Map<String, FieldType> fields(String type) {
        return types.getOrDefault(type, Map.of());
    }

    /** A field of a type, {@code null} if there is none of this name. */
    public @Nullable FieldType field(String type, String name) {
        return fields(type).get(name);
    }

    /** Whether the type is known. */
    public boolean has(String type) {
        return types.containsKey(type);
    }

    /** The member of a type around one text that has the text, such as an e-mail address; {@code null} of other types. */
    public static @Nullable String textOf(String type) {
        return TEXTS.get(type);
    }

    private static Types read() {
        Map<String, Map<String, FieldType>> types = new LinkedHashMap<>();
        InputStream text = Objects.requireNonNull(
                Types.class.getResourceAsStream("/dev/tieout/testkit/company/internal/types.txt"), "types.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            Map<String, FieldType> current = new LinkedHashMap<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (!line.startsWith(" ")) {
                    current = new LinkedHashMap<>();
                    types.put(line.trim(), Collections.unmodifiableMap(current));
                } else {
                    fields(line, current);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Types(Collections.unmodifiableMap(types));
    }

    private static void fields(String line, Map<String, FieldType> into) {
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            FieldType type = field(field);
            into.put(type.name(), type);
        }
    }

    private static FieldType field(Matcher field) {
        String kind = Objects.requireNonNull(field.group(2));
        boolean list = kind.startsWith("[");
        String inner = list ? kind.substring(1, kind.length() - 1) : kind;
        String length = field.group(3);
        List<String> words = inner.startsWith("{")
                ? List.of(inner.substring(1, inner.length() - 1).split("\\|"))
                : List.of();
        FieldType.Kind kindOf = kind(inner);
        return new FieldType(
                Objects.requireNonNull(field.group(1)),
                kindOf,
                kindOf == FieldType.Kind.OBJECT ? inner : null,
                words,
                list,
                length == null ? 0 : Integer.parseInt(length),
                field.group(4) != null);
    }

    private static FieldType.Kind kind(String text) {
        if (text.startsWith("{")) {
            return FieldType.Kind.WORD;
        }
        return switch (text) {
            case "s" -> FieldType.Kind.TEXT;
            case "i" -> FieldType.Kind.WHOLE;
            case "d" -> FieldType.Kind.DECIMAL;
            case "m" -> FieldType.Kind.MONEY;
            case "b" -> FieldType.Kind.FLAG;
            case "t" -> FieldType.Kind.DATE;
            case "z" -> FieldType.Kind.TIME;
            case "x" -> FieldType.Kind.ANY;
            case "&" -> FieldType.Kind.REFERENCE;
            default -> FieldType.Kind.OBJECT;
        };
    }
}
