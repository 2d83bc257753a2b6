package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A JSON value kept byte for byte: of a member the schema lacks, or of another type than the schema says. */
record Raw(ByteString json) {
    static Raw of(String json) {
        return new Raw(ByteString.encodeUtf8(json));
    }

    /** Reads the next value whatever it is. Strings, booleans and null need no bytes: they come back as themselves. */
    static @Nullable Object readAny(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case STRING -> reader.nextString();
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            case NUMBER -> of(reader.nextString());
            default -> read(reader);
        };
    }

    /** Reads the next value as bytes. */
    static Raw read(JsonReader reader) throws IOException {
        try (BufferedSource source = reader.nextSource()) {
            return new Raw(source.readByteString());
        }
    }

    /** The JSON text of any value that {@link #readAny} can return. */
    static String text(@Nullable Object value) {
        if (value instanceof Raw raw) {
            return raw.json.utf8();
        }
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setLenient(true);
            writer.setSerializeNulls(true);
            if (value instanceof Boolean bool) {
                writer.value(bool.booleanValue());
            } else {
                writer.value((String) value);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A buffer in memory cannot fail", e);
        }
        return buffer.readUtf8();
    }

    /** The text of a scalar without its quotes, or {@code null} where the value is an object, an array or null. */
    @Nullable
    String scalar() {
        byte first = json.getByte(0);
        if (first == '{' || first == '[' || first == 'n') {
            return null;
        }
        if (first != '"') {
            return json.utf8();
        }
        try (JsonReader reader = JsonReader.of(new Buffer().write(json))) {
            reader.setLenient(true);
            return reader.nextString();
        } catch (IOException e) {
            throw new IllegalStateException("A value that was read once cannot be malformed", e);
        }
    }

    void write(JsonWriter writer) throws IOException {
        try (BufferedSink sink = writer.valueSink()) {
            sink.write(json);
        }
    }
}
