package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.SyncAttempt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a record. What is done next follows from this, and from nothing else that happened. Immutable.
 *
 * @param want what the app wants, or {@code null} if it never handed the record over
 * @param sight what QuickBooks was last seen to hold, or {@code null} while it has no such record
 * @param agreement what was agreed
 * @param intent the write in flight, or {@code null}
 * @param refusal the last no, or {@code null}
 * @param trouble the last failure for now, or {@code null}
 * @param people what people decided
 * @param trail the last attempts, the oldest first
 */
public record Facts(
        @Nullable Want want,
        @Nullable Sight sight,
        Agreement agreement,
        @Nullable Intent intent,
        @Nullable Refusal refusal,
        @Nullable Trouble trouble,
        People people,
        List<SyncAttempt> trail) {
    private static final int LONGEST_TRAIL = 10;

    public static final Facts NONE = new Facts(null, null, Agreement.NONE, null, null, null, People.NONE, List.of());

    public Facts with(@Nullable Want newWant) {
        return new Facts(newWant, sight, agreement, intent, refusal, trouble, people, trail);
    }

    public Facts with(@Nullable Sight newSight) {
        return new Facts(want, newSight, agreement, intent, refusal, trouble, people, trail);
    }

    public Facts with(Agreement newAgreement) {
        return new Facts(want, sight, newAgreement, intent, refusal, trouble, people, trail);
    }

    public Facts with(@Nullable Intent newIntent) {
        return new Facts(want, sight, agreement, newIntent, refusal, trouble, people, trail);
    }

    public Facts with(@Nullable Refusal newRefusal) {
        return new Facts(want, sight, agreement, intent, newRefusal, trouble, people, trail);
    }

    public Facts with(@Nullable Trouble newTrouble) {
        return new Facts(want, sight, agreement, intent, refusal, newTrouble, people, trail);
    }

    public Facts with(People newPeople) {
        return new Facts(want, sight, agreement, intent, refusal, trouble, newPeople, trail);
    }

    public Facts withoutIntent() {
        return new Facts(want, sight, agreement, null, refusal, trouble, people, trail);
    }

    public Facts withoutRefusal() {
        return new Facts(want, sight, agreement, intent, null, trouble, people, trail);
    }

    public Facts withoutTrouble() {
        return new Facts(want, sight, agreement, intent, refusal, null, people, trail);
    }

    /** Forgets the link and all that was agreed under it. */
    public Facts unlinked() {
        return new Facts(want, null, Agreement.NONE, null, null, null, people, trail);
    }

    public Facts attempted(SyncAttempt attempt) {
        List<SyncAttempt> longer = new ArrayList<>(trail);
        longer.add(attempt);
        List<SyncAttempt> last = longer.subList(Math.max(0, longer.size() - LONGEST_TRAIL), longer.size());
        return new Facts(want, sight, agreement, intent, refusal, trouble, people, List.copyOf(last));
    }
}
