package dev.tieout.testkit.history;

import dev.tieout.testkit.exchange.FakeRequest;
import java.nio.charset.StandardCharsets;

/** The body of a request as text. */
final class FakeRequestText {
    private FakeRequestText() {}

    static String of(FakeRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
