package dev.tieout.qbo.sync.internal;

import dev.tieout.sync.ConflictPolicy;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to write after both sides may have changed: a three-way merge by member. A member that QuickBooks takes or leaves
 * as a whole (an address, the lines) counts as one. Immutable.
 *
 * @param toWrite the members to write to QuickBooks
 * @param conflicts the members that both sides changed to different values
 */
record Merge(Set<String> toWrite, Set<String> conflicts) {

    /**
     * Merges.
     *
     * @param app what the app wants now
     * @param agreed what the app wanted when both sides last agreed; {@code null} if they never did: then the app's
     *     values are all new, and what it lacks survives
     * @param seen what QuickBooks held when last seen, or {@code null}
     * @param remote what QuickBooks holds now
     * @param policy who wins where both changed
     */
    static Merge of(
            Projection app,
            @Nullable Projection agreed,
            @Nullable Projection seen,
            Projection remote,
            ConflictPolicy policy) {
        Set<String> toWrite = new TreeSet<>();
        Set<String> conflicts = new TreeSet<>();
        Set<String> members = new TreeSet<>(app.members());
        if (agreed != null) {
            members.addAll(agreed.members());
        }
        for (String member : members) {
            boolean appChanged = agreed == null
                    ? !app.member(member).isEmpty()
                    : !app.member(member).equals(agreed.member(member));
            if (!appChanged || remote.satisfies(app, agreed, member)) {
                continue;
            }
            boolean remoteChanged =
                    agreed != null && seen != null && !remote.member(member).equals(seen.member(member));
            if (remoteChanged) {
                conflicts.add(member);
            }
            if (!remoteChanged || policy == ConflictPolicy.APP_WINS) {
                toWrite.add(member);
            }
        }
        return new Merge(toWrite, conflicts);
    }

    /** Tells whether a person must decide before anything is written. */
    boolean blockedBy(ConflictPolicy policy) {
        return policy == ConflictPolicy.ASK && !conflicts.isEmpty();
    }
}
