package dev.tieout.testkit.company.internal.query;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Table;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import dev.tieout.testkit.company.internal.wire.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A property of an entity a query names: letters in any case, references by their value, e-mails and phones by their text
 * (QuickBooks fact P6.11). Only what Intuit documents can be filtered or sorted by (QuickBooks fact P6.11); of kinds that
 * no page describes everything can.
 */
final class Property {
    private final List<String> steps;
    private final FieldType.Kind kind;

    private Property(List<String> steps, FieldType.Kind kind) {
        this.steps = steps;
        this.kind = kind;
    }

    /** A property that a condition names. */
    static Property filter(EntityKind entity, String path) {
        return of(entity, path, documented(entity) ? FieldType::filterable : field -> true, "queryable");
    }

    /** A property that rows are ordered by. */
    static Property sort(EntityKind entity, String path) {
        return of(entity, path, documented(entity) ? FieldType::sortable : field -> true, "sortable");
    }

    /** A property of any kind, whatever clients may ask for. */
    static Property own(EntityKind entity, String path) {
        return of(entity, path, field -> true, "");
    }

    private static String typeOf(EntityKind entity) {
        return entity == EntityKind.RECURRING_TRANSACTION ? "RecurringTemplate" : entity.type();
    }

    private static boolean documented(EntityKind entity) {
        return Types.all().fields(typeOf(entity)).values().stream()
                .anyMatch(field -> field.filterable() || field.sortable());
    }

    private static Property of(EntityKind entity, String path, Predicate<FieldType> allowed, String use) {
        List<String> steps = new ArrayList<>();
        boolean open = true;
        String type = typeOf(entity);
        FieldType field = null;
        for (String step : path.split("\\.")) {
            field = type == null ? null : find(type, step);
            if (field == null) {
                throw QboFault.of(
                        4001, "QueryValidationError: Property " + path + " not found for Entity " + entity.json());
            }
            steps.add(field.name());
            open &= steps.size() == 1 ? allowed.test(field) || field.filterable() : part(type, field, allowed);
            type = field.kind() == FieldType.Kind.REFERENCE ? "ReferenceType" : field.type();
        }
        if (field == null || !open || (steps.size() == 1 && !allowed.test(field))) {
            throw refused(path, use);
        }
        return finish(steps, field, path);
    }

    /** Whether a part of a property can be asked for: the id and type of a reference, the text of an e-mail, what is marked. */
    private static boolean part(@Nullable String type, FieldType field, Predicate<FieldType> allowed) {
        if ("ReferenceType".equals(type)) {
            return !field.name().equals("name");
        }
        return allowed.test(field) || (type != null && field.name().equals(Types.textOf(type)));
    }

    private static Property finish(List<String> steps, FieldType field, String path) {
        if (field.kind() == FieldType.Kind.REFERENCE) {
            steps.add("value");
            return new Property(steps, FieldType.Kind.TEXT);
        }
        String text = field.type() == null ? null : Types.textOf(field.type());
        if (text != null) {
            steps.add(text);
            return new Property(steps, FieldType.Kind.TEXT);
        }
        if (!field.scalar()) {
            throw refused(path, "queryable");
        }
        return new Property(steps, field.kind());
    }

    private static QboFault refused(String path, String use) {
        return QboFault.of(4001, "QueryValidationError: property '" + path + "' is not " + use);
    }

    private static @Nullable FieldType find(String type, String name) {
        FieldType exact = Types.all().field(type, name);
        if (exact != null) {
            return exact;
        }
        return Types.all().fields(type).values().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether an operator makes sense for its values; Ids are only compared for equality (QuickBooks fact P6.3). */
    boolean takes(String operator) {
        boolean equality = operator.equals("=") || operator.equals("!=") || operator.equals("in");
        if (isId() || kind == FieldType.Kind.FLAG) {
            return equality;
        }
        boolean text = kind == FieldType.Kind.TEXT || kind == FieldType.Kind.WORD;
        return text || !operator.equals("like");
    }

    /** The top-level field. */
    String top() {
        return steps.get(0);
    }

    boolean isId() {
        return steps.size() == 1 && top().equals("Id");
    }

    boolean isUpdateTime() {
        return steps.equals(List.of("MetaData", "LastUpdatedTime"));
    }

    /** Whether the value is the one the indexes hold. */
    boolean indexed() {
        boolean whole = steps.size() == 1 || (steps.size() == 2 && !top().equals("MetaData"));
        return whole && Table.indexed(top());
    }

    /** The values of a record, several if a list lies on the way. */
    List<Object> values(JsonObject record) {
        List<Object> values = new ArrayList<>(1);
        collect(record, 0, values);
        return values;
    }

    private void collect(Object value, int step, List<Object> into) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, step, into));
        } else if (step == steps.size()) {
            into.add(value);
        } else if (value instanceof JsonObject object) {
            Object next = object.get(steps.get(step));
            if (next != null) {
                collect(next, step + 1, into);
            }
        }
    }

    /** A comparable form of a stored or a literal value; null if the literal cannot be one. */
    @Nullable
    Comparable<?> comparable(Object value, LocalDate today) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        boolean isToday = text.equalsIgnoreCase("CURRENT_DATE");
        return switch (kind) {
            case MONEY, DECIMAL, WHOLE -> JsonText.number(text);
            case DATE -> isToday ? today : Times.date(text);
            case TIME -> moment(isToday ? today.toString() : text);
            case FLAG -> flag(text.strip());
            default -> isId() ? number(text) : Table.fold(text);
        };
    }

    private static @Nullable Comparable<?> moment(String text) {
        Instant moment = Times.moment(text);
        return moment == null ? null : moment.getEpochSecond();
    }

    private static @Nullable Boolean flag(String text) {
        boolean known = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        return known ? Boolean.valueOf(text) : null;
    }

    private static Comparable<?> number(String text) {
        BigDecimal number = JsonText.number(text);
        return number == null ? Table.fold(text) : number;
    }
}
