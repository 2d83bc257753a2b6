package dev.tieout.testkit.company.internal.wire;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The XML form of answers: each type laid out as in Intuit's schema, envelopes, faults and reports with their attributes
 * (QuickBooks facts P2.3, P3.3, P9.5).
 */
final class XmlText {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String NAMESPACE = " xmlns=\"http://schema.intuit.com/finance/v3\"";
    private static final String INSTANCE = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"";

    /** The attributes of elements that are no entity, by the element's name. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "QueryResponse", Set.of("startPosition", "maxResults", "totalCount"),
            "BatchItemResponse", Set.of("bId"),
            "Fault", Set.of("type"),
            "Error", Set.of("code", "element"),
            "Row", Set.of("type", "group"),
            "ColData", Set.of("value", "id", "href"));

    private final Types types = Types.all();
    private final StringBuilder out = new StringBuilder(2048).append(HEAD);

    private XmlText() {}

    /** An {@code IntuitResponse} around the members of an answer. */
    static byte[] answer(JsonObject body) {
        XmlText text = new XmlText();
        text.out.append("<IntuitResponse").append(NAMESPACE);
        text.attribute("time", body.text("time", ""));
        text.out.append('>');
        body.forEach((name, value) -> {
            if (!name.equals("time")) {
                text.element(name, value, text.typeNamed(name));
            }
        });
        return text.end("IntuitResponse");
    }

    /** A report, which has no envelope. */
    static byte[] report(JsonObject report) {
        XmlText text = new XmlText();
        text.out.append("<Report").append(NAMESPACE).append('>');
        report.forEach((name, value) -> text.element(name, value, null));
        return text.end("Report");
    }

    private byte[] end(String root) {
        return out.append("</").append(root).append('>').toString().getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable String typeNamed(String name) {
        return types.has(name) ? name : null;
    }

    private void element(String name, Object value, @Nullable String type) {
        if (value instanceof List<?> list) {
            list.forEach(item -> element(name, item, type));
            return;
        }
        out.append('<').append(name);
        if (!(value instanceof JsonObject object)) {
            out.append('>');
            text(text(value));
            close(name);
            return;
        }
        XmlLayout layout = type == null ? null : types.layout(type);
        int opened = layout == null ? untyped(name, object) : typed(layout, object, type);
        if (out.length() == opened) {
            out.insert(opened - 1, '/');
        } else {
            close(name);
        }
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
    }

    /** Writes attributes and content of a known type; returns where the content begins. */
    private int typed(XmlLayout layout, JsonObject object, @Nullable String type) {
        int written = 0;
        for (FieldType field : layout.attributes()) {
            Object value = object.get(field.name());
            if (value != null) {
                attribute(field.name(), text(value));
                written++;
            }
        }
        if ("CustomFieldDefinition".equals(type)) {
            abstractType(object);
        }
        int opened = out.append('>').length();
        FieldType own = layout.text();
        if (own != null) {
            text(object.text(own.name(), ""));
            return opened;
        }
        for (FieldType field : layout.elements()) {
            Object value = object.get(field.name());
            if (value != null) {
                element(field.name(), value, typeOf(field));
                written++;
            }
        }
        if (written < object.size()) {
            unknown(layout, object);
        }
        return opened;
    }

    private static @Nullable String typeOf(FieldType field) {
        return field.kind() == FieldType.Kind.REFERENCE ? "ReferenceType" : field.type();
    }

    /** What a type does not know follows at the end, as in JSON. */
    private void unknown(XmlLayout layout, JsonObject object) {
        Set<String> known = new HashSet<>();
        layout.attributes().forEach(field -> known.add(field.name()));
        layout.elements().forEach(field -> known.add(field.name()));
        object.forEach((name, value) -> {
            if (!known.contains(name)) {
                element(name, value, null);
            }
        });
    }

    /** Definitions of custom fields are of an abstract type: the element says of which. */
    private void abstractType(JsonObject definition) {
        List<JsonObject> fields = definition.objects("CustomField");
        String kind = fields.isEmpty() ? "StringType" : fields.get(0).text("Type", "StringType");
        out.append(INSTANCE).append(kind).append("CustomFieldDefinition\"");
    }

    /** Envelopes, rows of reports, extensions: children of a known type are written as such. */
    private int untyped(String name, JsonObject object) {
        Set<String> attributes = ATTRIBUTES.getOrDefault(name, Set.of());
        object.forEach((member, value) -> {
            if (attributes.contains(member)) {
                attribute(member, text(value));
            }
        });
        int opened = out.append('>').length();
        object.forEach((member, value) -> {
            if (member.equals("any") && value instanceof List<?>) {
                object.objects(member).forEach(this::wrapped);
            } else if (!attributes.contains(member)) {
                element(member, value, typeNamed(member));
            }
        });
        return opened;
    }

    /** An element that JSON shows in the server's own wrapper. */
    private void wrapped(JsonObject wrapper) {
        String qualified = wrapper.text("name", "");
        String name = qualified.substring(qualified.indexOf('}') + 1);
        Object value = wrapper.get("value");
        if (!name.isEmpty() && value != null) {
            element(name, value, typeNamed(name));
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escaped(value, true);
        out.append('"');
    }

    private void text(String text) {
        escaped(text, false);
    }

    private void escaped(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> out.append(attribute ? "&#" + (int) c + ';' : String.valueOf(c));
                default -> out.append(legal(c, text, i) ? c : '?');
            }
        }
    }

    /** XML has no control characters, no halves of pairs and not the last two places of the plane. */
    private static boolean legal(char c, String text, int at) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= 0x20 && c < 0xFFFE;
    }
}
