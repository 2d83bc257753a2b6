package dev.tieout.testkit.admin.internal;

import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.Html;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The read-only page on which a person sees what a client did to a company. */
public final class CompanyPage {
    private static final int SHOWN = 500;
    private static final List<String> COLUMNS = List.of(
            "Id",
            "SyncToken",
            "DocNumber",
            "DisplayName",
            "Name",
            "FullyQualifiedName",
            "CompanyName",
            "TxnDate",
            "CustomerRef",
            "VendorRef",
            "TotalAmt",
            "Balance",
            "CurrentBalance",
            "Active",
            "PrivateNote");

    private final Parts parts;

    /**
     * A page.
     *
     * @param parts what it shows
     */
    public CompanyPage(Parts parts) {
        this.parts = parts;
    }

    /**
     * Answers a request for the page.
     *
     * @param request the request
     * @return the page, or empty if the path is none of its
     */
    public Optional<FakeResponse> handle(FakeRequest request) {
        List<String> path = request.segments();
        boolean ours = path.isEmpty() || path.get(0).equals("companies");
        if (!ours || !request.method().equals("GET")) {
            return Optional.empty();
        }
        if (path.isEmpty()) {
            return Optional.of(index());
        }
        Optional<FakeCompany> company =
                path.size() < 2 ? Optional.empty() : parts.companies().find(path.get(1));
        if (company.isEmpty()) {
            return Optional.of(
                    Html.page(404, "No such company", "<h1>No such company</h1><p><a href=\"/\">All</a></p>"));
        }
        return Optional.of(
                switch (path.size()) {
                    case 2 -> lists(company.get());
                    case 3 -> records(company.get(), path.get(2));
                    default -> record(company.get(), path.get(2), path.get(3));
                });
    }

    private FakeResponse index() {
        StringBuilder html = new StringBuilder("<h1>Fake QuickBooks</h1><p>Its clock shows ")
                .append(Html.text(parts.clock().instant().toString()))
                .append(".</p><h2>Companies</h2><ul>");
        for (FakeCompany company : parts.companies().all()) {
            html.append("<li>")
                    .append(link("/companies/" + company.realmId(), company.companyName()))
                    .append(" <small>realm ")
                    .append(Html.text(company.realmId()))
                    .append("</small></li>");
        }
        html.append("</ul><h2>Last requests</h2><pre>");
        parts.history()
                .last(30)
                .forEach(each -> html.append(Html.text(each.toString())).append('\n'));
        return Html.page(200, "Fake QuickBooks", html.append("</pre>").toString());
    }

    private static FakeResponse lists(FakeCompany company) {
        StringBuilder html = new StringBuilder(head(company)).append("<table><tr><th>Entity</th><th>Records</th></tr>");
        for (String entity : company.entities()) {
            html.append("<tr><td>")
                    .append(link("/companies/" + company.realmId() + "/" + entity, entity))
                    .append("</td><td class=\"number\">")
                    .append(company.all(entity).size())
                    .append("</td></tr>");
        }
        return Html.page(200, company.companyName(), html.append("</table>").toString());
    }

    private static FakeResponse records(FakeCompany company, String entity) {
        List<Map<String, Object>> all = company.entities().contains(entity) ? company.all(entity) : List.of();
        List<String> columns = COLUMNS.stream()
                .filter(column -> all.stream().limit(SHOWN).anyMatch(record -> record.containsKey(column)))
                .toList();
        StringBuilder html = new StringBuilder(head(company))
                .append("<h2>")
                .append(Html.text(entity))
                .append("</h2><p>")
                .append(all.size())
                .append(all.size() > SHOWN ? " records, the first " + SHOWN + " of them:" : " records.")
                .append("</p><table><tr>");
        columns.forEach(column -> html.append("<th>").append(column).append("</th>"));
        html.append("</tr>");
        all.stream().limit(SHOWN).forEach(record -> html.append(row(company, entity, record, columns)));
        return Html.page(200, entity, html.append("</table>").toString());
    }

    private static String row(FakeCompany company, String entity, Map<String, Object> record, List<String> columns) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String column : columns) {
            @Nullable Object value = record.get(column);
            String text = show(value);
            row.append(value instanceof BigDecimal ? "<td class=\"number\">" : "<td>")
                    .append(
                            column.equals("Id")
                                    ? link("/companies/" + company.realmId() + "/" + entity + "/" + text, text)
                                    : Html.text(text))
                    .append("</td>");
        }
        return row.append("</tr>").toString();
    }

    private static FakeResponse record(FakeCompany company, String entity, String id) {
        Optional<Map<String, Object>> found =
                company.entities().contains(entity) ? company.find(entity, id) : Optional.empty();
        if (found.isEmpty()) {
            return Html.page(404, "No such record", head(company) + "<p>No such record.</p>");
        }
        StringBuilder html = new StringBuilder(head(company))
                .append("<h2>")
                .append(Html.text(entity + " " + id))
                .append("</h2><table>");
        found.get()
                .forEach((name, value) -> html.append("<tr><th>")
                        .append(Html.text(name))
                        .append("</th><td>")
                        .append(Html.text(show(value)))
                        .append("</td></tr>"));
        return Html.page(200, entity + " " + id, html.append("</table>").toString());
    }

    private static String head(FakeCompany company) {
        return "<p><a href=\"/\">All companies</a></p><h1>"
                + link("/companies/" + company.realmId(), company.companyName()) + "</h1>";
    }

    private static String show(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> show(each)).collect(Collectors.joining(" | "));
        }
        if (value instanceof Map<?, ?> map) {
            Object name = map.get("name");
            return name instanceof String text
                    ? text
                    : map.entrySet().stream()
                            .map(each -> each.getKey() + ": " + show(each.getValue()))
                            .collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    private static String link(String to, String text) {
        return "<a href=\"" + Html.text(to) + "\">" + Html.text(text) + "</a>";
    }
}
