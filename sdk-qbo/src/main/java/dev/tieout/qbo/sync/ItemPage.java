package dev.tieout.qbo.sync;

import java.util.List;

/**
 * A page of services that were found. Immutable.
 *
 * @param hits the services, the best first
 * @param more whether there is another page
 */
public record ItemPage(List<ItemHit> hits, boolean more) {
    /** Copies the hits. */
    public ItemPage {
        hits = List.copyOf(hits);
    }
}
