package dev.tieout.qbo.api;

import dev.tieout.internal.Given;
import dev.tieout.qbo.entity.OpenEnum;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Values as the query language writes them (QuickBooks fact P6.7). */
final class QueryText {
    private QueryText() {}

    /**
     * A text in quotes. Backslash and apostrophe are escaped; nothing else has a meaning inside quotes. Half a character
     * is refused: it would be sent as a question mark, and find something else.
     */
    static String quote(String text) {
        Given.value("text", text);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("the text has half of a surrogate pair: it was cut inside a character");
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('\'').toString();
    }

    /** Any value that a field can be compared with. */
    static String literal(Object value) {
        if (value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof BigDecimal number) {
            return quote(number.toPlainString());
        }
        if (value instanceof OffsetDateTime moment) {
            return quote(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
        }
        if (value instanceof Instant moment) {
            return literal(moment.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof OpenEnum open) {
            return quote(open.value());
        }
        if (value instanceof String || value instanceof Integer || value instanceof LocalDate) {
            return quote(value.toString());
        }
        throw new IllegalArgumentException("a query cannot compare with a "
                + value.getClass().getSimpleName() + ": give a value of the field's type");
    }
}
