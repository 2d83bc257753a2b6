package dev.tieout.qbo.connect.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads ID tokens: RS256 by a key of Intuit's key set, and nothing else, whatever the token's header says (QuickBooks
 * fact P1.32).
 */
public final class IdTokens {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final int SMALLEST_MODULUS_BITS = 2048;

    private IdTokens() {}

    /**
     * What a good token says. Immutable.
     *
     * @param subject Intuit's id of the user
     * @param realm the company, if the token names one
     */
    public record Claims(String subject, Optional<String> realm) {}

    /**
     * Checks a token.
     *
     * @param token as Intuit granted it
     * @param keys by key id
     * @param issuer who must have issued it
     * @param audience whom it must be for
     * @param now the time
     * @return its claims; empty if anything about it is wrong
     */
    public static Optional<Claims> check(
            String token, Map<String, PublicKey> keys, String issuer, String audience, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Map<String, String> header = Json.members(decoded(parts[0]));
            @Nullable PublicKey key = keys.get(header.getOrDefault("kid", ""));
            boolean good = "RS256".equals(header.get("alg")) && key != null && signed(parts, key);
            return good ? claims(parts[1], issuer, audience, now) : Optional.empty();
        } catch (IOException | JsonDataException | IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean signed(String[] parts, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static Optional<Claims> claims(String payload, String issuer, String audience, Instant now)
            throws IOException {
        Map<String, String> members = Json.members(decoded(payload));
        boolean current = Instant.ofEpochSecond(Long.parseLong(Json.text(members, "exp")))
                        .plus(CLOCK_SKEW)
                        .isAfter(now)
                && Instant.ofEpochSecond(Long.parseLong(Json.text(members, "iat")))
                        .minus(CLOCK_SKEW)
                        .isBefore(now);
        boolean ours = issuer.equals(members.get("iss")) && audiences(payload).contains(audience);
        return current && ours
                ? Optional.of(new Claims(Json.text(members, "sub"), Optional.ofNullable(members.get("realmid"))))
                : Optional.empty();
    }

    private static List<String> audiences(String payload) throws IOException {
        List<String> audiences = new ArrayList<>();
        JsonReader reader = JsonReader.of(decoded(payload));
        reader.beginObject();
        while (reader.hasNext()) {
            if (!reader.nextName().equals("aud")) {
                reader.skipValue();
            } else if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    audiences.add(reader.nextString());
                }
                reader.endArray();
            } else {
                audiences.add(reader.nextString());
            }
        }
        return audiences;
    }

    private static Buffer decoded(String part) {
        return new Buffer().write(Base64.getUrlDecoder().decode(part));
    }

    /**
     * Reads a key set.
     *
     * @param source a JSON object with {@code keys}
     * @return the RSA keys of at least 2048 bits, by key id
     * @throws IOException if it is no key set
     */
    public static Map<String, PublicKey> keys(BufferedSource source) throws IOException {
        Map<String, PublicKey> keys = new HashMap<>();
        JsonReader reader = JsonReader.of(source);
        reader.beginObject();
        while (reader.hasNext()) {
            if (!reader.nextName().equals("keys") || reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
                reader.skipValue();
                continue;
            }
            reader.beginArray();
            while (reader.hasNext()) {
                add(keys, Json.object(reader));
            }
            reader.endArray();
        }
        return keys;
    }

    private static void add(Map<String, PublicKey> keys, Map<String, String> key) {
        try {
            BigInteger modulus = new BigInteger(1, Base64.getUrlDecoder().decode(Json.text(key, "n")));
            BigInteger exponent = new BigInteger(1, Base64.getUrlDecoder().decode(Json.text(key, "e")));
            if ("RSA".equals(key.get("kty")) && modulus.bitLength() >= SMALLEST_MODULUS_BITS) {
                keys.put(
                        Json.text(key, "kid"),
                        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
            }
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // A key that cannot be used is as good as none: tokens signed with it are refused.
            return;
        }
    }
}
