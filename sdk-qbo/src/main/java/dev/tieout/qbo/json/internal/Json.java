package dev.tieout.qbo.json.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * JSON of the library's own documents: objects, lists, texts, yes/no, and JSON within JSON; numbers travel as text so that
 * they stay exact.
 */
public final class Json {
    private Json() {}

    /**
     * A piece of JSON that is put in as it is.
     *
     * @param text one JSON value
     */
    public record Raw(String text) {}

    /** Writes an object; members that are {@code null} are left out. */
    public static String write(Map<String, ? extends @Nullable Object> object) {
        Buffer out = new Buffer();
        try (JsonWriter writer = JsonWriter.of(out)) {
            value(writer, object);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.readUtf8();
    }

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String text) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
            if (reader.readJsonValue() instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
        } catch (IOException | JsonDataException e) {
            throw new IllegalArgumentException("a stored document is no JSON: was it changed by hand?");
        }
        throw new IllegalArgumentException("a stored document is no JSON object: was it changed by hand?");
    }

    /**
     * Reads the members of one object, each as the JSON text it is.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static Map<String, String> members(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Buffer rest = new Buffer().write(bytes);
        try (JsonReader reader = JsonReader.of(rest)) {
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                // Cutting a value out is several times faster than copying it token by token. A colon comes first.
                int from = Math.toIntExact(bytes.length - rest.size());
                reader.skipValue();
                int to = Math.toIntExact(bytes.length - rest.size());
                String value = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                members.put(name, value.substring(value.indexOf(':') + 1).strip());
            }
            reader.endObject();
        } catch (IOException | JsonDataException e) {
            throw new IllegalArgumentException("a stored document is no JSON object: was it changed by hand?");
        }
        return members;
    }

    public static @Nullable String text(Map<String, ?> object, String name) {
        return object.get(name) instanceof String s ? s : null;
    }

    public static String required(Map<String, ?> object, String name) {
        if (object.get(name) instanceof String s) {
            return s;
        }
        throw new IllegalArgumentException("a stored document lacks '" + name + "': was it changed by hand?");
    }

    public static boolean flag(Map<String, ?> object, String name) {
        return Boolean.TRUE.equals(object.get(name));
    }

    /** A yes/no whose absence means something else than no. */
    public static boolean flag(Map<String, ?> object, String name, boolean otherwise) {
        return object.get(name) instanceof Boolean b ? b : otherwise;
    }

    public static long number(Map<String, ?> object, String name) {
        @Nullable String text = text(object, name);
        return text == null ? 0 : Long.parseLong(text);
    }

    public static @Nullable BigDecimal decimal(Map<String, ?> object, String name) {
        @Nullable String text = text(object, name);
        return text == null ? null : new BigDecimal(text);
    }

    public static @Nullable Instant instant(Map<String, ?> object, String name) {
        @Nullable String text = text(object, name);
        return text == null ? null : Instant.parse(text);
    }

    public static @Nullable LocalDate date(Map<String, ?> object, String name) {
        @Nullable String text = text(object, name);
        return text == null ? null : LocalDate.parse(text);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> objects(Map<String, ?> object, String name) {
        return object.get(name) instanceof List<?> list ? (List<Map<String, Object>>) (List<?>) list : List.of();
    }

    public static List<String> texts(Map<String, ?> object, String name) {
        return object.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static void value(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (Map.Entry<?, ?> e : map.entrySet()) {
                if (e.getValue() != null) {
                    writer.name(String.valueOf(e.getKey()));
                    value(writer, e.getValue());
                }
            }
            writer.endObject();
        } else if (value instanceof Iterable<?> list) {
            writer.beginArray();
            for (Object item : list) {
                value(writer, item);
            }
            writer.endArray();
        } else if (value instanceof Boolean b) {
            writer.value(b);
        } else if (value instanceof Raw raw) {
            try (BufferedSink sink = writer.valueSink()) {
                sink.writeUtf8(raw.text());
            }
        } else if (value instanceof BigDecimal number) {
            writer.value(number.toPlainString());
        } else {
            writer.value(String.valueOf(value));
        }
    }
}
