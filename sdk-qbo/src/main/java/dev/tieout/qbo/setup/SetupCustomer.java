package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer of QuickBooks in a {@link SetupPlan}. Immutable.
 *
 * @param id the customer
 * @param displayName its name in QuickBooks
 * @param active whether it is in use in QuickBooks
 * @param contact its kind, e-mail address and telephone number in QuickBooks
 * @param bucket {@code MATCH}, {@code DUPLICATE}, {@code NEW} or {@code SKIPPED}
 * @param client the client it belongs to; only in {@code MATCH}
 * @param claimedBy the clients that could be it; only in {@code DUPLICATE}
 */
public record SetupCustomer(
        RemoteId id,
        String displayName,
        boolean active,
        SetupContact contact,
        Bucket bucket,
        @Nullable LocalId client,
        List<LocalId> claimedBy) {
    public SetupCustomer {
        claimedBy = List.copyOf(claimedBy);
    }

    /** Names the id and the bucket only. */
    @Override
    public String toString() {
        return "SetupCustomer[id=" + id + ", bucket=" + bucket + ", client=" + client + "]";
    }
}
