package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of QuickBooks: an entity or a part of one.
 *
 * <p>Immutable. What was read is written back as it came: members in their order, numbers digit for digit, explicit
 * nulls, empty lists, and members this library does not know. A typed accessor is empty where the member is absent, is
 * null, or is of another type than the schema says; {@link #has} and {@link #unknown} tell these apart. Numbers and
 * dates are parsed at each call of their accessor.
 */
public abstract class QboObject {
    final Shape shape;
    final @Nullable Object[] values;

    QboObject(Shape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * Says whether the JSON has a member, be it null.
     *
     * @param jsonName the name as QuickBooks writes it
     * @return {@code true} if it is there
     */
    public final boolean has(String jsonName) {
        return shape.slot(jsonName) >= 0;
    }

    /**
     * The members that are there.
     *
     * @return their names in their order, not to be modified
     */
    public final Set<String> memberNames() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < values.length; i++) {
            names.add(shape.name(i));
        }
        return Collections.unmodifiableSet(names);
    }

    /**
     * A member that the schema lacks, or whose value is of another type than the schema says.
     *
     * @param jsonName the name as QuickBooks writes it
     * @return its JSON text; empty where it is absent or has a typed accessor
     */
    public final Optional<String> unknown(String jsonName) {
        int slot = shape.slot(jsonName);
        if (slot < 0) {
            return Optional.empty();
        }
        Object value = values[slot];
        boolean typed = shape.key(slot) != Shape.UNKNOWN && !(value instanceof Raw);
        return typed ? Optional.empty() : Optional.of(Raw.text(value));
    }

    /**
     * The JSON text, as it would be sent.
     *
     * @return one line of JSON
     */
    public final String toJson() {
        return json().readUtf8();
    }

    final Buffer json() {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            write(writer);
        } catch (IOException e) {
            throw new IllegalStateException("A buffer in memory cannot fail", e);
        }
        return buffer;
    }

    final void write(JsonWriter writer) throws IOException {
        boolean nulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.beginObject();
        writeMembers(writer);
        writer.endObject();
        writer.setSerializeNulls(nulls);
    }

    final void writeMembers(JsonWriter writer) throws IOException {
        for (int i = 0; i < values.length; i++) {
            writer.name(shape.name(i));
            int key = shape.key(i);
            Draft.write(writer, values[i], key != Shape.UNKNOWN && shape.type.members[key].kind.isNumber());
        }
    }

    final @Nullable Object raw(int index) {
        int slot = shape.slot(index);
        return slot < 0 ? null : values[slot];
    }

    final <V> Optional<V> get(int index, Class<V> type) {
        Object value = raw(index);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** A list, empty where the member is absent. */
    @SuppressWarnings("unchecked")
    final <V extends QboObject> List<V> list(int index, Class<V> element) {
        Object value = raw(index);
        assert !(value instanceof List<?> list) || list.isEmpty() || element.isInstance(list.get(0));
        return value instanceof List<?> list ? (List<V>) list : List.of();
    }

    final Optional<String> text(int index) {
        return scalar(index, Function.identity());
    }

    final Optional<BigDecimal> decimal(int index) {
        return scalar(index, Wire::decimal);
    }

    final Optional<Integer> integer(int index) {
        return scalar(index, Wire::integer);
    }

    final Optional<LocalDate> date(int index) {
        return scalar(index, Wire::date);
    }

    final Optional<OffsetDateTime> moment(int index) {
        return scalar(index, Wire::moment);
    }

    final Optional<Boolean> bool(int index) {
        return raw(index) instanceof Boolean bool ? Optional.of(bool) : scalar(index, Wire::bool);
    }

    final Optional<String> jsonText(int index) {
        return raw(index) instanceof Raw raw ? Optional.of(raw.json().utf8()) : Optional.empty();
    }

    private <V> Optional<V> scalar(int index, Function<String, @Nullable V> parse) {
        Object value = raw(index);
        String text = value instanceof Raw raw ? raw.scalar() : value instanceof String string ? string : null;
        return text == null ? Optional.empty() : Optional.ofNullable(parse.apply(text));
    }

    /** Equal when of the same class with the same members, in whatever order; numbers digit for digit. */
    @Override
    public final boolean equals(@Nullable Object other) {
        if (!(other instanceof QboObject that)
                || that.shape.type != shape.type
                || that.values.length != values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            int slot = that.shape.slot(shape.name(i));
            if (slot < 0 || !Objects.equals(values[i], that.values[slot])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int hashCode() {
        int hash = values.length;
        for (int i = 0; i < values.length; i++) {
            hash += shape.name(i).hashCode() ^ Objects.hashCode(values[i]);
        }
        return hash;
    }

    /** Names the type and counts the members; shows no content, which may be personal. */
    @Override
    public String toString() {
        return shape.type.name + "[" + values.length + " members]";
    }
}
