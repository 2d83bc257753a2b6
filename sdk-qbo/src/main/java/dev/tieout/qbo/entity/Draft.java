package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a builder or a patch has been given so far, each checked against the schema as it comes in. Not
 * thread-safe.
 */
final class Draft {
    /** More digits than any amount has; keeps {@code 1E+999999999} from becoming a gigabyte of zeros. */
    private static final int MAX_DIGITS = 40;

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
        Objects.requireNonNull(value, type.members[index].name);
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
        Member member = type.members[index];
        Objects.requireNonNull(value, member.name);
        if (value.length() > member.maxLength) {
            throw invalid(index, "is longer than " + member.maxLength + " characters: shorten it");
        }
        if (member.plain && value.chars().anyMatch(c -> c == ':' || c == '\t' || c == '\n' || c == '\r')) {
            throw invalid(index, "holds a colon, a tab or a line break, which QuickBooks refuses: remove it");
        }
        if (member.required && value.isBlank()) {
            throw invalid(index, "is blank but required: give it a value");
        }
        set(index, value);
    }

    void decimal(int index, BigDecimal value) {
        Member member = type.members[index];
        Objects.requireNonNull(value, member.name);
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw invalid(index, "has more than " + MAX_DIGITS + " digits: round it");
        }
        boolean low = member.min != Long.MIN_VALUE && value.compareTo(BigDecimal.valueOf(member.min)) < 0;
        boolean high = member.max != Long.MAX_VALUE && value.compareTo(BigDecimal.valueOf(member.max)) > 0;
        if (low || high) {
            throw invalid(index, "is outside " + member.min + " to " + member.max + ": correct it");
        }
        set(index, value.toPlainString());
    }

    void integer(int index, int value) {
        decimal(index, BigDecimal.valueOf(value));
    }

    void date(int index, LocalDate value) {
        Objects.requireNonNull(value, type.members[index].name);
        if (value.getYear() < 1 || value.getYear() > 9999) {
            throw invalid(index, "is outside the years 1 to 9999: correct it");
        }
        set(index, value.toString());
    }

    void moment(int index, OffsetDateTime value) {
        Objects.requireNonNull(value, type.members[index].name);
        set(index, Wire.text(value));
    }

    void object(int index, QboObject value) {
        Member member = type.members[index];
        Objects.requireNonNull(value, member.name);
        if (value instanceof Ref ref && member.target != null) {
            checkTarget(index, ref, member.target);
        }
        set(index, value);
    }

    private void checkTarget(int index, Ref ref, String target) {
        String actual = ref.target();
        if (actual != null && !actual.equals(target)) {
            throw invalid(index, "must point to a " + target + ", not to a " + actual + ": use the right record");
        }
    }

    void objects(int index, List<? extends QboObject> value) {
        List<? extends QboObject> copy = List.copyOf(value);
        if (type.members[index].required && copy.isEmpty()) {
            throw invalid(index, "is empty but required: add at least one entry");
        }
        set(index, copy);
    }

    /** A member of any name with a value of any kind, for what the schema lacks. */
    void raw(String name, String json) {
        int index = type.index(name);
        if (name.isBlank()) {
            throw new InvalidFieldException(type.name, "(unnamed)", "has a blank name: use the name QuickBooks uses");
        }
        Raw value = Raw.of(requireJson(name, json));
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

    private String requireJson(String name, String json) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8("[" + json + "]"))) {
            reader.beginArray();
            reader.skipValue();
            reader.endArray();
            if (reader.peek() == JsonReader.Token.END_DOCUMENT) {
                return json;
            }
        } catch (IOException | JsonDataException e) {
            throw new InvalidFieldException(type.name, name, "is not one well-formed JSON value: correct it");
        }
        throw new InvalidFieldException(type.name, name, "is more than one JSON value: pass one");
    }

    /** The finished object; every required member must be there. */
    <T extends QboObject> T build(ObjectType<T> to) {
        for (int i = 0; i < values.length; i++) {
            boolean given = present[i] ? values[i] != null : base != null && kept(i);
            if (type.members[i].required && !given) {
                throw invalid(i, "is required: give it a value");
            }
        }
        return finish(to);
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

    static String requireDigits(String entity, String field, String value) {
        Objects.requireNonNull(value, field);
        if (value.isEmpty() || value.length() > 30 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidFieldException(entity, field, "is not 1 to 30 digits: use the value that QuickBooks sent");
        }
        return value;
    }

    private InvalidFieldException invalid(int index, String what) {
        return new InvalidFieldException(type.name, type.members[index].name, what);
    }
}
