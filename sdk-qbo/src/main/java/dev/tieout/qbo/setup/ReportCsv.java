package dev.tieout.qbo.setup;

import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import dev.tieout.qbo.text.internal.Csv;

/** A report as comma-separated values (RFC 4180). */
final class ReportCsv {
    private ReportCsv() {}

    static String of(SetupReport report) {
        StringBuilder out = new StringBuilder();
        out.append(Csv.line(
                "Result",
                "Decision",
                "Id in the app",
                "Name in the app",
                "Id in QuickBooks",
                "Name in QuickBooks",
                "Note",
                "Remedy",
                "Suggestions"));
        report.entries().forEach(entry -> line(out, entry));
        report.undecided().forEach(undecided -> line(out, undecided));
        return out.toString();
    }

    private static void line(StringBuilder out, Entry entry) {
        out.append(Csv.line(
                entry.result(),
                entry.decision().action(),
                entry.local(),
                entry.localName(),
                entry.remote(),
                entry.remoteName(),
                note(entry),
                entry.problem() == null ? null : entry.problem().remedy(),
                String.join(" | ", entry.suggestions())));
    }

    private static void line(StringBuilder out, Undecided undecided) {
        boolean inApp = undecided.local() != null;
        out.append(Csv.line(
                "UNDECIDED_" + undecided.bucket(),
                null,
                undecided.local(),
                inApp ? undecided.name() : null,
                undecided.remote(),
                inApp ? null : undecided.name(),
                null,
                null,
                String.join(" | ", undecided.candidates())));
    }

    /** What there is to say of an entry. */
    static String note(Entry entry) {
        return entry.note().isEmpty() && entry.problem() != null
                ? entry.problem().message()
                : entry.note();
    }
}
