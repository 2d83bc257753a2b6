package dev.tieout.qbo.sync.internal.row;

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
 */
public record People(
        @Nullable KeptOut out,
        @Nullable String wasLinked,
        @Nullable String perhaps,
        Set<String> others) {
    public static final People NONE = new People(null, null, null, Set.of());

    public People out(KeptOut how, @Nullable String linked) {
        return new People(how, linked == null ? wasLinked : linked, perhaps, others);
    }

    public People in() {
        return new People(null, wasLinked, null, others);
    }

    public People asking(@Nullable String remoteId) {
        return new People(out, wasLinked, remoteId, others);
    }

    public People notTheSame(String remoteId) {
        Set<String> more = new TreeSet<>(others);
        more.add(remoteId);
        return new People(out, wasLinked, remoteId.equals(perhaps) ? null : perhaps, more);
    }
}
