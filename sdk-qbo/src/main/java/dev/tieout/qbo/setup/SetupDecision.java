package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen with a record of the app, one of QuickBooks, or a pair of them. Immutable.
 *
 * @param action what
 * @param local the client or service item of the app; {@code null} where the decision is about a record of QuickBooks alone
 * @param remote the customer or item of QuickBooks; {@code null} where the decision is about a record of the app alone
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
        /** Leave the app's record alone in this run; the next setup asks about it again. */
        SKIP,
        /** Keep a record of either side out of step, until somebody decides otherwise. */
        KEEP_OUT,
        /** Two records are not the same, though they look alike; never proposed again, until somebody links them. */
        NOT_THE_SAME,
        /** Make a record inactive on its own side: the duplicate of one that is kept. */
        MAKE_INACTIVE,
        /** Take the app's record's link apart; it stays apart until somebody links or creates the record. */
        UNLINK
    }

    /** Whom the decision is about: there is one at most for each. */
    Object subject() {
        if (action == Action.NOT_THE_SAME) {
            return Arrays.asList(local, remote);
        }
        return local != null ? local : Objects.requireNonNull(remote);
    }

    /** Tells whether it gives the record of QuickBooks a place, which only one decision can. */
    boolean claims() {
        return remote != null && action != Action.NOT_THE_SAME;
    }
}
