package dev.tieout.qbo.webhook;

import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something changed in a company. It says what, not how: read the record. Events come twice, late, and out of order
 * (QuickBooks fact P7.11). Immutable.
 *
 * @param realm the company
 * @param entity the QuickBooks entity, as {@code SalesReceipt}; one that this version does not know comes in lower case
 * @param operation what happened
 * @param id the record; of a merge, the one that stayed
 * @param deletedId of a merge, the one that went, where QuickBooks says so
 * @param at when it happened, where that can be read
 * @param eventId the event's own id, to know it again; only the newer format has one
 */
public record WebhookEvent(
        RealmId realm,
        String entity,
        WebhookOperation operation,
        RemoteId id,
        Optional<RemoteId> deletedId,
        Optional<Instant> at,
        Optional<String> eventId) {}
