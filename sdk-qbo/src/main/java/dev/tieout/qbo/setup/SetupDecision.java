package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen with a client, a customer or a pair of them. Immutable.
 *
 * @param action what
 * @param client the client; {@code null} only for {@link Action#CREATE_IN_APP}
 * @param customer the customer; {@code null} only for {@link Action#CREATE_IN_QUICKBOOKS} and {@link Action#SKIP}
 */
public record SetupDecision(
        Action action, @Nullable LocalId client, @Nullable RemoteId customer) {

    /** What can be decided. */
    public enum Action {
        /** Link a client with a customer; the app's values are written where they differ. */
        LINK,
        /** Create the client as a customer. */
        CREATE_IN_QUICKBOOKS,
        /** Create the customer as a client. */
        CREATE_IN_APP,
        /** Leave the client alone. */
        SKIP
    }
}
