package dev.tieout.testkit.history;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it. Immutable.
 *
 * @param number counts from 1 over the life of the fake
 * @param at when it arrived, on the fake's clock
 * @param call what it was about
 * @param request the request, its body unpacked if it came compressed
 * @param response the answer as it was sent; {@code null} if the connection was closed instead
 * @param fault the fault on purpose that struck; {@code null} if none did
 */
public record Exchange(
        long number,
        Instant at,
        Call call,
        FakeRequest request,
        @Nullable FakeResponse response,
        @Nullable String fault) {
    /**
     * The body of the request.
     *
     * @return the text, read as UTF-8
     */
    public String requestText() {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status, or 0 if nothing was answered
     */
    public int status() {
        return response == null ? 0 : response.status();
    }

    /** One line: number, method, path, operation, status and fault; no query, no body. */
    @Override
    public String toString() {
        return "#" + number + " " + request.method() + " " + request.path() + " (" + call.operation() + " "
                + call.entity() + ") -> " + (response == null ? "no answer" : response.status())
                + (fault == null ? "" : " [" + fault + "]");
    }
}
