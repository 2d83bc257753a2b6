package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;

/** A JSON text as its tokens: names in their order, numbers digit for digit; blanks and escapes do not matter. */
final class JsonTokens {
    private JsonTokens() {}

    static List<String> of(String json) {
        List<String> tokens = new ArrayList<>();
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
            while (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                tokens.add(next(reader));
            }
        } catch (IOException e) {
            throw new AssertionError("Not JSON", e);
        }
        return tokens;
    }

    private static String next(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_ARRAY -> reader.beginArray();
            case END_ARRAY -> {
                reader.endArray();
                return "]";
            }
            case BEGIN_OBJECT -> reader.beginObject();
            case END_OBJECT -> {
                reader.endObject();
                return "}";
            }
            case NAME -> {
                return "name " + reader.nextName();
            }
            case STRING -> {
                return "text " + reader.nextString();
            }
            case NUMBER -> {
                return "number " + reader.nextString();
            }
            case BOOLEAN -> {
                return "bool " + reader.nextBoolean();
            }
            case NULL -> {
                reader.nextNull();
                return "null";
            }
            default -> throw new AssertionError("No token");
        }
        return reader.getPath().endsWith("]") ? "[" : "{";
    }
}
