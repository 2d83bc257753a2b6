package dev.tieout.testkit.history;

import dev.tieout.testkit.exchange.FakeRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request is about, told from its URL alone. Immutable.
 *
 * @param realm the company's id; empty where the request names none
 * @param entity the entity in lower case as in the path or the query ({@code invoice}), {@code batch}, {@code cdc},
 *     {@code reports} and the like, or {@code token}, {@code authorize}, {@code revoke}, {@code userinfo} for OAuth
 * @param operation {@code create}, {@code update}, {@code delete}, {@code void}, {@code send}, {@code read},
 *     {@code query}, {@code batch}, {@code cdc}, {@code pdf}, {@code upload}, {@code download}, {@code report};
 *     {@code exchange}, {@code refresh}, {@code revoke}, {@code authorize}, {@code read} for OAuth
 */
public record Call(String realm, String entity, String operation) {
    /**
     * Names the call that a request makes.
     *
     * @param request the request, its body not compressed
     * @return the call; never fails, an unknown path is an entity of that name
     */
    public static Call of(FakeRequest request) {
        List<String> path = request.segments();
        if (path.size() >= 3 && path.get(0).equals("v3") && path.get(1).equals("company")) {
            return ofCompany(request, path.get(2), path.subList(3, path.size()));
        }
        if (path.size() == 4 && path.get(0).equals("manage") && path.get(1).equals("entitlements")) {
            return new Call(path.get(3), "entitlements", "read");
        }
        return switch (request.path()) {
            case "/oauth2/v1/tokens/bearer" -> new Call("", "token", grant(request));
            case "/v2/oauth2/tokens/revoke" -> new Call("", "revoke", "revoke");
            case "/connect/oauth2" -> new Call("", "authorize", "authorize");
            case "/v1/openid_connect/userinfo" -> new Call("", "userinfo", "read");
            default -> new Call("", path.isEmpty() ? "" : path.get(path.size() - 1), "read");
        };
    }

    private static Call ofCompany(FakeRequest request, String realm, List<String> rest) {
        String entity = rest.isEmpty() ? "" : rest.get(0).toLowerCase(Locale.ROOT);
        String last = rest.size() < 3 ? "" : rest.get(2).toLowerCase(Locale.ROOT);
        return switch (entity) {
            case "query" -> new Call(realm, queried(request), "query");
            case "batch", "cdc", "upload", "download" -> new Call(realm, entity, entity);
            case "reports" -> new Call(realm, entity, "report");
            default -> new Call(realm, entity, last.isEmpty() ? crud(request, rest.size()) : last);
        };
    }

    private static String crud(FakeRequest request, int depth) {
        if (!request.method().equals("POST") || depth > 1) {
            return "read";
        }
        if (isOption(request, "include", "void")) {
            return "void";
        }
        Optional<String> operation = request.parameter("operation").map(value -> value.toLowerCase(Locale.ROOT));
        return operation.orElseGet(() -> named(request.body()) ? "update" : "create");
    }

    private static boolean named(byte[] body) {
        return XmlScan.isXml(body) ? XmlScan.hasTopLevel(body, "Id") : JsonScan.hasTopLevel(body, "Id");
    }

    private static boolean isOption(FakeRequest request, String name, String value) {
        return request.parameters(name).stream().anyMatch(value::equalsIgnoreCase);
    }

    private static String queried(FakeRequest request) {
        String statement = request.parameter("query")
                .orElseGet(() -> FakeRequestText.of(request))
                .toLowerCase(Locale.ROOT);
        int from = statement.indexOf("from ");
        if (from < 0) {
            return "query";
        }
        String rest = statement.substring(from + 5).stripLeading();
        int end = 0;
        while (end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        return rest.substring(0, end);
    }

    private static String grant(FakeRequest request) {
        String form = FakeRequestText.of(request);
        return form.contains("grant_type=refresh_token") ? "refresh" : "exchange";
    }
}
