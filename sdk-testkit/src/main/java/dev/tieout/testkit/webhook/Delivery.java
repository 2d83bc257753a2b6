package dev.tieout.testkit.webhook;

import java.time.Instant;

/**
 * One POST to a webhook endpoint and its result. Immutable.
 *
 * @param at when, on the fake's clock
 * @param attempt 1 for the first try of this body
 * @param status the endpoint's HTTP status; 0 if it could not be reached or took longer than three seconds
 * @param body the text that was sent
 */
public record Delivery(Instant at, int attempt, int status, String body) {
    /** Time, attempt and status. */
    @Override
    public String toString() {
        return "Delivery[at=" + at + ", attempt=" + attempt + ", status=" + status + "]";
    }
}
