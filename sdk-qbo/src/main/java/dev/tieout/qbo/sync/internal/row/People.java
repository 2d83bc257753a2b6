package dev.tieout.qbo.sync.internal.row;

import dev.tieout.LocalId;
import dev.tieout.sync.KeptOut;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a record as a whole. Never forgotten by itself. Immutable.
 *
 * @param out that it stays out of step, and how that was said; {@code null} if nobody said so
 * @param wasLinked what it was linked with before it was unmatched, or {@code null}
 * @param perhaps a record of QuickBooks that may be the same, and about which a person is asked; {@code null} if none
 * @param others records of QuickBooks that are certainly not the same
 * @param mergedWith the other record of the app, which holds what this one was merged into in QuickBooks: what depends on
 *     this one goes there until a person says otherwise; {@code null} if none
 */
public record People(
        @Nullable KeptOut out,
        @Nullable String wasLinked,
        @Nullable String perhaps,
        Set<String> others,
        @Nullable LocalId mergedWith) {
    public static final People NONE = new People(null, null, null, Set.of(), null);

    public People out(KeptOut how, @Nullable String linked) {
        return new People(how, linked == null ? wasLinked : linked, perhaps, others, null);
    }

    public People in() {
        return new People(null, wasLinked, null, others, null);
    }

    public People asking(@Nullable String remoteId) {
        return new People(out, wasLinked, remoteId, others, mergedWith);
    }

    public People notTheSame(String remoteId) {
        Set<String> more = new TreeSet<>(others);
        more.add(remoteId);
        return new People(
                out,
                wasLinked,
                remoteId.equals(perhaps) ? null : perhaps,
                more,
                remoteId.equals(perhaps) ? null : mergedWith);
    }

    public People mergedWith(LocalId other) {
        return new People(out, wasLinked, perhaps, others, other);
    }
}
