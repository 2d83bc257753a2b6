package dev.tieout.matching.search;

import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.search.CustomerHit.Quality;
import java.util.Comparator;

/**
 * A customer with what decides its place among hits of one quality.
 *
 * @param entry the customer
 * @param nameKey the words of the display name as one text
 */
record Ranked(CustomerSearchEntry entry, String nameKey) {
    /** Unlinked and active first, then by name, then by id. */
    static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::status)
            .thenComparing(Ranked::nameKey)
            .thenComparing(one -> one.entry().id().value().length())
            .thenComparing(one -> one.entry().id().value());

    static Ranked of(CustomerSearchEntry entry) {
        return new Ranked(entry, TextKeys.nameKey(entry.displayName()));
    }

    private static int status(Ranked one) {
        return (one.entry.active() ? 0 : 2) + (one.entry.linked() ? 1 : 0);
    }

    /** A customer that was found, and how many words typed it lacks. */
    record Found(Quality quality, Ranked ranked, int missing) {
        Found(Quality quality, Ranked ranked) {
            this(quality, ranked, 0);
        }

        static final Comparator<Found> ORDER = Comparator.comparing(Found::quality)
                .thenComparingInt(Found::missing)
                .thenComparing(Found::ranked, Ranked.ORDER);

        CustomerHit hit() {
            return new CustomerHit(ranked.entry(), quality);
        }
    }
}
