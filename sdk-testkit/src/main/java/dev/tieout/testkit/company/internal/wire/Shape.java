package dev.tieout.testkit.company.internal.wire;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts records into the shape of answers: keys in the order of the XSD, numbers in their forms (QuickBooks facts
 * E2.6, E2.7).
 */
public final class Shape {
    private Shape() {}

    /** A copy with keys in order and numbers in form; fields of no known name follow at the end. */
    public static JsonObject ordered(String type, JsonObject object) {
        JsonObject ordered = new JsonObject();
        Types.all().fields(type).forEach((name, field) -> {
            Object value = object.get(name);
            if (value != null) {
                ordered.set(name, value(field, value));
            }
        });
        if (ordered.size() < object.size()) {
            object.forEach(ordered::setIfAbsent);
        }
        return ordered;
    }

    private static Object value(FieldType field, Object value) {
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(value(field, item)));
            return items;
        }
        if (value instanceof JsonObject nested) {
            return nested(field, nested);
        }
        return value instanceof BigDecimal number ? number(field.kind(), number) : value;
    }

    private static Object nested(FieldType field, JsonObject nested) {
        String type = field.kind() == FieldType.Kind.REFERENCE ? "ReferenceType" : field.type();
        return type == null ? nested.copy() : ordered(type, nested);
    }

    /** A number as its kind is printed. */
    public static BigDecimal number(FieldType.Kind kind, BigDecimal number) {
        if (kind == FieldType.Kind.MONEY) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.setScale(2, RoundingMode.HALF_UP);
        }
        return kind == FieldType.Kind.DECIMAL || kind == FieldType.Kind.WHOLE ? plain(number) : number;
    }

    /** A number without trailing zeros and never with an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** The text of a number with thousands separators, as fault 6070 prints it. */
    public static String separated(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
