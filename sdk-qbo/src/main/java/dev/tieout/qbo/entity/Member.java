package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the schema says about one member of a JSON object, parsed from a line such as {@code DisplayName text max=500
 * plain}. Immutable.
 */
final class Member {
    /** What the value of a member is in JSON and in Java. */
    enum Kind {
        TEXT(JsonReader.Token.STRING),
        DECIMAL(JsonReader.Token.NUMBER),
        INT(JsonReader.Token.NUMBER),
        BOOL(JsonReader.Token.BOOLEAN),
        DATE(JsonReader.Token.STRING),
        MOMENT(JsonReader.Token.STRING),
        CHOICE(JsonReader.Token.STRING),
        OBJECT(JsonReader.Token.BEGIN_OBJECT),
        OBJECTS(JsonReader.Token.BEGIN_ARRAY),
        JSON(null);

        /** How a value that fits begins; {@code null} where nothing is expected. */
        final JsonReader.@Nullable Token token;

        Kind(JsonReader.@Nullable Token token) {
            this.token = token;
        }

        /** Written as a bare literal although it is kept as text. */
        boolean isNumber() {
            return this == DECIMAL || this == INT;
        }
    }

    final String name;
    final Kind kind;
    final boolean required;
    final boolean plain;
    final boolean email;
    final int maxLength;
    final long min;
    final long max;
    final @Nullable String target;

    private Member(String[] words) {
        name = words[0];
        kind = Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
        boolean isRequired = false;
        boolean isPlain = false;
        boolean isEmail = false;
        int longest = Integer.MAX_VALUE;
        long low = Long.MIN_VALUE;
        long high = Long.MAX_VALUE;
        String to = null;
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            String value = word.substring(word.indexOf('=') + 1);
            if (word.equals("required")) {
                isRequired = true;
            } else if (word.equals("plain")) {
                isPlain = true;
            } else if (word.equals("email")) {
                isEmail = true;
            } else if (word.startsWith("max=")) {
                longest = Integer.parseInt(value);
            } else if (word.startsWith("range=")) {
                low = Long.parseLong(value.substring(0, value.indexOf("..")));
                high = Long.parseLong(value.substring(value.indexOf("..") + 2));
            } else if (word.startsWith("to=")) {
                to = value;
            } else {
                throw new IllegalArgumentException("Unknown word in a schema line: " + word);
            }
        }
        required = isRequired;
        plain = isPlain;
        email = isEmail;
        maxLength = longest;
        min = low;
        max = high;
        target = to;
    }

    static Member[] parse(String... lines) {
        Member[] members = new Member[lines.length];
        for (int i = 0; i < lines.length; i++) {
            members[i] = new Member(lines[i].split(" "));
        }
        return members;
    }
}
