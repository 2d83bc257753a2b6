package dev.tieout.testkit.text.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small JSON documents as maps, lists, strings, numbers and booleans. Not for money: numbers are read as doubles. */
public final class JsonText {
    private static final JsonAdapter<Object> ANY =
            new Moshi.Builder().build().adapter(Object.class).serializeNulls();

    private JsonText() {}

    /**
     * An object from names and values in turn, in that order.
     *
     * @param namesAndValues name, value, name, value …
     * @return the object
     */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /**
     * Writes a value.
     *
     * @param value map, list, string, number or boolean
     * @return the JSON text, without blanks
     */
    public static String write(Object value) {
        return ANY.toJson(value);
    }

    /**
     * Reads an object.
     *
     * @param text the JSON text
     * @return the object, or empty if the text is none
     */
    @SuppressWarnings("unchecked")
    public static Optional<Map<String, Object>> readObject(String text) {
        try {
            return ANY.fromJson(text) instanceof Map<?, ?> map
                    ? Optional.of((Map<String, Object>) map)
                    : Optional.empty();
        } catch (IOException | JsonDataException e) {
            return Optional.empty();
        }
    }
}
