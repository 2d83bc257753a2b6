package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RecordKind;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncState;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a piece of work means for the records that depend on those it worked on. Not thread-safe. */
public final class Ripples {
    private final Set<RecordRef> arrived = new LinkedHashSet<>();
    private final Set<RecordRef> left = new LinkedHashSet<>();
    private final Set<RecordKind> unlinked = new LinkedHashSet<>();
    private boolean inQuestion;
    private boolean saw;

    /** Records that got an id in QuickBooks, or are well again: what waited for them may go. */
    public Set<RecordRef> arrived() {
        return arrived;
    }

    /** Records that can be depended on no longer: gone, ended, out of step, or another one than before. */
    public Set<RecordRef> left() {
        return left;
    }

    /** Kinds of which something that no record of the app is linked with has changed in QuickBooks. */
    public Set<RecordKind> unlinked() {
        return unlinked;
    }

    /** A person has to say first whose something is that was seen. */
    public boolean inQuestion() {
        return inQuestion;
    }

    public void isInQuestion() {
        inQuestion = true;
    }

    /** Anything at all has changed in QuickBooks. */
    public boolean saw() {
        return saw;
    }

    public void hasSeen() {
        saw = true;
    }

    public void add(Ripples others) {
        inQuestion |= others.inQuestion;
        saw |= others.saw;
        arrived.addAll(others.arrived);
        left.addAll(others.left);
        unlinked.addAll(others.unlinked);
    }

    /** Notes what a record was and what has become of it. */
    void stored(RecordRef ref, RecordRow before, RecordRow after) {
        boolean isNew = before.remoteId() == null && after.remoteId() != null;
        if (isNew || (isWell(after) && !isWell(before))) {
            arrived.add(ref);
        }
        boolean another = after.remoteId() != null && !after.remoteId().equals(before.remoteId());
        if (stands(before) && (!stands(after) || another)) {
            left.add(ref);
        }
    }

    private static boolean isWell(RecordRow row) {
        return row.view().state() == SyncState.SYNCED;
    }

    private static boolean stands(RecordRow row) {
        @Nullable Want want = row.facts().want();
        boolean ended = want != null && want.end() != Want.End.KEEP && isWell(row);
        return row.remoteId() != null
                && row.view().state() != SyncState.GONE
                && row.view().state() != SyncState.NOT_SYNCED
                && !ended;
    }
}
