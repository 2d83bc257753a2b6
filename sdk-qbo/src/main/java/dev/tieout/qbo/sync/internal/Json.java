package dev.tieout.qbo.sync.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON of the engine's own documents: objects, lists, strings and booleans; numbers travel as strings. */
public final class Json {
    private Json() {}

    public static String write(Map<String, ?> object) {
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
        } catch (IOException | com.squareup.moshi.JsonDataException e) {
            throw new IllegalArgumentException("a stored document is no JSON: was it changed by hand?", e);
        }
        throw new IllegalArgumentException("a stored document is no JSON object: was it changed by hand?");
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
        } else if (value instanceof List<?> list) {
            writer.beginArray();
            for (Object item : list) {
                value(writer, item);
            }
            writer.endArray();
        } else if (value instanceof Boolean b) {
            writer.value(b);
        } else {
            writer.value(String.valueOf(value));
        }
    }
}
