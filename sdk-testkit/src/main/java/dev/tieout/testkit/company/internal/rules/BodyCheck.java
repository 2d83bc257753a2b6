package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import dev.tieout.testkit.company.internal.wire.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The strict parser's view of a request body: unknown properties are 2010, wrong values 2030 to 2230, long texts 2050,
 * several of them in one fault (QuickBooks facts E2.10, P3.16 to P3.19). What real clients send and QuickBooks takes is
 * taken: numbers as text and text as numbers, empty texts as absent, names of the schema nobody ever saw in JSON.
 */
public final class BodyCheck {
    private static final int LISTED_PROPERTIES = 60;

    private final Types types = Types.all();
    private final List<QboFault> faults = new ArrayList<>();
    private final Set<String> cleared = new LinkedHashSet<>();

    /** The body of a type in checked form; throws all that is wrong with it in one fault. */
    public JsonObject check(String type, JsonObject body) {
        JsonObject checked = object(type, body, "");
        if (!faults.isEmpty()) {
            throw QboFault.all(faults);
        }
        return checked;
    }

    /** The top-level fields that were sent empty: absent on create, cleared by a sparse update. */
    public Set<String> cleared() {
        return cleared;
    }

    private JsonObject object(String type, JsonObject body, String path) {
        Map<String, FieldType> fields = types.fields(type);
        JsonObject checked = new JsonObject();
        for (String name : body.names()) {
            FieldType field = fields.get(name);
            Object value = body.get(name);
            if (field == null) {
                throw unknown(type, name, fields);
            }
            if (value != null) {
                Object clean = field.list() ? list(field, value, path + name) : single(field, value, path + name);
                if (clean == null && path.isEmpty()) {
                    cleared.add(name);
                }
                checked.set(name, clean);
            }
        }
        return checked;
    }

    private static QboFault unknown(String type, String name, Map<String, FieldType> fields) {
        StringBuilder known = new StringBuilder();
        fields.keySet().stream()
                .limit(LISTED_PROPERTIES)
                .forEach(field -> known.append(known.length() == 0 ? "" : ", ")
                        .append('"')
                        .append(field)
                        .append('"'));
        String end = fields.size() > LISTED_PROPERTIES ? " [truncated]" : "";
        return QboFault.of(
                2010,
                "Property Name:Unrecognized field \"" + name + "\" (class com.intuit.schema.finance.v3." + type
                        + "), not marked as ignorable (" + fields.size() + " known properties: " + known + end
                        + "])\n specified is unsupported or invalid");
    }

    private List<Object> list(FieldType field, Object value, String path) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        List<Object> checked = new ArrayList<>();
        for (Object item : items) {
            Object clean = single(field, item, path);
            if (clean != null) {
                checked.add(clean);
            }
        }
        return checked;
    }

    private @Nullable Object single(FieldType field, Object value, String path) {
        return switch (field.kind()) {
            case REFERENCE -> reference(value, path);
            case OBJECT -> nested(field, value, path);
            case ANY -> value;
            default -> scalar(field, value, path);
        };
    }

    private @Nullable Object reference(Object value, String path) {
        JsonObject sent = value instanceof JsonObject object ? object : JsonObject.of("value", value);
        if (value instanceof List<?>) {
            throw unreadable(path);
        }
        JsonObject checked = object("ReferenceType", sent, path + ".");
        return checked.text("value") == null ? null : checked;
    }

    private @Nullable Object nested(FieldType field, Object value, String path) {
        if (value instanceof String text && text.isEmpty()) {
            return null;
        }
        String type = field.type();
        if (!(value instanceof JsonObject sent) || type == null) {
            throw unreadable(path);
        }
        JsonObject checked = object(type, sent, path + ".");
        String longText = Types.textOf(type);
        String text = longText == null ? null : checked.text(longText);
        if (longText != null && text == null) {
            return null;
        }
        if (text != null && field.longest() > 0) {
            length(text, field.longest(), path);
        }
        return checked;
    }

    private @Nullable Object scalar(FieldType field, Object value, String path) {
        if (value instanceof JsonObject || value instanceof List<?>) {
            throw unreadable(path);
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case WHOLE, DECIMAL, MONEY -> number(text, path);
            case FLAG -> flag(text, path);
            case DATE -> date(text, path);
            case TIME -> time(text, path);
            case WORD -> word(field, text, path);
            default -> {
                if (field.longest() > 0) {
                    length(text, field.longest(), path);
                }
                yield text;
            }
        };
    }

    private @Nullable Object number(String text, String path) {
        BigDecimal number = JsonText.number(text);
        if (number == null) {
            faults.add(
                    QboFault.of(2090, "Invalid Number : " + path + " is not a number. Supplied value:" + text, path));
        }
        return number;
    }

    private @Nullable Object flag(String text, String path) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        faults.add(QboFault.of(2230, "Invalid Boolean : Supplied value:" + text, path));
        return null;
    }

    private @Nullable Object date(String text, String path) {
        LocalDate date = Times.date(text);
        if (date == null) {
            faults.add(QboFault.of(2060, "Date format is invalid. Expected yyyy-MM-dd. Supplied value:" + text, path));
            return null;
        }
        return date.toString();
    }

    private @Nullable Object time(String text, String path) {
        Instant time = Times.moment(text);
        if (time == null) {
            faults.add(QboFault.of(2060, "Date format is invalid. Supplied value:" + text, path));
            return null;
        }
        return Times.stamp(time);
    }

    private @Nullable Object word(FieldType field, String text, String path) {
        if (field.words().contains(text)) {
            return text;
        }
        for (String word : field.words()) {
            if (word.equals(camel(text))) {
                return word;
            }
        }
        faults.add(QboFault.of(2170, "Invalid Enumeration : " + text, path));
        return null;
    }

    /** The official void samples write enumerations in capitals with underscores; so do clients made from them. */
    private static String camel(String text) {
        if (!text.equals(text.toUpperCase(Locale.ROOT)) || text.indexOf('_') < 0) {
            return text;
        }
        StringBuilder camel = new StringBuilder();
        for (String part : text.split("_")) {
            if (!part.isEmpty()) {
                camel.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return camel.toString();
    }

    private void length(String text, int longest, String path) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            faults.add(QboFault.of(
                    2050,
                    "String length specified does not match the supported length. Min:0 Max:" + longest
                            + " supported. Supplied length:" + length,
                    path));
        }
    }

    private static QboFault unreadable(String path) {
        return QboFault.of(
                2010,
                "Property Name:Can not deserialize the value of " + path + " specified is unsupported or invalid");
    }
}
