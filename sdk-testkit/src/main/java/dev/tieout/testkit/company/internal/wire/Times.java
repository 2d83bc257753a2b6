package dev.tieout.testkit.company.internal.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments as QuickBooks writes and reads them: always at Intuit's offset, Pacific time (QuickBooks fact
 * P2.16).
 */
public final class Times {
    /** The zone of all moments on the wire. */
    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    private Times() {}

    /** A moment in MetaData: whole seconds. */
    public static String stamp(Instant time) {
        return SECONDS.format(time.atZone(PACIFIC));
    }

    /** A moment in an envelope: with milliseconds. */
    public static String envelope(Instant time) {
        return MILLIS.format(time.atZone(PACIFIC));
    }

    /** The date of a moment in the company's zone. */
    public static LocalDate day(Instant time) {
        return time.atZone(PACIFIC).toLocalDate();
    }

    /** The moment a text means; without an offset it is Pacific time, without a time midnight; null if it is none. */
    public static @Nullable Instant moment(String text) {
        String trimmed = text.trim().replace(' ', 'T');
        try {
            if (trimmed.indexOf('T') < 0) {
                return LocalDate.parse(trimmed.replace('/', '-'))
                        .atStartOfDay(PACIFIC)
                        .toInstant();
            }
            return OffsetDateTime.parse(withColon(trimmed)).toInstant();
        } catch (DateTimeParseException noOffset) {
            return local(trimmed);
        }
    }

    private static @Nullable Instant local(String text) {
        try {
            return LocalDateTime.parse(text).atZone(PACIFIC).toInstant();
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    private static String withColon(String text) {
        boolean compact = text.matches(".*[+-]\\d{4}$");
        return compact ? text.substring(0, text.length() - 2) + ':' + text.substring(text.length() - 2) : text;
    }

    /** The date a text means, {@code yyyy-MM-dd} or {@code yyyy/MM/dd}, also with a time behind; null if it is none. */
    public static @Nullable LocalDate date(String text) {
        String trimmed = text.trim();
        if (trimmed.length() > 10
                && (trimmed.charAt(10) == 'T' || trimmed.charAt(10) == '-' || trimmed.charAt(10) == '+')) {
            trimmed = trimmed.substring(0, 10);
        }
        try {
            return LocalDate.parse(trimmed.replace('/', '-'));
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
