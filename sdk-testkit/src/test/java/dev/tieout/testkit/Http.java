package dev.tieout.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain HTTP client that knows nothing of QuickBooks. */
public final class Http {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public HttpResponse<String> get(URI uri, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> api(FakeQuickBooks qbo, String realm, String token, String path) throws IOException {
        return get(
                qbo.baseUrl().resolve("/v3/company/" + realm + "/" + path),
                "Authorization",
                "Bearer " + token,
                "Accept",
                "application/json");
    }

    public HttpResponse<String> postJson(FakeQuickBooks qbo, String realm, String token, String path, String json)
            throws IOException {
        return send(HttpRequest.newBuilder(qbo.baseUrl().resolve("/v3/company/" + realm + "/" + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> form(URI uri, Map<String, String> form, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> token(FakeQuickBooks qbo, Map<String, String> form) throws IOException {
        return form(qbo.tokenUrl(), form, "Authorization", basic(qbo.clientId(), qbo.clientSecret()));
    }

    public HttpResponse<String> refresh(FakeQuickBooks qbo, String refreshToken) throws IOException {
        return token(qbo, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    public static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The value of a member in a flat JSON text. */
    public static String member(String json, String name) {
        int at = json.indexOf('"' + name + "\":");
        if (at < 0) {
            throw new AssertionError("no member " + name);
        }
        int start = at + name.length() + 3;
        int end = start;
        boolean quoted = json.charAt(start) == '"';
        while (quoted ? end == start || json.charAt(end) != '"' : ",}".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return quoted ? json.substring(start + 1, end) : json.substring(start, end);
    }
}
