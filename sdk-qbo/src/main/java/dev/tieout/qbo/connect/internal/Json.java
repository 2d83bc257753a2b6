package dev.tieout.qbo.connect.internal;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads the small JSON objects of OAuth. */
public final class Json {
    private Json() {}

    /**
     * The members that are texts, numbers or yes/no, as texts; others are left out.
     *
     * @param source one JSON object
     * @return by name
     * @throws IOException if it is no JSON
     */
    public static Map<String, String> members(BufferedSource source) throws IOException {
        return object(JsonReader.of(source));
    }

    /** As {@link #members}, of an object inside another. */
    static Map<String, String> object(JsonReader reader) throws IOException {
        Map<String, String> members = new HashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            switch (reader.peek()) {
                case STRING, NUMBER -> members.put(name, reader.nextString());
                case BOOLEAN -> members.put(name, String.valueOf(reader.nextBoolean()));
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return members;
    }

    /** A member that must be there. */
    static String text(Map<String, String> members, String name) {
        @Nullable String value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
