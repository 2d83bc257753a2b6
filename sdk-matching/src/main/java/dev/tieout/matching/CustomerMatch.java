package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one customer.
 *
 * <p>Immutable.
 *
 * @param customer the customer
 * @param bucket {@link Bucket#MATCH}, {@link Bucket#DUPLICATE}, {@link Bucket#NEW} or {@link Bucket#SKIPPED}
 * @param client its client; {@code null} unless the bucket is {@code MATCH}
 * @param candidates the clients that claim it, best first; empty unless the bucket is {@code DUPLICATE}
 * @param skipReason why it was left out; {@code null} unless the bucket is {@code SKIPPED}
 */
public record CustomerMatch(
        RemoteId customer,
        Bucket bucket,
        @Nullable LocalId client,
        List<LocalId> candidates,
        @Nullable SkipReason skipReason) {
    public CustomerMatch {
        candidates = List.copyOf(candidates);
    }

    /** Why a customer is left out. */
    public enum SkipReason {
        /** Inactive in QuickBooks, and the policy skips those. */
        INACTIVE,
        /** A job or sub-customer, and the policy skips those. */
        SUB_CUSTOMER,
        /** A person chose another customer as the primary of its group. */
        BEHIND_PRIMARY
    }
}
