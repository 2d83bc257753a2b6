package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.matching.search.CustomerSearch;
import dev.tieout.matching.search.CustomerSearchEntry;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.kinds.internal.common.Directory;
import dev.tieout.qbo.sync.CustomerPage;
import dev.tieout.qbo.sync.SearchBy;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The customers of the companies that people are searching in. Thread-safe.
 */
public final class CustomerDirectory {
    private final RecordRows rows;
    private final Directory directory;

    public CustomerDirectory(RecordRows rows, InstantSource clock) {
        this.rows = rows;
        this.directory = new Directory(clock, this::read);
    }

    List<CustomerHit> find(CompanyScope scope, String text) {
        return directory.of(scope).find(text);
    }

    CustomerPage find(CompanyScope scope, String text, SearchBy by, int page, int size) {
        Directory.Page.require(page, size);
        List<CustomerHit> all = directory.of(scope).find(text, CustomerSearch.MOST_HITS).stream()
                .filter(hit -> isBy(by, hit, text))
                .toList();
        Directory.Page cut = Directory.Page.of(all, page, size);
        return new CustomerPage(cut.hits(), cut.more());
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
        directory.forget(scope);
    }

    private List<CustomerSearchEntry> read(CompanyScope scope) {
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
            return customers.stream().map(customer -> entry(customer, linked)).toList();
        }
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
