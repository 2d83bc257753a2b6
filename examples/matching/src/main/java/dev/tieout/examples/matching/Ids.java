package dev.tieout.examples.matching;

import dev.tieout.RemoteId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/** QuickBooks' ids are digits; a file with other ids gets stand-ins that depend on the id alone. Not thread-safe. */
final class Ids {
    private static final int DIGITS = 21;

    private final Map<RemoteId, String> original = new HashMap<>();

    RemoteId remote(String id) {
        if (id.length() <= DIGITS && id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return RemoteId.of(id);
        }
        RemoteId standIn = RemoteId.of("9" + digest(id).toString().substring(0, DIGITS + 3));
        original.put(standIn, id);
        return standIn;
    }

    String text(RemoteId id) {
        return original.getOrDefault(id, id.value());
    }

    private static BigInteger digest(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).add(BigInteger.TEN.pow(60));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
