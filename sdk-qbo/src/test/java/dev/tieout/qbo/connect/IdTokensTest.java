package dev.tieout.qbo.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.api.Stub;
import dev.tieout.qbo.connect.ConnectOutcome.Connected;
import dev.tieout.qbo.connect.ConnectOutcome.IdentityRejected;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTokensTest {
    private static final String ISSUER = "https://oauth.platform.intuit.com/op/v1";
    private static KeyPair keys;
    private static KeyPair otherKeys;
    private Stub stub;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        otherKeys = generator.generateKeyPair();
    }

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unsigned(byte[] number) {
        return base64(number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number);
    }

    private String token(
            KeyPair signer, String algorithm, String kid, String issuer, String audience, String realm, long expiresIn)
            throws Exception {
        long now = stub.clock.instant().getEpochSecond();
        String text = base64("{\"kid\":\"" + kid + "\",\"alg\":\"" + algorithm + "\"}") + "."
                + base64("{\"sub\":\"user-1\",\"aud\":[\"" + audience + "\"],\"realmid\":\"" + realm + "\",\"iss\":\""
                        + issuer + "\",\"exp\":" + (now + expiresIn) + ",\"iat\":" + (now - 10) + "}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + (algorithm.equals("none") ? "" : base64(signature.sign()));
    }

    private ConnectOutcome connect(String idToken) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        stub.oauth(request -> request.getTarget().startsWith("/op/v1/jwks")
                ? Stub.json(
                        200,
                        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\""
                                + unsigned(key.getModulus().toByteArray()) + "\",\"e\":\""
                                + unsigned(key.getPublicExponent().toByteArray())
                                + "\"},{\"kty\":\"RSA\",\"n\":\"!\"}]}")
                : Stub.json(
                        200,
                        "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"r\",\"id_token\":\"" + idToken
                                + "\"}"));
        return stub.connections(stub.settings().build())
                .complete(Stub.FIRM, "s", "code=c&state=s&realmId=" + Stub.REALM);
    }

    @Test
    void aGoodTokenProvesTheUser() throws Exception {
        assertThat(connect(token(keys, "RS256", "k1", ISSUER, "client-1", Stub.REALM, 3600)))
                .isInstanceOfSatisfying(
                        Connected.class, c -> assertThat(c.user()).contains("user-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "none,k1,https://oauth.platform.intuit.com/op/v1,client-1,9130350000000001,3600",
        "HS256,k1,https://oauth.platform.intuit.com/op/v1,client-1,9130350000000001,3600",
        "RS256,k2,https://oauth.platform.intuit.com/op/v1,client-1,9130350000000001,3600",
        "RS256,k1,https://evil.example,client-1,9130350000000001,3600",
        "RS256,k1,https://oauth.platform.intuit.com/op/v1,client-2,9130350000000001,3600",
        "RS256,k1,https://oauth.platform.intuit.com/op/v1,client-1,42,3600",
        "RS256,k1,https://oauth.platform.intuit.com/op/v1,client-1,9130350000000001,-600"
    })
    void anythingWrongAboutATokenStoresNothing(
            String algorithm, String kid, String issuer, String audience, String realm, long expiresIn)
            throws Exception {
        assertThat(connect(token(keys, algorithm, kid, issuer, audience, realm, expiresIn)))
                .isInstanceOf(IdentityRejected.class);
        assertThat(stub.tokens.find(Stub.FIRM)).isEmpty();
    }

    @Test
    void aTokenOfAnotherSignerAndNoTokenAtAllAreRejected() throws Exception {
        assertThat(connect(token(otherKeys, "RS256", "k1", ISSUER, "client-1", Stub.REALM, 3600)))
                .isInstanceOf(IdentityRejected.class);
        assertThat(connect("a.b")).isInstanceOf(IdentityRejected.class);
        assertThat(connect("!.!.!")).isInstanceOf(IdentityRejected.class);
    }
}
