package dev.tieout.qbo.setup;

import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as comma-separated values (RFC 4180). */
final class ReportCsv {
    /** What a spreadsheet takes for the beginning of a formula, in full width too. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String CONTROLS = "\t\r\n";

    private ReportCsv() {}

    static String of(SetupReport report) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "Result",
                "Decision",
                "Id in the app",
                "Name in the app",
                "Id in QuickBooks",
                "Name in QuickBooks",
                "Note",
                "Remedy",
                "Suggestions");
        report.entries().forEach(entry -> line(out, entry));
        report.undecided().forEach(undecided -> line(out, undecided));
        return out.toString();
    }

    private static void line(StringBuilder out, Entry entry) {
        line(
                out,
                entry.result(),
                entry.decision().action(),
                entry.local(),
                entry.localName(),
                entry.remote(),
                entry.remoteName(),
                note(entry),
                entry.problem() == null ? null : entry.problem().remedy(),
                String.join(" | ", entry.suggestions()));
    }

    private static void line(StringBuilder out, Undecided undecided) {
        boolean inApp = undecided.local() != null;
        line(
                out,
                "UNDECIDED_" + undecided.bucket(),
                null,
                undecided.local(),
                inApp ? undecided.name() : null,
                undecided.remote(),
                inApp ? null : undecided.name(),
                null,
                null,
                String.join(" | ", undecided.candidates()));
    }

    /** What there is to say of an entry. */
    static String note(Entry entry) {
        return entry.note().isEmpty() && entry.problem() != null
                ? entry.problem().message()
                : entry.note();
    }

    private static void line(StringBuilder out, @Nullable Object... cells) {
        List<String> texts = Arrays.stream(cells)
                .map(cell -> cell(Objects.toString(cell, "")))
                .collect(Collectors.toList());
        out.append(String.join(",", texts)).append("\r\n");
    }

    /** A cell that begins like a formula, blanks in front or not, gets an apostrophe, which spreadsheets do not show. */
    private static String cell(String text) {
        String bare = text.strip();
        boolean formula = (!text.isEmpty() && CONTROLS.indexOf(text.charAt(0)) >= 0)
                || (!bare.isEmpty() && SIGNS.indexOf(bare.charAt(0)) >= 0);
        String harmless = formula ? "'" + text : text;
        boolean quoted =
                harmless.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) || !harmless.equals(harmless.strip());
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
