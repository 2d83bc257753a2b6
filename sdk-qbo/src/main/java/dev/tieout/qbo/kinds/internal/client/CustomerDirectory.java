package dev.tieout.qbo.kinds.internal.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.RealmId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.matching.search.CustomerSearch;
import dev.tieout.matching.search.CustomerSearchEntry;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.sync.CustomerPage;
import dev.tieout.qbo.sync.SearchBy;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Once;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The customers of the companies that people are searching in. A company is read when someone first searches in it, and
 * again ten minutes later; a link made here is seen at once. Thread-safe.
 */
public final class CustomerDirectory {
    private static final int COMPANIES = 50;
    private static final int LARGEST_PAGE = 100;

    private final RecordRows rows;
    private final Cache<RealmId, Once<CustomerSearch>> byRealm;

    public CustomerDirectory(RecordRows rows, InstantSource clock) {
        this.rows = rows;
        byRealm = Caffeine.newBuilder()
                .maximumSize(COMPANIES)
                .expireAfterWrite(Duration.ofMinutes(10))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    List<CustomerHit> find(CompanyScope scope, String text) {
        return byRealm.get(scope.realm(), realm -> new Once<>())
                .get(() -> read(scope))
                .find(text);
    }

    CustomerPage find(CompanyScope scope, String text, SearchBy by, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "page must be 0 or more and size 1 to " + LARGEST_PAGE + ", they are " + page + " and " + size);
        }
        List<CustomerHit> all = byRealm
                .get(scope.realm(), realm -> new Once<>())
                .get(() -> read(scope))
                .find(text, CustomerSearch.MOST_HITS)
                .stream()
                .filter(hit -> isBy(by, hit, text))
                .toList();
        int from = (int) Math.min((long) page * size, all.size());
        int to = Math.min(from + size, all.size());
        return new CustomerPage(all.subList(from, to), to < all.size());
    }

    private static boolean isBy(SearchBy by, CustomerHit hit, String text) {
        boolean byEmail = switch (hit.quality()) {
            case EMAIL_PREFIX, EMAIL_INFIX -> true;
            case EXACT -> hit.customer().emails().stream().anyMatch(text.strip()::equalsIgnoreCase);
            case PREFIX, INFIX, TYPO, ALIKE, SOME_WORDS -> false;
        };
        return by == SearchBy.ALL || text.isBlank() || byEmail == (by == SearchBy.EMAIL);
    }

    /** Links changed: the next search reads anew. */
    public void forget(CompanyScope scope) {
        byRealm.invalidate(scope.realm());
    }

    private CustomerSearch read(CompanyScope scope) {
        CustomerSearch search = new CustomerSearch();
        try (Stream<Customer> all = scope.api().query(Query.of(Customer.TYPE))) {
            List<Customer> customers = all.toList();
            Set<RemoteId> linked = rows.findLinked(
                            scope.tenant(),
                            scope.realm().value(),
                            RecordKind.CLIENT,
                            customers.stream()
                                    .map(customer -> RemoteId.of(customer.id().orElseThrow()))
                                    .toList())
                    .keySet();
            search.putAll(
                    customers.stream().map(customer -> entry(customer, linked)).toList());
        }
        return search;
    }

    private static CustomerSearchEntry entry(Customer customer, Set<RemoteId> linked) {
        RemoteId id = RemoteId.of(customer.id().orElseThrow());
        List<String> emails = customer.primaryEmailAddr()
                .flatMap(EmailAddress::address)
                .map(text -> Stream.of(text.split("[,;]")).map(String::strip).toList())
                .orElse(List.of());
        return new CustomerSearchEntry(
                id,
                customer.displayName().orElse("Customer " + id),
                customer.companyName().orElse(null),
                emails,
                customer.active().orElse(true),
                linked.contains(id),
                Stream.of(customer.primaryPhone(), customer.mobile(), customer.alternatePhone())
                        .flatMap(Optional::stream)
                        .flatMap(phone -> phone.freeFormNumber().stream())
                        .toList());
    }
}
