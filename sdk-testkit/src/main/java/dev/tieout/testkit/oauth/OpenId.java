package dev.tieout.testkit.oauth;

import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.JsonText;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** ID tokens, their keys, discovery and userinfo (QuickBooks facts P1.10, P1.31, P1.32). Thread-safe. */
final class OpenId {
    static final String ISSUER = "https://oauth.platform.intuit.com/op/v1";
    private static final Duration ID_TOKEN_LIFE = Duration.ofHours(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ReentrantLock lock = new ReentrantLock();
    private final List<KeyPair> keys = new ArrayList<>();

    String idToken(Grant grant, Instant now) {
        Map<String, @Nullable Object> header = JsonText.object("kid", kid(0), "alg", "RS256");
        Map<String, @Nullable Object> claims = JsonText.object(
                "sub", subject(grant.realm),
                "aud", List.of(grant.clientId),
                "realmid", grant.realm,
                "auth_time", grant.since.getEpochSecond(),
                "iss", ISSUER,
                "exp", now.plus(ID_TOKEN_LIFE).getEpochSecond(),
                "iat", now.getEpochSecond());
        String signed = base64(JsonText.write(header)) + "." + base64(JsonText.write(claims));
        return signed + "." + BASE64.encodeToString(sign(signed));
    }

    FakeResponse jwks() {
        List<Map<String, @Nullable Object>> published = new ArrayList<>();
        for (int i = 0; i < keyPairs().size(); i++) {
            RSAPublicKey key = (RSAPublicKey) keyPairs().get(i).getPublic();
            published.add(JsonText.object(
                    "kty",
                    "RSA",
                    "e",
                    unsigned(key.getPublicExponent()),
                    "use",
                    "sig",
                    "kid",
                    kid(i),
                    "alg",
                    "RS256",
                    "n",
                    unsigned(key.getModulus())));
        }
        return FakeResponse.json(200, JsonText.write(JsonText.object("keys", published)));
    }

    static FakeResponse discovery(URI base) {
        return FakeResponse.json(
                200,
                JsonText.write(JsonText.object(
                        "issuer", ISSUER,
                        "authorization_endpoint",
                                base.resolve("/connect/oauth2").toString(),
                        "token_endpoint",
                                base.resolve("/oauth2/v1/tokens/bearer").toString(),
                        "userinfo_endpoint",
                                base.resolve("/v1/openid_connect/userinfo").toString(),
                        "revocation_endpoint",
                                base.resolve("/v2/oauth2/tokens/revoke").toString(),
                        "jwks_uri", base.resolve("/op/v1/jwks").toString(),
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256"),
                        "scopes_supported", List.of("openid", "email", "profile", "address", "phone"),
                        "token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"),
                        "claims_supported", List.of("aud", "exp", "iat", "iss", "realmid", "sub"))));
    }

    static FakeResponse userInfo(Grant grant) {
        Map<String, @Nullable Object> body = JsonText.object("sub", subject(grant.realm));
        if (grant.scopes.contains("email")) {
            body.put("email", "admin@" + grant.realm + ".example");
            body.put("emailVerified", true);
        }
        if (grant.scopes.contains("profile")) {
            body.put("givenName", "Ada");
            body.put("familyName", "Admin");
        }
        if (grant.scopes.contains("phone")) {
            body.put("phoneNumber", "+1 5555550100");
            body.put("phoneNumberVerified", false);
        }
        if (grant.scopes.contains("address")) {
            body.put(
                    "address",
                    JsonText.object(
                            "streetAddress", "1 Example Street",
                            "locality", "Springfield",
                            "region", "CA",
                            "postalCode", "94000",
                            "country", "US"));
        }
        return FakeResponse.json(200, JsonText.write(body));
    }

    private static String subject(String realm) {
        return UUID.nameUUIDFromBytes(("tieout-user-of-" + realm).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String kid(int index) {
        byte[] modulus =
                ((RSAPublicKey) keyPairs().get(index).getPublic()).getModulus().toByteArray();
        return BASE64.encodeToString(Arrays.copyOfRange(modulus, 1, 16));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keyPairs().get(0).getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime must sign with SHA256withRSA, this one does not", e);
        }
    }

    /** Two keys, as Intuit publishes; made when first asked for, since making them takes longer than starting. */
    private List<KeyPair> keyPairs() {
        lock.lock();
        try {
            while (keys.size() < 2) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                keys.add(generator.generateKeyPair());
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime must make RSA keys, this one does not", e);
        } finally {
            lock.unlock();
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
