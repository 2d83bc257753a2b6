package dev.tieout.testkit.oauth;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.Html;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page on which a person picks a company and connects it, or does not. Says plainly that it is a fake. */
final class ConsentPage {
    private static final List<String> CARRIED =
            List.of("client_id", "response_type", "scope", "redirect_uri", "state", "claims");

    private ConsentPage() {}

    static FakeResponse ask(FakeRequest asked, Map<String, String> companies, Set<String> scopes) {
        StringBuilder html = new StringBuilder("<h1>Connect a company</h1><p>The app <b>")
                .append(Html.text(asked.parameter("client_id").orElse("")))
                .append("</b> asks for access to a company of this fake QuickBooks.</p><p>It asks for:</p><ul>");
        scopes.forEach(scope -> html.append("<li>").append(Html.text(scope)).append("</li>"));
        html.append("</ul><form method=\"post\" action=\"/connect/oauth2\">");
        for (String name : CARRIED) {
            asked.parameter(name)
                    .ifPresent(value -> html.append("<input type=\"hidden\" name=\"")
                            .append(name)
                            .append("\" value=\"")
                            .append(Html.text(value))
                            .append("\">"));
        }
        html.append("<fieldset><legend>Company</legend>");
        boolean first = true;
        for (Map.Entry<String, String> company : companies.entrySet()) {
            html.append("<p><label><input type=\"radio\" name=\"realm\" value=\"")
                    .append(Html.text(company.getKey()))
                    .append(first ? "\" checked> " : "\"> ")
                    .append(Html.text(company.getValue()))
                    .append(" <small>realm ")
                    .append(Html.text(company.getKey()))
                    .append("</small></label></p>");
            first = false;
        }
        html.append("</fieldset><p><button name=\"decision\" value=\"connect\">Connect</button> ")
                .append("<button name=\"decision\" value=\"deny\">No, thanks</button></p></form>");
        return Html.page(200, "Connect a company", html.toString());
    }

    static FakeResponse problem(String what) {
        return Html.page(
                400,
                "The app's request is wrong",
                "<h1>The app's request is wrong</h1><p>" + Html.text(what)
                        + "</p><p>Nothing was connected. Correct the app's authorization URL and try again.</p>");
    }
}
