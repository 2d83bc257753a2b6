package dev.tieout.qbo.sync;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;

/** What there is to choose from, and when QuickBooks said so. Immutable. */
public final class Choices extends AbstractList<Catalog.Entry> {
    private final List<Catalog.Entry> entries;
    private final Instant readAt;
    private final boolean lastKnown;

    /**
     * Choices as they were read.
     *
     * @param entries the entries
     * @param readAt when they were read
     * @param lastKnown whether QuickBooks could not be asked again though it was time to
     */
    public Choices(List<Catalog.Entry> entries, Instant readAt, boolean lastKnown) {
        this.entries = List.copyOf(entries);
        this.readAt = readAt;
        this.lastKnown = lastKnown;
    }

    @Override
    public Catalog.Entry get(int index) {
        return entries.get(index);
    }

    @Override
    public int size() {
        return entries.size();
    }

    /**
     * Says how old they are.
     *
     * @return when QuickBooks was read
     */
    public Instant readAt() {
        return readAt;
    }

    /**
     * Says whether QuickBooks was away when they should have been read anew: show their age then.
     *
     * @return {@code true} if they are what was last known
     */
    public boolean lastKnown() {
        return lastKnown;
    }
}
