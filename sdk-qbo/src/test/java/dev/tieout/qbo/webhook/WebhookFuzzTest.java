package dev.tieout.qbo.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.webhook.WebhookOutcome.Accepted;
import dev.tieout.qbo.webhook.WebhookOutcome.Rejected;
import dev.tieout.testkit.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Broken notifications, signed and not: the receiver never throws, never hangs, and lets nothing in whose signature is not
 * right. A moment in each build, {@code -Pfuzz -Dfuzz.seconds=N} for longer; a failure names the seed and shows the input.
 */
class WebhookFuzzTest {
    private static final String TOKEN = "fuzz-verifier";
    private static final List<String> CORPUS = List.of(
            "[{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"intuit.x=\",\"type\":\"qbo.customer.created.v1\",\"time\":"
                    + "\"2025-09-10T21:31:25.179851517Z\",\"intuitentityid\":\"1\",\"intuitaccountid\":\"310687\",\"data\":{}}]",
            "{\"eventNotifications\":[{\"realmId\":\"1185883450\",\"dataChangeEvent\":{\"entities\":[{\"name\":\"Customer\","
                    + "\"id\":\"1\",\"operation\":\"Merge\",\"lastUpdated\":\"2015-10-05T14:42:19-0700\",\"deletedId\":\"8\"}]}}]}");
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "1e999",
            "\"id\":",
            "\"type\":",
            "qbo..v1",
            "\\ud800",
            "\u0000",
            "[[",
            "{\"a\":");

    private final WebhookReceiver receiver = WebhookReceiver.of(TOKEN);

    @Test
    void noNotificationBreaksTheReceiver() {
        double seconds = Double.parseDouble(System.getProperty("fuzz.seconds", "1"));
        long end = System.nanoTime() + (long) (seconds * 1e9 / 4);
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        long inputs = 0;
        while (System.nanoTime() < end || inputs < 100) {
            byte[] body = mutated(random);
            String shown = "seed " + seed + " input " + Base64.getEncoder().encodeToString(body);
            long start = System.nanoTime();
            assertThat(receiver.receive(WebhookSigner.of(TOKEN).sign(body), body))
                    .as(shown)
                    .isInstanceOfAny(Accepted.class, Rejected.class);
            assertThat(receiver.receive(signature(random), body)).as(shown).isInstanceOf(Rejected.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(shown).isLessThan(Duration.ofSeconds(5));
            inputs++;
        }
        System.out.println("PRINT fuzz WEBHOOK seed " + seed + ": " + inputs + " inputs");
    }

    private static byte[] mutated(SplittableRandom random) {
        byte[] input = CORPUS.get(random.nextInt(CORPUS.size())).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(input.length + 1);
            String token = TOKENS.get(random.nextInt(TOKENS.size()));
            String middle = random.nextInt(4) == 0 ? token.repeat(1 << random.nextInt(12)) : token;
            String text = new String(input, StandardCharsets.ISO_8859_1);
            int to = Math.min(text.length(), at + random.nextInt(10));
            String cut = random.nextInt(6) == 0 ? "" : text.substring(to);
            input = (text.substring(0, at) + middle + cut).getBytes(StandardCharsets.ISO_8859_1);
        }
        return input;
    }

    private static String signature(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return random.nextInt(3) == 0
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 32));
    }
}
