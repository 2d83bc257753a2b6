package dev.tieout.testkit.oauth;

import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;

/** Opaque texts in the shapes of Intuit's codes and tokens (QuickBooks fact P1.16). Guarded by the lock of Grants. */
final class TokenText {
    private static final String ACCESS_HEAD = "eyJlbmMiOiJBMTI4Q0JDLUhTMjU2IiwiYWxnIjoiZGlyIn0..";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SplittableRandom random;

    TokenText(long seed) {
        random = new SplittableRandom(seed);
    }

    String access() {
        return ACCESS_HEAD + base64(16) + "." + base64(480) + "." + base64(16);
    }

    String refresh(Instant now) {
        return "RT1-39-H0-" + now.plus(Grant.ROLLING).getEpochSecond() + letters(20);
    }

    String code(Instant now) {
        return "XAB1" + now.getEpochSecond() + letters(36);
    }

    private String base64(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
