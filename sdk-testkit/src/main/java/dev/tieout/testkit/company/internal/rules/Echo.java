package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.Types;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells an update that only sends back what was read: it changes nothing, whatever a rule of today would say to the record
 * (QuickBooks fact P8.16). Names in references, extensions and what clients cannot set do not count.
 */
final class Echo {
    private static final Types TYPES = Types.all();

    private final String type;
    private final JsonObject before;

    /** For updates of a record of a type. */
    Echo(String type, JsonObject before) {
        this.type = type;
        this.before = before;
    }

    /** Whether the record has more than an empty object in a field. */
    boolean says(String name) {
        FieldType field = TYPES.field(type, name);
        return field != null && plain(field, before.get(name)) != null;
    }

    /** Whether {@code sent} says nothing that the record does not say; a whole update must say all of it. */
    boolean of(JsonObject sent, boolean sparse, Collection<String> kept) {
        for (FieldType field : TYPES.fields(type).values()) {
            String name = field.name();
            boolean counts = !field.readOnly() && field.kind() != FieldType.Kind.ANY && !name.equals("sparse");
            boolean silent = !sent.has(name) && (sparse || kept.contains(name));
            if (counts && !silent && !Objects.equals(plain(field, before.get(name)), plain(field, sent.get(name)))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object plain(FieldType field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            List<Object> items = list.stream()
                    .map(item -> String.valueOf(plain(field, item)))
                    .map(Object.class::cast)
                    .toList();
            return items.isEmpty() ? null : items;
        }
        if (value instanceof JsonObject object) {
            return field.kind() == FieldType.Kind.REFERENCE ? object.text("value") : members(field.type(), object);
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static @Nullable Object members(@Nullable String type, JsonObject object) {
        TreeMap<String, Object> members = new TreeMap<>();
        for (String name : type == null ? Set.<String>of() : object.names()) {
            FieldType field = TYPES.field(String.valueOf(type), name);
            boolean counts = field != null
                    && field.kind() != FieldType.Kind.ANY
                    && (!field.readOnly() || name.equals("Id"))
                    && !Set.of("Lat", "Long").contains(name);
            Object value = field != null && counts ? plain(field, object.get(name)) : null;
            if (value != null) {
                members.put(name, value);
            }
        }
        return members.isEmpty() ? null : members;
    }
}
