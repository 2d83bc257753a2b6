package dev.tieout.testkit.oauth;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.Http;
import dev.tieout.testkit.text.internal.JsonText;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdTest {
    private final FakeQuickBooks qbo = FakeQuickBooks.start();
    private final Http http = new Http();

    @AfterEach
    void close() {
        qbo.close();
    }

    private static Map<String, Object> json(String text) {
        return JsonText.readObject(text).orElseThrow();
    }

    private static byte[] decode(Object base64) {
        return Base64.getUrlDecoder().decode((String) base64);
    }

    private String idToken() throws Exception {
        URI request = URI.create(qbo.authorizeUrl() + "?"
                + Http.encode(Map.of(
                        "client_id", qbo.clientId(),
                        "response_type", "code",
                        "scope", "com.intuit.quickbooks.accounting openid",
                        "redirect_uri", "https://app.test/cb",
                        "state", "1")));
        String code = qbo.approve(request, DEFAULT_REALM).getQuery().replaceAll(".*code=([^&]+).*", "$1");
        return Http.member(
                http.token(
                                qbo,
                                Map.of(
                                        "grant_type", "authorization_code",
                                        "code", code,
                                        "redirect_uri", "https://app.test/cb"))
                        .body(),
                "id_token");
    }

    @SuppressWarnings("unchecked")
    private PublicKey published(String kid) throws Exception {
        List<Map<String, Object>> keys =
                (List<Map<String, Object>>) json(http.get(qbo.jwksUrl()).body()).get("keys");
        assertThat(keys).hasSize(2);
        Map<String, Object> key = keys.stream()
                .filter(each -> kid.equals(each.get("kid")))
                .findFirst()
                .orElseThrow();
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, decode(key.get("n"))), new BigInteger(1, decode(key.get("e")))));
    }

    @Test
    void idTokenIsSignedWithAPublishedKeyAndNamesTheCompany() throws Exception {
        String[] parts = idToken().split("\\.");
        Map<String, Object> header = json(new String(decode(parts[0]), StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(published((String) header.get("kid")));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(decode(parts[2]))).isTrue();
        assertThat(json(new String(decode(parts[1]), StandardCharsets.UTF_8)))
                .containsEntry("realmid", DEFAULT_REALM)
                .containsEntry("aud", List.of(qbo.clientId()))
                .containsEntry("iss", "https://oauth.platform.intuit.com/op/v1")
                .containsKeys("sub", "auth_time", "exp", "iat");
    }

    @Test
    void userInfoNeedsALiveTokenAndHasTheRecordedMembers() throws Exception {
        String access = qbo.connect(DEFAULT_REALM).accessToken();

        Map<String, Object> user = json(
                http.get(qbo.userInfoUrl(), "Authorization", "Bearer " + access).body());

        assertThat(user.keySet())
                .containsExactly(
                        "sub",
                        "email",
                        "emailVerified",
                        "givenName",
                        "familyName",
                        "phoneNumber",
                        "phoneNumberVerified",
                        "address");
        qbo.oauth().expireAccessTokens(DEFAULT_REALM);
        assertThat(http.get(qbo.userInfoUrl(), "Authorization", "Bearer " + access)
                        .statusCode())
                .isEqualTo(401);
    }

    /** Members, order and fixed values as in fixtures {@code discovery_production} and {@code discovery_sandbox}. */
    @Test
    void discoveryHasTheRecordedMembersInTheirOrder() throws Exception {
        Path recorded = Path.of(System.getProperty("tieout.root", "."))
                .resolve("../shared/qbo/fixtures/protocol/oauth/discovery_sandbox.json");
        assumeTrue(Files.exists(recorded), "recorded traffic is not here");
        Map<String, Object> expected = json(Files.readString(recorded));

        Map<String, Object> actual = json(http.get(qbo.discoveryUrl()).body());

        assertThat(List.copyOf(actual.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        expected.forEach((name, value) -> {
            if (!name.endsWith("_endpoint") && !name.equals("jwks_uri")) {
                assertThat(actual).containsEntry(name, value);
            }
        });
        assertThat(http.get(qbo.baseUrl().resolve("/.well-known/openid_sandbox_configuration"))
                        .body())
                .isEqualTo(http.get(qbo.discoveryUrl()).body());
    }
}
