package dev.tieout.qbo.setup;

import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import dev.tieout.qbo.text.internal.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as the body of a mail. */
final class ReportHtml {
    private static final int MOST_LINES = 100;
    private static final String CELL = "<td style=\"padding:2px 12px 2px 0;vertical-align:top\">";

    private ReportHtml() {}

    static String of(SetupReport report) {
        SetupRun run = report.run();
        StringBuilder out = new StringBuilder("<div style=\"font-family:sans-serif;font-size:15px\">");
        out.append("<h2>QuickBooks setup: ").append(title(run.step())).append("</h2><p>");
        out.append(Html.text(state(run)));
        out.append("</p><table>");
        report.counts().forEach((result, count) -> {
            out.append("<tr>");
            cell(out, word(result));
            out.append("<td style=\"text-align:right\">").append(count).append("</td></tr>");
        });
        out.append("</table>");
        section(out, "To look at", report.open(), ReportHtml::row);
        section(out, "Not decided", report.undecided(), ReportHtml::row);
        return out.append("</div>").toString();
    }

    private interface Row<T> {
        void write(StringBuilder out, T line);
    }

    private static <T> void section(StringBuilder out, String title, List<T> lines, Row<T> row) {
        if (lines.isEmpty()) {
            return;
        }
        out.append("<h3>").append(title).append(" (").append(lines.size()).append(")</h3><table>");
        lines.stream().limit(MOST_LINES).forEach(line -> {
            out.append("<tr>");
            row.write(out, line);
            out.append("</tr>");
        });
        out.append("</table>");
        if (lines.size() > MOST_LINES) {
            out.append("<p>and ").append(lines.size() - MOST_LINES).append(" more: see the whole report.</p>");
        }
    }

    private static void row(StringBuilder out, Entry entry) {
        cell(out, name(entry.localName(), entry.local()));
        cell(out, name(entry.remoteName(), entry.remote()));
        cell(out, word(entry.result()));
        String free =
                entry.suggestions().isEmpty() ? "" : " Free names: " + String.join(", ", entry.suggestions()) + ".";
        cell(out, ReportCsv.note(entry) + free);
    }

    private static void row(StringBuilder out, Undecided undecided) {
        cell(out, undecided.name());
        cell(
                out,
                switch (undecided.bucket()) {
                    case DUPLICATE -> "duplicate";
                    case NEW -> "only in QuickBooks";
                    case MATCH -> "match not confirmed";
                    case UNMATCHED, SKIPPED -> "unmatched";
                });
        cell(out, undecided.candidates().isEmpty() ? "" : "Could be: " + String.join(", ", undecided.candidates()));
    }

    private static String name(@Nullable String name, @Nullable Object id) {
        return name != null ? name : id == null ? "" : "No. " + id;
    }

    private static String title(SetupStep step) {
        return switch (step) {
            case CLIENTS -> "clients";
            case SERVICE_ITEMS -> "service items";
            case PAYMENTS -> "payments";
        };
    }

    private static String state(SetupRun run) {
        String by = run.by() == null ? "" : " by " + run.by();
        return switch (run.state()) {
            case RUNNING -> "Under way" + by + ": " + run.done() + " of " + run.total() + ".";
            case DONE -> "Done" + by + ": " + run.total() + " decisions.";
            case CANCELLED -> "Cancelled after " + run.done() + " of " + run.total() + ".";
            case UNDONE -> "Taken back, as far as that was possible.";
        };
    }

    private static String word(Result result) {
        return switch (result) {
            case LINKED -> "matched";
            case CREATED -> "created";
            case SKIPPED -> "skipped";
            case REMEMBERED -> "kept in mind";
            case UNLINKED -> "unlinked";
            case MADE_INACTIVE -> "made inactive";
            case ALREADY -> "was so already";
            case STALE -> "changed since the preview";
            case NAME_TAKEN -> "name taken";
            case PENDING -> "not in step yet";
            case FAILED -> "failed";
            case NOT_DONE -> "not done";
        };
    }

    private static void cell(StringBuilder out, String text) {
        out.append(CELL).append(Html.text(text)).append("</td>");
    }
}
