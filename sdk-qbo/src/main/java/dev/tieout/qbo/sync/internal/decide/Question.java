package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision depends on. Immutable.
 *
 * @param facts the record's facts
 * @param linked whether the record has an id in QuickBooks
 * @param desired what the app wants, as QuickBooks would hold it; {@code null} if something stands in the way of saying so
 * @param obstacle what stands in the way, or {@code null}
 * @param seen what QuickBooks was last seen to hold, or {@code null}
 * @param endObstacle what stands in the way of a void or delete, as far as can be seen; or {@code null}
 * @param locked members that QuickBooks will not let go now, and why; or {@code null}
 * @param rules how fields are compared
 * @param settings what travels by itself, and who wins
 * @param beforeStart whether the record is dated before the firm's start date
 * @param acceptTotals whether totals that QuickBooks computes differently are accepted
 * @param left members that a policy leaves to QuickBooks: whatever it has there is accepted
 * @param tolerated members of which a policy accepts what QuickBooks kept in place of what it was sent
 * @param about a digest of everything that a refusal may have been about
 * @param connected whether QuickBooks can be reached at all
 * @param times the limits that are counted in time
 * @param now the time
 */
public record Question(
        Facts facts,
        boolean linked,
        @Nullable Projection desired,
        @Nullable Obstacle obstacle,
        @Nullable Projection seen,
        @Nullable SyncProblem endObstacle,
        @Nullable Locked locked,
        FieldRules rules,
        KindSettings settings,
        boolean beforeStart,
        boolean acceptTotals,
        Set<String> left,
        Set<String> tolerated,
        String about,
        boolean connected,
        Times times,
        Instant now) {
    public Question {
        left = Set.copyOf(left);
        tolerated = Set.copyOf(tolerated);
    }

    /**
     * Members that cannot be written now, such as the amount of a payment that lies in a deposit.
     *
     * @param members the members
     * @param problem why
     */
    public record Locked(Set<String> members, SyncProblem problem) {}

    /** What keeps the app's record from being said in QuickBooks' words. */
    public sealed interface Obstacle {
        /**
         * A parent that is on its way.
         *
         * @param root where the waiting begins
         * @param problem what is the matter with the root, or {@code null} if it only has to come
         */
        record Parent(
                RecordRef parent, RecordRef root, @Nullable SyncProblem problem) implements Obstacle {}

        /** Something that time tells. */
        record Pause(Instant until) implements Obstacle {}

        /** Something that stays until someone changes something. */
        record Problem(SyncProblem problem) implements Obstacle {}
    }

    /**
     * @param memoryOfRequestIds how long QuickBooks is trusted to remember a request id (QuickBooks fact P2.8)
     * @param callBound how long a call lasts at most, 120 seconds of them in QuickBooks (QuickBooks fact P2.12) and the
     *     wait for its turn included: until then a write that says nothing of itself is under way
     * @param margin how long after the last possible send a write may still arrive
     * @param slow how long time is given to cure what only time can cure
     */
    public record Times(Duration memoryOfRequestIds, Duration callBound, Duration margin, Duration slow) {
        public static final Times STANDARD =
                new Times(Duration.ofHours(24), Duration.ofMinutes(4), Duration.ofMinutes(10), Duration.ofHours(6));
    }
}
