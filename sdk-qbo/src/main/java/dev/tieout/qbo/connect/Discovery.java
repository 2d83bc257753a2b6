package dev.tieout.qbo.connect;

import com.squareup.moshi.JsonDataException;
import dev.tieout.internal.Given;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.internal.Json;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.http.internal.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reads Intuit's discovery document. Optional: {@link Environment} knows the addresses, and start-up should not depend on
 * one more server (QuickBooks fact P1.10).
 */
public final class Discovery {
    private Discovery() {}

    /**
     * Replaces the addresses of sign-in that a discovery document gives.
     *
     * @param from where the other addresses come from
     * @param document as {@code https://developer.api.intuit.com/.well-known/openid_configuration}
     * @param settings how the call is made
     * @return an environment with the document's addresses
     * @throws QboException if it could not be read, or gives an address that is not https
     */
    public static Environment read(Environment from, URI document, CallSettings settings) {
        String what = "read the discovery document";
        Given.value("from", from);
        Given.value("settings", settings);
        HttpUrl url = HttpUrl.get(Given.value("document", document).toString());
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("User-Agent", settings.userAgent())
                .build();
        try (Wire wire = new Wire(settings)) {
            Wire.Result result = wire.exchange(request);
            if (result.failure() != null) {
                throw QboException.of(what, result.failure(), result.cause());
            }
            return environment(from, Json.members(result.body()));
        } catch (IOException | JsonDataException | IllegalArgumentException e) {
            // Not the parser's own exception: its message may quote the document.
            IOException cause = new IOException(
                    "the document is not what was asked for (" + e.getClass().getSimpleName() + ")");
            throw QboException.of(what, FaultReport.of(FaultKind.CONFIGURATION).withHost(Wire.host(url)), cause);
        }
    }

    private static Environment environment(Environment from, Map<String, String> members) {
        Environment.Builder builder = Environment.builder(from);
        address(members, "authorization_endpoint", builder::authorizeUrl);
        address(members, "token_endpoint", builder::tokenUrl);
        address(members, "revocation_endpoint", builder::revokeUrl);
        address(members, "userinfo_endpoint", builder::userInfoUrl);
        address(members, "jwks_uri", builder::jwksUrl);
        @Nullable String issuer = members.get("issuer");
        return issuer == null ? builder.build() : builder.issuer(issuer).build();
    }

    private static void address(Map<String, String> members, String name, Consumer<URI> setter) {
        @Nullable String value = members.get(name);
        if (value != null) {
            setter.accept(URI.create(value));
        }
    }
}
