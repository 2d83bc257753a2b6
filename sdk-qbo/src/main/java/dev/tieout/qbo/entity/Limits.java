package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What QuickBooks would refuse, refused before it is sent. */
final class Limits {
    /** More digits than any amount has; keeps {@code 1E+999999999} from becoming a gigabyte of zeros. */
    private static final int MAX_DIGITS = 40;
    /** The longest id seen has 21 digits. */
    private static final int MAX_ID = 30;
    /** What is also referred to by words: {@code TAX}, {@code SHIPPING_ITEM_ID} (QuickBooks fact E2.15). */
    private static final Set<String> CODED = Set.of("Item", "TaxCode");

    private Limits() {}

    static <T> T given(String entity, String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidFieldException(entity, field, "is missing: give it a value, not null, or leave it out");
        }
        return value;
    }

    static String text(String entity, Member member, String value) {
        given(entity, member.name, value);
        if (value.length() > member.maxLength) {
            throw invalid(entity, member, "is longer than " + member.maxLength + " characters: shorten it");
        }
        if (member.plain && value.chars().anyMatch(c -> c == ':' || c == '\t' || c == '\n' || c == '\r')) {
            throw invalid(entity, member, "holds a colon, a tab or a line break, which QuickBooks refuses: remove it");
        }
        if (member.email && (value.indexOf('@') < 1 || value.indexOf('.') < 0)) {
            throw invalid(entity, member, "is no e-mail address: it needs an at sign and a dot");
        }
        if (member.required && value.isBlank()) {
            throw invalid(entity, member, "is blank but required: give it a value");
        }
        return value;
    }

    /** The text that is sent, never in exponent form. */
    static String decimal(String entity, Member member, BigDecimal value) {
        given(entity, member.name, value);
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw invalid(entity, member, "has more than " + MAX_DIGITS + " digits: round it");
        }
        boolean low = member.min != Long.MIN_VALUE && value.compareTo(BigDecimal.valueOf(member.min)) < 0;
        boolean high = member.max != Long.MAX_VALUE && value.compareTo(BigDecimal.valueOf(member.max)) > 0;
        if (low || high) {
            throw invalid(entity, member, "is outside " + member.min + " to " + member.max + ": correct it");
        }
        return value.toPlainString();
    }

    static String date(String entity, Member member, LocalDate value) {
        given(entity, member.name, value);
        if (value.getYear() < 1 || value.getYear() > 9999) {
            throw invalid(entity, member, "is outside the years 1 to 9999: correct it");
        }
        return value.toString();
    }

    static void reference(String entity, Member member, Ref value) {
        String target = member.target;
        if (target == null) {
            return;
        }
        String actual = value.target();
        if (actual != null && !actual.equals(target)) {
            throw invalid(
                    entity, member, "must point to a " + target + ", not to a " + actual + ": use another record");
        }
        if (!CODED.contains(target) && !isId(value.value().orElse(""))) {
            throw invalid(entity, member, "must hold the id of a " + target + ", which is 1 to 30 digits");
        }
    }

    static String id(String entity, String field, String value) {
        given(entity, field, value);
        if (!isId(value)) {
            throw new InvalidFieldException(entity, field, "is not 1 to 30 digits: use the value that QuickBooks sent");
        }
        return value;
    }

    static String json(String entity, String field, String json) {
        given(entity, field, json);
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8("[" + json + "]"))) {
            reader.beginArray();
            reader.skipValue();
            reader.endArray();
            if (reader.peek() == JsonReader.Token.END_DOCUMENT) {
                return json;
            }
        } catch (IOException | JsonDataException e) {
            // No cause: the JSON reader's messages quote the text they stumble over.
            throw new InvalidFieldException(entity, field, "is not one well-formed JSON value: correct it");
        }
        throw new InvalidFieldException(entity, field, "is not one well-formed JSON value: correct it");
    }

    private static boolean isId(String value) {
        return !value.isEmpty() && value.length() <= MAX_ID && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static InvalidFieldException invalid(String entity, Member member, String what) {
        return new InvalidFieldException(entity, member.name, what);
    }
}
