package dev.tieout.qbo.sync;

import dev.tieout.matching.search.CustomerHit;
import java.util.List;

/**
 * A page of customers that were found. Immutable.
 *
 * @param hits the customers, the best first
 * @param more whether there is another page
 */
public record CustomerPage(List<CustomerHit> hits, boolean more) {
    public CustomerPage {
        hits = List.copyOf(hits);
    }
}
