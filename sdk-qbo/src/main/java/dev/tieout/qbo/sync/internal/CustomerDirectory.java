package dev.tieout.qbo.sync.internal;

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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The customers of the companies that people are searching in. A company is read when someone first searches in it, and
 * again ten minutes later; a link made here is seen at once. Thread-safe.
 */
public final class CustomerDirectory {
    private static final int COMPANIES = 50;

    private final RecordRows rows;
    private final Cache<RealmId, Once<CustomerSearch>> byRealm = Caffeine.newBuilder()
            .maximumSize(COMPANIES)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    public CustomerDirectory(RecordRows rows) {
        this.rows = rows;
    }

    List<CustomerHit> find(CompanyScope scope, String text) {
        return byRealm.get(scope.realm(), realm -> new Once<>())
                .get(() -> read(scope))
                .find(text);
    }

    /** Links changed: the next search reads anew. */
    void forget(CompanyScope scope) {
        byRealm.invalidate(scope.realm());
    }

    private CustomerSearch read(CompanyScope scope) {
        CustomerSearch search = new CustomerSearch();
        try (Stream<Customer> all = scope.api().query(Query.of(Customer.TYPE))) {
            search.putAll(all.map(customer -> entry(scope, customer)).toList());
        }
        return search;
    }

    private CustomerSearchEntry entry(CompanyScope scope, Customer customer) {
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
                rows.localId(scope, RecordKind.CLIENT, id).isPresent());
    }
}
