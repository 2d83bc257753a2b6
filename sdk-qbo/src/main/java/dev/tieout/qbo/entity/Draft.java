package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonWriter;
import dev.tieout.internal.Given;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a builder or a patch has been given so far, each checked against the schema as it comes in. Not
 * thread-safe.
 */
final class Draft {
    private final ObjectType<?> type;
    private final @Nullable QboObject base;
    private final @Nullable Object[] values;
    private final boolean[] present;
    private final Map<String, Raw> raw = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();

    /** A draft of a new object, or of a changed copy of {@code base}. */
    Draft(ObjectType<?> type, @Nullable QboObject base) {
        this.type = type;
        this.base = base;
        this.values = new Object[type.members.length];
        this.present = new boolean[type.members.length];
    }

    Draft copy() {
        Draft copy = new Draft(type, base);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        System.arraycopy(present, 0, copy.present, 0, present.length);
        copy.raw.putAll(raw);
        copy.removed.addAll(removed);
        return copy;
    }

    boolean isEmpty() {
        for (boolean is : present) {
            if (is) {
                return false;
            }
        }
        return raw.isEmpty();
    }

    Draft set(int index, Object value) {
        Limits.given(type.name, type.members[index].name, value);
        removed.remove(type.members[index].name);
        values[index] = value;
        present[index] = true;
        return this;
    }

    void clear(int index) {
        values[index] = type.members[index].kind == Member.Kind.TEXT ? "" : null;
        present[index] = true;
    }

    void text(int index, String value) {
        set(index, Limits.text(type.name, type.members[index], value));
    }

    void decimal(int index, BigDecimal value) {
        set(index, Limits.decimal(type.name, type.members[index], value));
    }

    void integer(int index, int value) {
        decimal(index, BigDecimal.valueOf(value));
    }

    void date(int index, LocalDate value) {
        set(index, Limits.date(type.name, type.members[index], value));
    }

    void moment(int index, OffsetDateTime value) {
        Limits.given(type.name, type.members[index].name, value);
        set(index, Wire.text(value));
    }

    void object(int index, QboObject value) {
        if (value instanceof Ref ref) {
            Limits.reference(type.name, type.members[index], ref);
        }
        set(index, value);
    }

    void objects(int index, List<? extends QboObject> value) {
        List<? extends QboObject> copy = Given.list(
                type.name + "." + type.members[index].name, Limits.given(type.name, type.members[index].name, value));
        if (type.members[index].required && copy.isEmpty()) {
            throw invalid(index, "is empty but required: add at least one entry");
        }
        set(index, copy);
    }

    /** A member of any name with a value of any kind, for what the schema lacks. */
    void raw(String name, String json) {
        if (Given.value("name", name).isBlank()) {
            throw new InvalidFieldException(type.name, "(unnamed)", "has a blank name: use the name QuickBooks uses");
        }
        int index = type.index(name);
        Raw value = Raw.of(Limits.json(type.name, name, json));
        if (index == Shape.UNKNOWN) {
            raw.put(name, value);
            removed.remove(name);
        } else {
            set(index, value);
        }
    }

    /** Takes a member out, so that it is not sent. */
    void remove(String name) {
        int index = type.index(name);
        if (index != Shape.UNKNOWN) {
            values[index] = null;
            present[index] = false;
        }
        raw.remove(name);
        removed.add(name);
    }

    /** The finished object; every required member must be there. */
    <T extends QboObject> T build(ObjectType<T> to) {
        for (int i = 0; i < values.length; i++) {
            if (type.members[i].required && !given(i)) {
                throw invalid(i, "is required: give it a value");
            }
        }
        int[] anyOf = type.anyOf();
        if (anyOf.length > 0 && Arrays.stream(anyOf).noneMatch(this::given)) {
            String names =
                    Arrays.stream(anyOf).mapToObj(i -> type.members[i].name).collect(Collectors.joining(", "));
            throw invalid(anyOf[0], "is missing, and so is all that could stand for it: give one of " + names);
        }
        return finish(to);
    }

    private boolean given(int index) {
        return present[index] ? values[index] != null : kept(index);
    }

    private boolean kept(int index) {
        return base != null && base.shape.slot(index) >= 0 && !removed.contains(type.members[index].name);
    }

    <T extends QboObject> T finish(ObjectType<T> to) {
        Scratch out = new Scratch();
        boolean[] done = new boolean[values.length];
        if (base != null) {
            pushBase(out, base, done);
        }
        for (int i = 0; i < values.length; i++) {
            if (present[i] && !done[i]) {
                out.push(i, null, values[i]);
            }
        }
        raw.forEach((name, value) -> {
            if (base == null || !base.has(name)) {
                out.push(Shape.UNKNOWN, name, value);
            }
        });
        Shape shape = out.shape(to, 0);
        return to.make(shape, out.pop(0));
    }

    private void pushBase(Scratch out, QboObject from, boolean[] done) {
        for (int i = 0; i < from.values.length; i++) {
            int key = from.shape.key(i);
            String name = from.shape.name(i);
            if (key != Shape.UNKNOWN && present[key]) {
                out.push(key, null, values[key]);
                done[key] = true;
            } else if (!removed.contains(name)) {
                Raw replaced = key == Shape.UNKNOWN ? raw.get(name) : null;
                out.push(key, key == Shape.UNKNOWN ? name : null, replaced == null ? from.values[i] : replaced);
            }
        }
    }

    void writeMembers(JsonWriter writer) throws IOException {
        finish(type).writeMembers(writer);
    }

    static void write(JsonWriter writer, @Nullable Object value, boolean number) throws IOException {
        if (value instanceof String text) {
            if (number) {
                writer.value(new NumberText(text));
            } else {
                writer.value(text);
            }
        } else if (value instanceof QboObject object) {
            object.write(writer);
        } else if (value instanceof Boolean bool) {
            writer.value(bool.booleanValue());
        } else if (value instanceof List<?> list) {
            writer.beginArray();
            for (Object element : list) {
                write(writer, element, false);
            }
            writer.endArray();
        } else if (value instanceof OpenEnum choice) {
            writer.value(choice.value());
        } else if (value instanceof Raw raw) {
            raw.write(writer);
        } else {
            writer.nullValue();
        }
    }

    private InvalidFieldException invalid(int index, String what) {
        return new InvalidFieldException(type.name, type.members[index].name, what);
    }
}
