package dev.tieout.qbo.api;

import java.util.ArrayList;
import java.util.List;

/** Writes for one batch request, each under an id of its own. Not thread-safe. */
public final class SequencedWrites {
    /** The most writes that QuickBooks takes in one request. */
    public static final int MOST = 30;

    private final List<BatchItem<?>> items = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    /** No writes yet. */
    public SequencedWrites() {}

    /**
     * Adds a write.
     *
     * @param id its {@code bId}, unlike all others; 1 to 10 characters
     * @param write the write
     * @return this
     * @throws IllegalArgumentException if the id is too long or there already, or there are 30 writes
     */
    public SequencedWrites add(String id, Write<?> write) {
        if (id.isEmpty() || id.length() > 10 || ids.contains(id) || items.size() == MOST) {
            throw new IllegalArgumentException(
                    "a batch takes " + MOST + " writes, each under an id of its own of 1 to 10 characters");
        }
        ids.add(id);
        items.add(BatchItem.of(write));
        return this;
    }

    List<BatchItem<?>> items() {
        return items;
    }

    List<String> ids() {
        return ids;
    }
}
