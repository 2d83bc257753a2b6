package dev.tieout.testkit.oauth;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls the token or the revocation endpoint: by {@code Basic} header or by form fields (QuickBooks fact P1.12).
 */
final class ClientAuth {
    private final List<OauthApp> apps;

    /** With no apps any credentials are taken, as long as there are some. */
    ClientAuth(List<OauthApp> apps) {
        this.apps = apps;
    }

    /** The client id of an authenticated caller, or empty. */
    Optional<String> caller(FakeRequest request, FakeRequest form) {
        Optional<String> basic = request.headers().first("Authorization");
        if (basic.isPresent()) {
            return basic.flatMap(ClientAuth::decode).flatMap(pair -> known(pair[0], pair[1]));
        }
        return form.parameter("client_id")
                .flatMap(id -> form.parameter("client_secret").flatMap(secret -> known(id, secret)));
    }

    Optional<OauthApp> app(String clientId) {
        return apps.isEmpty() && !clientId.isEmpty()
                ? Optional.of(new OauthApp(clientId, "", Set.of()))
                : apps.stream().filter(app -> app.clientId().equals(clientId)).findFirst();
    }

    private Optional<String> known(String id, String secret) {
        if (id.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        return apps.isEmpty()
                ? Optional.of(id)
                : app(id).filter(app -> app.clientSecret().equals(secret)).map(OauthApp::clientId);
    }

    private static Optional<String[]> decode(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return Optional.empty();
        }
        try {
            byte[] raw = Base64.getDecoder().decode(header.substring(6).trim());
            String[] pair = new String(raw, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The form of a request, readable by {@link FakeRequest#parameter}. */
    static FakeRequest form(FakeRequest request) {
        return new FakeRequest(
                "POST",
                request.path(),
                new String(request.body(), StandardCharsets.UTF_8).trim(),
                FakeHeaders.none(),
                new byte[0]);
    }
}
