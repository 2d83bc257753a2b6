package dev.tieout.testkit.fault;

import dev.tieout.testkit.exchange.FakeResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter has to send, and how. Immutable.
 *
 * @param response the answer; of a cut connection the part that would have come
 * @param cut what happens to the connection
 * @param delay how long the answer waits, in real time
 * @param fault the name of the fault on purpose that struck; {@code null} if none did
 */
public record Outcome(
        FakeResponse response,
        Cut cut,
        Duration delay,
        @Nullable String fault) {
    /**
     * An answer that arrives as it is.
     *
     * @param response the answer
     * @return the outcome
     */
    public static Outcome of(FakeResponse response) {
        return new Outcome(response, Cut.NONE, Duration.ZERO, null);
    }

    /**
     * Tells whether the client gets a whole answer.
     *
     * @return {@code false} if the connection is cut
     */
    public boolean answered() {
        return cut == Cut.NONE;
    }
}
