package dev.tieout.qbo.entity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The scalar types of the wire. Numbers, dates and moments stay as the text that came until someone asks, so that they
 * are written back digit for digit and cost nothing when nobody does. The usual layouts are parsed by hand, which takes
 * a tenth of the JDK's formatter.
 */
final class Wire {
    private static final int DATE = 10;
    private static final int MOMENT_UTC = 20;
    private static final int MOMENT_OFFSET = 25;

    private Wire() {}

    static @Nullable BigDecimal decimal(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static @Nullable Integer integer(@Nullable String text) {
        BigDecimal number = decimal(text);
        if (number == null || Math.abs((long) number.precision() - number.scale()) > DATE) {
            return number != null && number.signum() == 0 ? Integer.valueOf(0) : null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    static @Nullable Boolean bool(@Nullable String text) {
        if ("true".equals(text)) {
            return Boolean.TRUE;
        }
        return "false".equals(text) ? Boolean.FALSE : null;
    }

    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.length() != DATE) {
            return null;
        }
        try {
            return dateAt(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable OffsetDateTime moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return plainMoment(text) ? momentAt(text) : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private static LocalDate dateAt(String text) {
        if (text.charAt(4) != text.charAt(7) || (text.charAt(4) != '-' && text.charAt(4) != '/')) {
            throw new DateTimeException("not a date");
        }
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    }

    private static boolean plainMoment(String text) {
        int length = text.length();
        if (length == MOMENT_UTC) {
            return text.charAt(19) == 'Z';
        }
        return length == MOMENT_OFFSET && (text.charAt(19) == '-' || text.charAt(19) == '+') && text.charAt(22) == ':';
    }

    private static OffsetDateTime momentAt(String text) {
        if (text.charAt(10) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            throw new DateTimeException("not a moment");
        }
        LocalDate date = dateAt(text);
        LocalDateTime local = date.atTime(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2));
        return OffsetDateTime.of(local, offsetAt(text));
    }

    private static ZoneOffset offsetAt(String text) {
        if (text.charAt(19) == 'Z') {
            return ZoneOffset.UTC;
        }
        int minutes = digits(text, 20, 2) * 60 + digits(text, 23, 2);
        return ZoneOffset.ofTotalSeconds((text.charAt(19) == '-' ? -minutes : minutes) * 60);
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a digit");
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
