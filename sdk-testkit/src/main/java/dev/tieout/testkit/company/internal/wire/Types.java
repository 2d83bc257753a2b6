package dev.tieout.testkit.company.internal.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
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
    private static final Pattern FIELD =
            Pattern.compile("(\\^)?(\\w+):(\\{[^}]*}|\\[?[&\\w]+]?)(?:<(\\d+))?(!)?(\\?)?(~)?");
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
    private final Map<String, XmlLayout> layouts;

    private Types(Map<String, Map<String, FieldType>> types, Map<String, XmlLayout> layouts) {
        this.types = types;
        this.layouts = layouts;
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

    /** How a type stands in XML; {@code null} if it is unknown. */
    public @Nullable XmlLayout layout(String type) {
        return layouts.get(type);
    }

    /** The member of a type around one text that has the text, such as an e-mail address; {@code null} of other types. */
    public static @Nullable String textOf(String type) {
        return TEXTS.get(type);
    }

    private static Types read() {
        Map<String, Map<String, FieldType>> types = new LinkedHashMap<>();
        Map<String, String> inherited = new HashMap<>();
        InputStream text = Objects.requireNonNull(
                Types.class.getResourceAsStream("/dev/tieout/testkit/company/internal/types.txt"), "types.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            Map<String, FieldType> current = new LinkedHashMap<>();
            String name = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (!line.startsWith(" ")) {
                    current = new LinkedHashMap<>();
                    name = line.trim();
                    types.put(name, Collections.unmodifiableMap(current));
                } else {
                    String first = fields(line, current);
                    if (first != null) {
                        inherited.put(name, first);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, XmlLayout> layouts = new HashMap<>();
        types.forEach((name, fields) -> layouts.put(name, XmlLayout.of(name, fields.values(), inherited.get(name))));
        return new Types(Collections.unmodifiableMap(types), Collections.unmodifiableMap(layouts));
    }

    /** Reads the fields of a line; returns the first inherited one if it is there. */
    private static @Nullable String fields(String line, Map<String, FieldType> into) {
        String inherited = null;
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            FieldType type = field(field);
            into.put(type.name(), type);
            boolean first = field.group(1) != null || type.name().equals("domain");
            inherited = first ? type.name() : inherited;
        }
        return inherited;
    }

    private static FieldType field(Matcher field) {
        String kind = Objects.requireNonNull(field.group(3));
        boolean list = kind.startsWith("[");
        String inner = list ? kind.substring(1, kind.length() - 1) : kind;
        String length = field.group(4);
        List<String> words = inner.startsWith("{")
                ? List.of(inner.substring(1, inner.length() - 1).split("\\|"))
                : List.of();
        FieldType.Kind kindOf = kind(inner);
        return new FieldType(
                Objects.requireNonNull(field.group(2)),
                kindOf,
                kindOf == FieldType.Kind.OBJECT ? inner : null,
                words,
                list,
                length == null ? 0 : Integer.parseInt(length),
                field.group(5) != null,
                field.group(6) != null,
                field.group(7) != null);
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
