package dev.tieout.qbo.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two certificates. Immutable.
 *
 * @param before the one that was kept
 * @param now the one that was made to check it
 * @param changes the kinds and months of which an entry is another, new or gone
 */
public record TieOutDrift(TieOutCertificate before, TieOutCertificate now, List<Change> changes) {
    public TieOutDrift {
        changes = List.copyOf(changes);
    }

    /**
     * Tells whether everything is as it was: every entry, with both amounts, balance and what is applied.
     *
     * @return whether nothing moved
     */
    public boolean isNone() {
        return changes.isEmpty();
    }

    /**
     * The entries of one kind, currency and month, before and now.
     *
     * @param before as they were, or {@code null} if there were none
     * @param now as they are, or {@code null} if there are none left
     */
    public record Change(TieOutCertificate.@Nullable Group before, TieOutCertificate.@Nullable Group now) {}

    /** Counts, never an amount. */
    @Override
    public String toString() {
        return "TieOutDrift[before=" + before.at() + ", now=" + now.at() + ", changes=" + changes.size() + "]";
    }
}
