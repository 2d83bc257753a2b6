package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.RemoteId;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.matching.Contradiction;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.MatchPolicy;
import dev.tieout.model.Client;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.sync.internal.kind.Canon;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the customers that have one of a client's e-mail addresses, each address compared as a whole. */
final class ByEmail {
    /** From so many clients on all customers are read once, a thousand a read, rather than a few for each. */
    private static final int ALL_FROM = 4;

    private ByEmail() {}

    static Map<Client, List<Customer>> find(List<Client> clients, QboApi api) {
        Map<Client, List<Customer>> found = new LinkedHashMap<>();
        if (clients.stream().filter(client -> !addresses(client).isEmpty()).count() >= ALL_FROM) {
            Map<String, Set<Customer>> byAddress = new HashMap<>();
            try (Stream<Customer> all = api.query(Query.of(Customer.TYPE))) {
                all.forEach(customer -> addresses(customer)
                        .forEach(address -> byAddress
                                .computeIfAbsent(address, a -> new LinkedHashSet<>())
                                .add(customer)));
            }
            for (Client client : clients) {
                Set<Customer> those = new LinkedHashSet<>();
                addresses(client).forEach(address -> those.addAll(byAddress.getOrDefault(address, Set.of())));
                found.put(client, List.copyOf(those));
            }
            return found;
        }
        clients.forEach(client -> found.put(client, find(client, api)));
        return found;
    }

    private static List<Customer> find(Client client, QboApi api) {
        Map<String, Customer> byId = new LinkedHashMap<>();
        for (String address : addresses(client)) {
            // A customer may have several addresses in the one field (QuickBooks fact E6.2).
            try (Stream<Customer> like =
                    api.query(Query.of(Customer.TYPE).like(Customer.Fields.PRIMARY_EMAIL_ADDR, "%" + address + "%"))) {
                like.filter(customer -> addresses(customer).contains(address))
                        .forEach(customer -> byId.put(customer.id().orElseThrow(), customer));
            }
        }
        return List.copyOf(byId.values());
    }

    private static Set<String> addresses(Client client) {
        return client.emails().stream()
                .flatMap(Canon::splitEmails)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> addresses(Customer customer) {
        return customer.primaryEmailAddr().flatMap(EmailAddress::address).stream()
                .flatMap(Canon::splitEmails)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether nothing in the names speaks against the two being the same. */
    static boolean agrees(Client client, Customer customer) {
        RemoteId id = RemoteId.of(customer.id().orElseThrow());
        return ClientMatcher.of(MatchPolicy.balanced())
                .match(List.of(client), List.of(CustomerRecords.of(customer)), MatchDecisions.none())
                .explain(client.id(), id)
                .contradictions()
                .stream()
                .allMatch(each -> each.kind() == Contradiction.Kind.OTHER_EMAIL);
    }
}
