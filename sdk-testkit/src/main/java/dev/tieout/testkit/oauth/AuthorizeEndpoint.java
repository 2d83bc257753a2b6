package dev.tieout.testkit.oauth;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code /connect/oauth2}: checks the request, shows the consent page, redirects back (QuickBooks facts P1.1, P1.3,
 * P1.7, P1.8).
 */
final class AuthorizeEndpoint {
    private static final Set<String> KNOWN_SCOPES = Set.of(
            "com.intuit.quickbooks.accounting",
            "com.intuit.quickbooks.payment",
            "openid",
            "profile",
            "email",
            "phone",
            "address",
            "payroll.compensation.read",
            "project-management.project",
            "app-foundations.custom-dimensions.read",
            "app-foundations.custom-field-definitions",
            "app-foundations.custom-field-definitions.read",
            "time-tracking.time-entry",
            "indirect-tax.tax-calculation.quickbooks");

    private final Grants grants;
    private final ClientAuth clients;
    private final Supplier<Map<String, String>> companies;
    private final boolean autoApprove;

    AuthorizeEndpoint(Grants grants, ClientAuth clients, Supplier<Map<String, String>> companies, boolean autoApprove) {
        this.grants = grants;
        this.clients = clients;
        this.companies = companies;
        this.autoApprove = autoApprove;
    }

    FakeResponse handle(FakeRequest request) {
        boolean answered = request.method().equals("POST");
        FakeRequest asked = answered ? ClientAuth.form(request) : request;
        Optional<String> problem = problem(asked);
        if (problem.isPresent()) {
            return ConsentPage.problem(problem.get());
        }
        Set<String> scopes = scopes(asked);
        if (!KNOWN_SCOPES.containsAll(scopes) || scopes.isEmpty()) {
            return back(asked, Map.of("error", "invalid_scope"));
        }
        if (answered) {
            return asked.parameter("decision").filter("connect"::equals).isPresent()
                    ? approved(asked, asked.parameter("realm").orElse(""))
                    : denied(asked);
        }
        return autoApprove && !companies.get().isEmpty()
                ? approved(asked, companies.get().keySet().iterator().next())
                : ConsentPage.ask(asked, companies.get(), scopes);
    }

    private Optional<String> problem(FakeRequest asked) {
        Optional<OauthApp> app = clients.app(asked.parameter("client_id").orElse(""));
        String redirect = asked.parameter("redirect_uri").orElse("");
        if (app.isEmpty()) {
            return Optional.of("The client_id is not one that the fake was started with.");
        }
        if (redirect.isEmpty()
                || redirect.chars().anyMatch(c -> c <= ' ')
                || (!app.get().redirectUris().isEmpty()
                        && !app.get().redirectUris().contains(redirect))) {
            return Optional.of("The redirect_uri query parameter value is invalid. It must equal a registered one,"
                    + " to the letter.");
        }
        if (asked.parameter("state").orElse("").isEmpty()) {
            return Optional.of("The state query parameter is missing from the authorization request.");
        }
        if (!asked.parameter("response_type").orElse("").equals("code")) {
            return Optional.of("The response_type query parameter must be code.");
        }
        return Optional.empty();
    }

    FakeResponse approved(FakeRequest asked, String realm) {
        if (!companies.get().containsKey(realm)) {
            return ConsentPage.problem("There is no such company here.");
        }
        Set<String> scopes = scopes(asked);
        String code = grants.newCode(
                realm,
                asked.parameter("client_id").orElse(""),
                scopes,
                asked.parameter("redirect_uri").orElse(""));
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", code);
        answer.put("state", asked.parameter("state").orElse(""));
        if (scopes.stream().anyMatch(scope -> scope.startsWith("com.intuit.quickbooks"))) {
            answer.put("realmId", realm);
        }
        return redirect(asked, answer);
    }

    FakeResponse denied(FakeRequest asked) {
        return back(asked, Map.of("error", "access_denied"));
    }

    private static FakeResponse back(FakeRequest asked, Map<String, String> error) {
        Map<String, String> answer = new LinkedHashMap<>(error);
        answer.put("state", asked.parameter("state").orElse(""));
        return redirect(asked, answer);
    }

    private static FakeResponse redirect(FakeRequest asked, Map<String, String> answer) {
        StringBuilder to = new StringBuilder(asked.parameter("redirect_uri").orElse(""));
        char join = to.indexOf("?") < 0 ? '?' : '&';
        for (Map.Entry<String, String> each : answer.entrySet()) {
            to.append(join)
                    .append(each.getKey())
                    .append('=')
                    .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
            join = '&';
        }
        return new FakeResponse(302, FakeHeaders.none().with("Location", to.toString()), new byte[0]);
    }

    private static Set<String> scopes(FakeRequest asked) {
        Set<String> scopes = new LinkedHashSet<>(
                Arrays.asList(asked.parameter("scope").orElse("").trim().split("\\s+")));
        scopes.remove("");
        return scopes;
    }
}
