package dev.tieout.qbo.kinds.internal.common;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.RealmId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.matching.search.CustomerSearch;
import dev.tieout.matching.search.CustomerSearchEntry;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Once;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What people search in, by company. A company is read when someone first searches in it, and again ten minutes later; a
 * link made here is seen at once. Thread-safe.
 */
public final class Directory {
    private static final int COMPANIES = 50;
    private static final int LARGEST_PAGE = 100;

    private final Function<CompanyScope, List<CustomerSearchEntry>> read;
    private final Cache<RealmId, Once<CustomerSearch>> byRealm;

    public Directory(InstantSource clock, Function<CompanyScope, List<CustomerSearchEntry>> read) {
        this.read = read;
        byRealm = Caffeine.newBuilder()
                .maximumSize(COMPANIES)
                .expireAfterWrite(Duration.ofMinutes(10))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** What is searched, as it was last read. */
    public CustomerSearch of(CompanyScope scope) {
        return byRealm.get(scope.realm(), realm -> new Once<>()).get(() -> {
            CustomerSearch search = new CustomerSearch();
            search.putAll(read.apply(scope));
            return search;
        });
    }

    /** Links changed: the next search reads anew. */
    public void forget(CompanyScope scope) {
        byRealm.invalidate(scope.realm());
    }

    /** A part of what was found, and whether there is more. */
    public record Page(List<CustomerHit> hits, boolean more) {
        public Page {
            hits = List.copyOf(hits);
        }

        /** Cuts a page out of all that was found. */
        public static Page of(List<CustomerHit> all, int page, int size) {
            int from = (int) Math.min((long) page * size, all.size());
            int to = Math.min(from + size, all.size());
            return new Page(all.subList(from, to), to < all.size());
        }

        /** Refuses a page that nobody can be shown. */
        public static void require(int page, int size) {
            if (page < 0 || size < 1 || size > LARGEST_PAGE) {
                throw new IllegalArgumentException(
                        "page must be 0 or more and size 1 to " + LARGEST_PAGE + ", they are " + page + " and " + size);
            }
        }
    }
}
