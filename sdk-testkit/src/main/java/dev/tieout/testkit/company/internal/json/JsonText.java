package dev.tieout.testkit.company.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Reads and prints JSON without losing a digit. */
public final class JsonText {
    private static final int LONGEST_NUMBER = 400;

    private JsonText() {}

    /** The text is not JSON, or not an object; the message is safe to show. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String place;

        Malformed(String message, byte[] json, long read) {
            super(message);
            this.place = place(json, (int) Math.min(Math.max(read, 0), json.length));
        }

        /** Where reading stopped, such as {@code line 2, column 17}; the mistake is there or just before. */
        public String place() {
            return place;
        }

        private static String place(byte[] json, int read) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < read; i++) {
                boolean end = json[i] == (byte) 10;
                line += end ? 1 : 0;
                column = end ? 1 : column + 1;
            }
            return "line " + line + ", column " + column;
        }
    }

    /** Reads one JSON object, nulls left out. */
    public static JsonObject object(byte[] json) throws Malformed {
        Buffer rest = new Buffer().write(withoutMark(json));
        try (JsonReader reader = JsonReader.of(rest)) {
            if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
                throw new Malformed("Expected an object", json, json.length - rest.size());
            }
            JsonObject object = object(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new Malformed("More text after the object", json, json.length - rest.size());
            }
            return object;
        } catch (EOFException end) {
            throw new Malformed("Unexpected end-of-input", json, json.length);
        } catch (JsonDataException | IOException | NumberFormatException broken) {
            throw new Malformed("Unexpected character", json, json.length - rest.size());
        }
    }

    private static byte[] withoutMark(byte[] json) {
        boolean marked = json.length > 2 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(json, 3, json.length) : json;
    }

    private static JsonObject object(JsonReader reader) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            object.sent(reader.nextName(), value(reader));
        }
        reader.endObject();
        return object;
    }

    private static @Nullable Object value(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> list(reader);
            case STRING -> reader.nextString();
            case NUMBER -> exact(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new JsonEncodingException("unexpected token");
        };
    }

    private static Object list(JsonReader reader) throws IOException {
        List<Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            Object item = value(reader);
            if (item != null) {
                list.add(item);
            }
        }
        reader.endArray();
        return list;
    }

    private static BigDecimal exact(String text) throws IOException {
        BigDecimal number = number(text);
        if (number == null) {
            throw new JsonEncodingException("not a number");
        }
        return number;
    }

    /** The number a text holds, {@code null} if it holds none or one too large to be handled. */
    public static @Nullable BigDecimal number(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(trimmed);
            boolean sane = Math.abs((long) number.scale()) <= LONGEST_NUMBER;
            return sane ? number : null;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** Prints a value: an object, a list, a text, a number or a flag. */
    public static byte[] bytes(Object value) {
        Buffer buffer = new Buffer();
        write(buffer, value);
        return buffer.readByteArray();
    }

    /** Prints a value as text. */
    public static String print(Object value) {
        Buffer buffer = new Buffer();
        write(buffer, value);
        return buffer.readUtf8();
    }

    /** Prints a value with line breaks, for files people read. */
    public static byte[] pretty(Object value) {
        Buffer buffer = new Buffer();
        JsonWriter writer = JsonWriter.of(buffer);
        writer.setIndent(" ");
        tree(writer, value);
        buffer.writeUtf8("\n");
        return buffer.readByteArray();
    }

    private static void write(Buffer buffer, Object value) {
        tree(JsonWriter.of(buffer), value);
    }

    private static void tree(JsonWriter writer, Object value) {
        try {
            value(writer, value);
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
    }

    private static void value(JsonWriter writer, Object value) throws IOException {
        if (value instanceof JsonObject object) {
            writer.beginObject();
            for (String name : object.names()) {
                Object member = object.get(name);
                if (member != null) {
                    writer.name(name);
                    value(writer, member);
                }
            }
            writer.endObject();
        } else if (value instanceof List<?> list) {
            writer.beginArray();
            for (Object item : list) {
                value(writer, item);
            }
            writer.endArray();
        } else if (value instanceof BigDecimal number) {
            number(writer, number);
        } else if (value instanceof Number other) {
            number(writer, new BigDecimal(other.toString()));
        } else if (value instanceof Boolean flag) {
            writer.value(flag);
        } else {
            writer.value(String.valueOf(value));
        }
    }

    private static void number(JsonWriter writer, BigDecimal number) throws IOException {
        try (BufferedSink sink = writer.valueSink()) {
            sink.writeUtf8(number.toPlainString());
        }
    }
}
