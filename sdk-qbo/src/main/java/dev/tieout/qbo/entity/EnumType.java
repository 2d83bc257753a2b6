package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The known values of an open enum and how to make one of any other text. Immutable. */
final class EnumType<E extends OpenEnum> {
    private final List<E> known;
    private final Function<String, E> other;
    private final JsonReader.Options options;

    EnumType(List<E> known, Function<String, E> other) {
        this.known = known;
        this.other = other;
        String[] texts = new String[known.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = known.get(i).value();
        }
        this.options = JsonReader.Options.of(texts);
    }

    List<E> known() {
        return known;
    }

    E of(String value) {
        for (E constant : known) {
            if (constant.value().equals(value)) {
                return constant;
            }
        }
        return other.apply(value);
    }

    /** Reads a string token; no text is made for a known value. */
    E read(JsonReader reader) throws IOException {
        int index = reader.selectString(options);
        return index >= 0 ? known.get(index) : other.apply(reader.nextString());
    }
}
