package dev.tieout.qbo.sync;

import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.matching.search.CustomerHit;
import org.jspecify.annotations.Nullable;

/**
 * A service in QuickBooks that was found. Immutable.
 *
 * @param item its id
 * @param name its name, with its categories' before it: {@code Legal:Trusts}
 * @param code its SKU, or {@code null}
 * @param linked whether it is linked with a service item of the app already
 * @param quality how well it fits what was typed
 */
public record ItemHit(RemoteId item, String name, @Nullable String code, boolean linked, CustomerHit.Quality quality) {
    /** Refuses what is missing. */
    public ItemHit {
        Given.value("item", item);
        Given.value("name", name);
        Given.value("quality", quality);
    }

    /** Names the id only: what the firm sells is its business. */
    @Override
    public String toString() {
        return "ItemHit[item=" + item + ", linked=" + linked + ", quality=" + quality + "]";
    }
}
