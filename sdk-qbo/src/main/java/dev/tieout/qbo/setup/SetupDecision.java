package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen with a record of the app, one of QuickBooks, or a pair of them. Immutable.
 *
 * @param action what
 * @param local the client or service item of the app; {@code null} only for {@link Action#CREATE_IN_APP}
 * @param remote the customer or item of QuickBooks; {@code null} only for {@link Action#CREATE_IN_QUICKBOOKS} and
 *     {@link Action#SKIP}
 */
public record SetupDecision(
        Action action, @Nullable LocalId local, @Nullable RemoteId remote) {

    public SetupDecision {
        if (local == null && remote == null) {
            throw new IllegalArgumentException("a decision is about a record of the app, of QuickBooks, or both");
        }
    }

    /** What can be decided. */
    public enum Action {
        /** Link two records; the app's values are written where they differ. */
        LINK,
        /** Create the app's record in QuickBooks. */
        CREATE_IN_QUICKBOOKS,
        /** Create QuickBooks' record in the app. */
        CREATE_IN_APP,
        /** Leave the app's record alone. */
        SKIP
    }

    /** Whom the decision is about: there is one at most for each. */
    Object subject() {
        return local != null ? local : Objects.requireNonNull(remote);
    }
}
