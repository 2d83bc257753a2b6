// Over 300 lines: the readers and writers of one value, each with its sentence.
package dev.tieout.testkit.company.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with its members in order, texts, {@link BigDecimal}s, flags, objects and lists; null members do not
 * exist. Mutable until {@link #freeze} is called; after that safe to share between threads.
 */
public final class JsonObject {
    private final Map<String, Object> members;
    private @Nullable Set<String> nulls;
    private boolean frozen;

    /** An empty object. */
    public JsonObject() {
        this.members = new LinkedHashMap<>();
    }

    /** An object of names and values in turn; null values are left out. */
    public static JsonObject of(@Nullable Object... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.set(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }

    /** A reference {@code {"value": id}}. */
    public static JsonObject reference(String id) {
        return of("value", id);
    }

    /** A deep copy of plain Java values; numbers of any class become {@link BigDecimal}. */
    public static JsonObject from(Map<String, ?> plain) {
        JsonObject object = new JsonObject();
        plain.forEach((name, value) -> object.sent(name, valueOf(value)));
        return object;
    }

    /** Sets a member as it was sent: a null does not exist but is remembered. */
    public JsonObject sent(String name, @Nullable Object value) {
        if (value == null) {
            Set<String> noted = nulls == null ? new LinkedHashSet<>() : nulls;
            noted.add(name);
            nulls = noted;
        }
        return set(name, value);
    }

    /** The members that were sent as null; a copy has forgotten them. */
    public Set<String> nulls() {
        return nulls == null ? Set.of() : Collections.unmodifiableSet(nulls);
    }

    private static @Nullable Object valueOf(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, value) -> object.set(String.valueOf(name), valueOf(value)));
            return object;
        }
        if (plain instanceof Collection<?> items) {
            List<Object> list = new ArrayList<>();
            items.forEach(item -> list.add(Objects.requireNonNull(valueOf(item), "null in a list")));
            return list;
        }
        if (plain instanceof BigDecimal || plain instanceof Boolean || plain instanceof JsonObject || plain == null) {
            return plain;
        }
        return plain instanceof Number ? new BigDecimal(plain.toString()) : plain.toString();
    }

    /** The value as it is, {@code null} if absent. */
    public @Nullable Object get(String name) {
        return members.get(name);
    }

    /** Whether the member exists. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The value as text, numbers and flags as they would be printed; {@code null} if absent or not a scalar. */
    public @Nullable String text(String name) {
        Object value = members.get(name);
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String || value instanceof Boolean ? value.toString() : null;
    }

    /** The value as text, {@code otherwise} if absent. */
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** The value as a number, also if it was sent as text; {@code null} if absent or not a number. */
    public @Nullable BigDecimal decimal(String name) {
        Object value = members.get(name);
        if (value instanceof BigDecimal number) {
            return number;
        }
        return value instanceof String text ? JsonText.number(text) : null;
    }

    /** The value as a number, zero if absent. */
    public BigDecimal amount(String name) {
        BigDecimal value = decimal(name);
        return value == null ? BigDecimal.ZERO : value;
    }

    /** Whether the value is {@code true}, also as text. */
    public boolean is(String name) {
        Object value = members.get(name);
        return Boolean.TRUE.equals(value) || (value instanceof String text && text.equalsIgnoreCase("true"));
    }

    /** Whether the value is {@code false}, also as text; absent is not false. */
    public boolean isFalse(String name) {
        Object value = members.get(name);
        return Boolean.FALSE.equals(value) || (value instanceof String text && text.equalsIgnoreCase("false"));
    }

    /** The nested object, {@code null} if absent or something else. */
    public @Nullable JsonObject object(String name) {
        return members.get(name) instanceof JsonObject object ? object : null;
    }

    /** The nested object, made if absent. */
    public JsonObject objectOrNew(String name) {
        JsonObject object = object(name);
        if (object == null) {
            object = new JsonObject();
            set(name, object);
        }
        return object;
    }

    /** The value at a path of objects separated by dots, {@code null} if absent. */
    public @Nullable Object at(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return members.get(path);
        }
        JsonObject nested = object(path.substring(0, dot));
        return nested == null ? null : nested.at(path.substring(dot + 1));
    }

    /** The list, empty if absent or something else. */
    @SuppressWarnings("unchecked")
    public List<Object> list(String name) {
        return members.get(name) instanceof List<?> list ? (List<Object>) list : List.of();
    }

    /** The objects of a list, empty if absent. A single object counts as a list of one. */
    public List<JsonObject> objects(String name) {
        if (members.get(name) instanceof JsonObject single) {
            return List.of(single);
        }
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : list(name)) {
            if (item instanceof JsonObject object) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** The {@code value} of a reference, {@code null} if absent or empty. */
    public @Nullable String ref(String name) {
        JsonObject reference = object(name);
        String value = reference == null ? null : reference.text("value");
        return value == null || value.isEmpty() ? null : value;
    }

    /** Sets a member at its place or at the end; null removes it. */
    public JsonObject set(String name, @Nullable Object value) {
        if (frozen) {
            throw new IllegalStateException("a committed record was changed: " + name);
        }
        if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
        return this;
    }

    /** Sets a member only if it is absent. */
    public JsonObject setIfAbsent(String name, @Nullable Object value) {
        return has(name) ? this : set(name, value);
    }

    /** The names in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** Calls {@code each} for every member in order. */
    public void forEach(BiConsumer<String, Object> each) {
        members.forEach(each);
    }

    /** How many members there are. */
    public int size() {
        return members.size();
    }

    /** A deep copy that can be changed. */
    public JsonObject copy() {
        JsonObject copy = new JsonObject();
        members.forEach((name, value) -> copy.members.put(name, copyOf(value)));
        return copy;
    }

    private static Object copyOf(Object value) {
        if (value instanceof JsonObject object) {
            return object.copy();
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copyOf(item)));
            return copy;
        }
        return value;
    }

    /** Makes this object and all below it unchangeable. */
    public JsonObject freeze() {
        if (!frozen) {
            frozen = true;
            members.replaceAll((name, value) -> frozen(value));
        }
        return this;
    }

    private static Object frozen(Object value) {
        if (value instanceof JsonObject object) {
            return object.freeze();
        }
        if (value instanceof List<?> list) {
            list.forEach(JsonObject::frozen);
            return Collections.unmodifiableList(list);
        }
        return value;
    }

    /** A deep copy as plain maps and lists, for people outside. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        members.forEach((name, value) -> map.put(name, plain(value)));
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof JsonObject object) {
            return object.toMap();
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        return value;
    }

    /** Equal members, in any order; numbers by value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject object && sameObject(object);
    }

    private boolean sameObject(JsonObject other) {
        return members.size() == other.members.size()
                && members.entrySet().stream().allMatch(member -> same(member.getValue(), other.get(member.getKey())));
    }

    private static boolean same(Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber) == 0;
        }
        if (one instanceof List<?> list && other instanceof List<?> otherList) {
            if (list.size() != otherList.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!same(list.get(i), otherList.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    @Override
    public int hashCode() {
        return members.keySet().hashCode();
    }

    /** The names only: values may be data of people. */
    @Override
    public String toString() {
        return members.keySet().toString();
    }
}
