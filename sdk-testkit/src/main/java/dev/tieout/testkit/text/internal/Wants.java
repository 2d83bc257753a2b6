package dev.tieout.testkit.text.internal;

import dev.tieout.testkit.exchange.FakeRequest;
import java.util.Locale;

/** What a client accepts, told as the companies tell it. */
public final class Wants {
    private Wants() {}

    /**
     * Whether an answer is to be XML: the client names XML and neither JSON nor HTML.
     *
     * @param request what was asked
     * @return whether it is
     */
    public static boolean xml(FakeRequest request) {
        String accept = request.headers().first("Accept").orElse("").toLowerCase(Locale.ROOT);
        return accept.contains("xml") && !accept.contains("json") && !accept.contains("html");
    }
}
