package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.wire.QboFault;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named periods of reports: today, this, last and next week, month, quarter and year, also up to today. */
final class DateMacro {
    private static final Pattern WORDS =
            Pattern.compile("(this|last|next) (?:(calendar|fiscal) )?(week|month|quarter|year)(?:[- ]to[- ]date)?");

    private DateMacro() {}

    /**
     * A period.
     *
     * @param start the first day
     * @param end the last day
     */
    record Span(LocalDate start, LocalDate end) {}

    static Span of(String macro, LocalDate today, String firstMonth) {
        String words = macro.strip().toLowerCase(Locale.ROOT);
        if (words.equals("today") || words.equals("yesterday")) {
            LocalDate day = words.equals("today") ? today : today.minusDays(1);
            return new Span(day, day);
        }
        if (words.equals("all")) {
            return new Span(LocalDate.of(1900, 1, 1), today);
        }
        Matcher found = WORDS.matcher(words);
        if (!found.matches()) {
            throw QboFault.of(2170, "Invalid Enumeration : " + macro, "date_macro");
        }
        int months = "fiscal".equals(found.group(2)) ? month(firstMonth).getValue() - 1 : 0;
        int steps = words.startsWith("this") ? 0 : words.startsWith("last") ? -1 : 1;
        String unit = String.valueOf(found.group(3));
        LocalDate start =
                moved(start(today.minusMonths(months), unit), unit, steps).plusMonths(months);
        LocalDate end =
                moved(start.minusMonths(months), unit, 1).plusMonths(months).minusDays(1);
        boolean toDate = words.endsWith("to-date") || words.endsWith("to date");
        LocalDate cut = moved(today, unit, steps);
        return new Span(start, toDate && cut.isBefore(end) ? cut : end);
    }

    private static Month month(String name) {
        for (Month month : Month.values()) {
            if (month.name().equalsIgnoreCase(name)) {
                return month;
            }
        }
        return Month.JANUARY;
    }

    private static LocalDate start(LocalDate day, String unit) {
        return switch (unit) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            default -> day.withDayOfYear(1);
        };
    }

    private static LocalDate moved(LocalDate day, String unit, int steps) {
        return switch (unit) {
            case "week" -> day.plusWeeks(steps);
            case "month" -> day.plusMonths(steps);
            case "quarter" -> day.plusMonths(3L * steps);
            default -> day.plusYears(steps);
        };
    }
}
