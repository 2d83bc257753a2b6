package dev.tieout.qbo.sync;

import dev.tieout.qbo.text.internal.Html;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A tie-out as a page that works without script. */
final class TieOutPage {
    private static final int MOST = 500;

    private static final String HEAD = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Tie-out</title><style>
        :root{color-scheme:light dark}body{font:15px/24px system-ui,sans-serif;margin:24px;max-width:1200px}
        h1{font-size:24px}h2{font-size:18px;margin-top:32px}.wide{overflow-x:auto}
        table{border-collapse:collapse}th,td{padding:0 8px;border-bottom:1px solid #8885;text-align:left}
        .n{text-align:right;font-variant-numeric:tabular-nums}.dim{opacity:.7}
        </style></head><body>
        """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private TieOutPage() {}

    static String of(TieOut tieOut) {
        TieOutPage made = new TieOutPage();
        made.head(tieOut);
        made.lines(tieOut);
        made.differences(tieOut);
        made.twins(tieOut);
        return made.page.append("</body></html>\n").toString();
    }

    private void head(TieOut tieOut) {
        TieOutCertificate certificate = tieOut.certificate();
        TieOutRange range = certificate.range();
        page.append("<h1>")
                .append(tieOut.agrees() ? "&#10003; Both sides agree" : "&#9888; The two sides differ")
                .append("</h1><p class=dim>QuickBooks company ")
                .append(text(certificate.realm()))
                .append(", ")
                .append(text(certificate.at()))
                .append(", ")
                .append(
                        range.isAll()
                                ? "all days"
                                : "from " + text(range.from() == null ? "the first day" : range.from()) + " to "
                                        + text(range.to() == null ? "the last day" : range.to()))
                .append("</p>");
    }

    private void lines(TieOut tieOut) {
        page.append("<h2>Sums</h2><div class=wide><table><tr>");
        for (String name : new String[] {"Kind", "Currency"}) {
            page.append("<th>").append(name).append("</th>");
        }
        for (String name : new String[] {
            "Equal",
            "Accepted",
            "Different",
            "Only in app",
            "Kept out",
            "Only in QuickBooks",
            "App",
            "QuickBooks",
            "Difference",
            "Balance",
            "Applied",
            "Open credits"
        }) {
            page.append("<th class=n>").append(name).append("</th>");
        }
        page.append("</tr>");
        for (TieOut.Line line : tieOut.lines()) {
            page.append("<tr>");
            cell(line.kind(), "");
            cell(line.currency(), "");
            for (int count : new int[] {
                line.equal(),
                line.accepted(),
                line.different(),
                line.onlyInApp(),
                line.keptOut(),
                line.onlyInQuickBooks()
            }) {
                cell(count, "n");
            }
            for (BigDecimal sum : new BigDecimal[] {
                line.appTotal(),
                line.quickBooksTotal(),
                line.difference(),
                line.balance(),
                line.applied(),
                line.openCredits()
            }) {
                cell(line.currency() == null ? null : sum.toPlainString(), "n");
            }
            page.append("</tr>");
        }
        page.append("</table></div>");
    }

    private void differences(TieOut tieOut) {
        if (tieOut.differences().isEmpty()) {
            return;
        }
        page.append(
                "<h2>What differs</h2><div class=wide><table><tr><th>Kind</th><th>In the app</th><th>In QuickBooks</th>"
                        + "<th>Fields</th><th class=n>App</th><th class=n>QuickBooks</th></tr>");
        tieOut.differences().stream().limit(MOST).forEach(difference -> {
            page.append("<tr>");
            cell(difference.kind(), "");
            cell(difference.localId(), "");
            cell(difference.remoteId() == null ? "not there" : difference.remoteId(), "");
            Set<String> fields = new TreeSet<>(difference.fields());
            cell(String.join(", ", fields), "");
            cell(difference.appAmount(), "n");
            cell(difference.quickBooksAmount(), "n");
            page.append("</tr>");
        });
        page.append("</table></div>");
        more(tieOut.differences().size());
    }

    private void twins(TieOut tieOut) {
        if (tieOut.twins().isEmpty()) {
            return;
        }
        page.append("<h2>Perhaps entered twice</h2><div class=wide><table><tr><th>Kind</th><th>In the app</th>"
                + "<th>Linked with</th><th>Looks the same</th></tr>");
        tieOut.twins().stream().limit(MOST).forEach(twin -> {
            page.append("<tr>");
            cell(twin.kind(), "");
            cell(twin.localId(), "");
            cell(twin.remoteId(), "");
            cell(twin.twinId(), "");
            page.append("</tr>");
        });
        page.append("</table></div>");
        more(tieOut.twins().size());
    }

    private void more(int size) {
        if (size > MOST) {
            page.append("<p class=dim>and ").append(size - MOST).append(" more</p>");
        }
    }

    private void cell(@Nullable Object value, String style) {
        page.append(style.isEmpty() ? "<td>" : "<td class=" + style + ">")
                .append(value == null ? "" : text(value))
                .append("</td>");
    }

    private static String text(Object value) {
        return Html.text(value.toString());
    }
}
