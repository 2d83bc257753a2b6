package dev.tieout.qbo;

import dev.tieout.RealmId;
import dev.tieout.qbo.webhook.WebhookEvent;
import dev.tieout.qbo.webhook.WebhookOperation;
import dev.tieout.qbo.webhook.WebhookOutcome;
import dev.tieout.qbo.webhook.WebhookReceiver;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes Intuit's notifications in: verifies, notes which companies have news, and answers. No call goes out; the news are
 * read by the next {@link QuickBooks#runDue}. Thread-safe.
 */
public final class WebhookInbox {
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final Options options;
    private final Wiring wiring;

    WebhookInbox(Options options, Wiring wiring) {
        this.options = options;
        this.wiring = wiring;
    }

    /**
     * What became of a notification.
     *
     * @param httpStatus the status to answer with
     * @param companies how many connected companies have news
     * @param unknown how many companies in it no firm is connected to
     */
    public record Receipt(int httpStatus, int companies, int unknown) {}

    /**
     * Receives one POST of Intuit. Answer with the receipt's status within three seconds; Intuit holds later events back
     * until it is acknowledged.
     *
     * @param signature the header {@code intuit-signature}, or {@code null} if there is none
     * @param rawBody the body's bytes exactly as they came
     * @return the receipt
     * @throws IllegalStateException if no verifier token was given to the builder
     */
    public Receipt receive(@Nullable String signature, byte[] rawBody) {
        wiring.requireOpen();
        List<String> tokens = options.webhookVerifierTokens();
        if (tokens.isEmpty()) {
            throw new IllegalStateException("QuickBooks.builder(): webhookVerifierToken is missing: give the token of"
                    + " the app's webhooks page at Intuit");
        }
        WebhookOutcome outcome =
                WebhookReceiver.of(tokens.toArray(String[]::new)).receive(signature, rawBody);
        if (outcome instanceof WebhookOutcome.Rejected rejected) {
            return new Receipt(rejected.reason().status(), 0, 0);
        }
        return note(((WebhookOutcome.Accepted) outcome).events());
    }

    private Receipt note(List<WebhookEvent> events) {
        Map<RealmId, Instant> earliest = new HashMap<>();
        Instant now = options.callSettings().clock().instant();
        for (WebhookEvent event : events) {
            Instant at = event.at().filter(t -> t.isBefore(now)).orElse(now);
            earliest.merge(event.realm(), at, (one, other) -> one.isBefore(other) ? one : other);
        }
        events.forEach(this::noteMerge);
        int known = 0;
        for (Map.Entry<RealmId, Instant> realm : earliest.entrySet()) {
            boolean rung = options.tokenStore()
                    .findTenant(realm.getKey())
                    .map(tenant -> wiring.engine().ring(tenant, realm.getValue().minus(OVERLAP)))
                    .orElse(false);
            known += rung ? 1 : 0;
        }
        return new Receipt(200, known, earliest.size() - known);
    }

    private void noteMerge(WebhookEvent event) {
        if (event.operation().equals(WebhookOperation.MERGE)) {
            event.deletedId()
                    .ifPresent(gone -> options.tokenStore()
                            .findTenant(event.realm())
                            .ifPresent(tenant -> wiring.engine().merged(tenant, event.entity(), gone, event.id())));
        }
    }
}
