package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.Candidate;
import dev.tieout.matching.ClientMatch;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.matching.CustomerMatch;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.matching.MatchPlan;
import dev.tieout.matching.MatchPolicy;
import dev.tieout.matching.MatchPolicy.Inclusion;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.Employee;
import dev.tieout.qbo.entity.TelephoneNumber;
import dev.tieout.qbo.entity.Vendor;
import dev.tieout.qbo.kinds.internal.client.CustomerRecords;
import dev.tieout.qbo.setup.SetupClient;
import dev.tieout.qbo.setup.SetupContact;
import dev.tieout.qbo.setup.SetupCustomer;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupLists;
import dev.tieout.qbo.setup.SetupLists.Which;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.spi.LocalRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads both sides, matches them, and writes nothing. */
final class Preview {
    private final Parts parts;
    private final Kind<Client, Customer> kind;
    private final LocalRecords<Client> records;
    private final Locale locale;

    Preview(Parts parts, Kind<Client, Customer> kind, LocalRecords<Client> records, Locale locale) {
        this.parts = parts;
        this.kind = kind;
        this.records = records;
        this.locale = locale;
    }

    SetupPlan run(CompanyScope scope, SetupLists lists, MatchPolicy policy, SetupProgress progress) {
        boolean shown = lists.customers() != Which.ACTIVE && policy.inactiveCustomers() == Inclusion.SKIP;
        MatchPolicy asked =
                shown ? policy.toBuilder().inactiveCustomers(Inclusion.SUGGEST).build() : policy;
        return new Run(scope, lists, asked, progress).plan();
    }

    private final class Run {
        private final CompanyScope scope;
        private final SetupLists lists;
        private final MatchPolicy policy;
        private final SetupProgress progress;
        private final Map<LocalId, Client> clients = new LinkedHashMap<>();
        private final Map<RemoteId, Customer> read = new HashMap<>();
        private final Map<RemoteId, CustomerRecord> customers = new HashMap<>();
        private final Map<String, String> holders = new HashMap<>();

        Run(CompanyScope scope, SetupLists lists, MatchPolicy policy, SetupProgress progress) {
            this.scope = scope;
            this.lists = lists;
            this.policy = policy;
            this.progress = progress;
        }

        SetupPlan plan() {
            Instant madeAt = parts.clock().instant();
            readClients();
            Memory memory = Memory.of(parts, scope, RecordKind.CLIENT, clients.keySet());
            readCustomers(Set.copyOf(memory.links().values()));
            if (lists.clients() != Which.ACTIVE) {
                leaveOutLinkedWithOthers();
            }
            progress.at("matching", clients.size());
            MatchPlan matches =
                    ClientMatcher.of(policy).match(clients.values(), sorted(), memory.decisions(read.keySet()));
            readHolders(matches);
            List<SetupClient> clientLines = new ArrayList<>();
            List<SetupDecision> decisions = new ArrayList<>();
            for (ClientMatch match : matches.clients()) {
                SetupClient line = line(match, matches, memory);
                clientLines.add(line);
                if (match.bucket() == Bucket.MATCH
                        && !line.linked()
                        && line.active()
                        && memory.allows(match.client(), match.customer())) {
                    decisions.add(new SetupDecision(SetupDecision.Action.LINK, match.client(), match.customer()));
                }
            }
            List<SetupCustomer> customerLines =
                    matches.customers().stream().map(this::line).toList();
            return new SetupPlan(
                    scope.tenant(),
                    scope.realm(),
                    madeAt,
                    clientLines,
                    customerLines,
                    List.copyOf(decisions),
                    memory.before(clients.keySet(), customers.keySet()));
        }

        private void readCustomers(Set<RemoteId> linked) {
            Query<Customer> query = Query.of(Customer.TYPE);
            boolean inactive = policy.inactiveCustomers() != Inclusion.SKIP;
            Which shown = inactive && lists.customers() == Which.ACTIVE ? Which.ALL : lists.customers();
            try (Stream<Customer> all = scope.api().query(inactive ? query.includeInactive() : query)) {
                all.forEach(customer -> {
                    CustomerRecord record = CustomerRecords.of(customer);
                    if (!shown.has(record.active()) && !linked.contains(record.id())) {
                        return;
                    }
                    customers.put(record.id(), record);
                    read.put(record.id(), customer);
                    if (customers.size() % 1000 == 0) {
                        progress.at("reading customers", customers.size());
                    }
                });
            }
            progress.at("reading customers", customers.size());
        }

        /** Customers of clients that are not laid before the person are no open question. */
        private void leaveOutLinkedWithOthers() {
            parts.rows()
                    .findLinked(
                            scope.tenant(), scope.realm().value(), RecordKind.CLIENT, List.copyOf(customers.keySet()))
                    .forEach((customer, row) -> {
                        if (!clients.containsKey(LocalId.of(row.key().id()))) {
                            customers.remove(customer);
                            read.remove(customer);
                        }
                    });
        }

        private void readClients() {
            try (Stream<Client> all = records.all(scope.tenant())) {
                all.filter(client -> lists.clients().has(client.active()))
                        .forEach(client -> clients.put(client.id(), client));
            }
            progress.at("reading clients", clients.size());
        }

        private SetupClient line(ClientMatch match, MatchPlan matches, Memory memory) {
            LocalId id = match.client();
            @Nullable RemoteId customer = match.customer();
            Client client = Optional.ofNullable(clients.get(id)).orElseThrow();
            boolean linked = customer != null && customer.equals(memory.links().get(id));
            String why = matches.explain(id).text(locale);
            List<SetupClient.Option> options = match.candidates().stream()
                    .map(candidate -> option(id, candidate, matches))
                    .toList();
            return new SetupClient(
                    id,
                    client.displayName(),
                    match.bucket(),
                    customer,
                    linked,
                    why,
                    client.active(),
                    contact(client),
                    Overwrites.of(scope, kind, client, customer == null ? null : read.get(customer)),
                    options,
                    holders.get(NameRules.collisionKey(client.displayName())));
        }

        private SetupClient.Option option(LocalId client, Candidate candidate, MatchPlan matches) {
            RemoteId customer = candidate.customer();
            return new SetupClient.Option(
                    customer,
                    name(customer),
                    candidate.confidence(),
                    matches.explain(client, customer).text(locale),
                    Overwrites.of(
                            scope,
                            kind,
                            Optional.ofNullable(clients.get(client)).orElseThrow(),
                            read.get(customer)));
        }

        private SetupCustomer line(CustomerMatch match) {
            RemoteId id = match.customer();
            return new SetupCustomer(
                    id,
                    name(id),
                    isActive(id),
                    contact(read.get(id)),
                    match.bucket(),
                    match.client(),
                    match.candidates());
        }

        private boolean isActive(RemoteId customer) {
            CustomerRecord record = customers.get(customer);
            return record == null || record.active();
        }

        private static SetupContact contact(Client client) {
            return new SetupContact(
                    client.kind(),
                    client.email(),
                    client.phones().isEmpty() ? null : client.phones().get(0));
        }

        private static SetupContact contact(@Nullable Customer customer) {
            return customer == null
                    ? new SetupContact(ClientKind.UNKNOWN, null, null)
                    : new SetupContact(
                            CustomerRecords.kind(customer),
                            customer.primaryEmailAddr()
                                    .flatMap(EmailAddress::address)
                                    .orElse(null),
                            customer.primaryPhone()
                                    .flatMap(TelephoneNumber::freeFormNumber)
                                    .orElse(null));
        }

        /** Which vendors and employees have names of clients without a customer: these cannot be created under them. */
        private void readHolders(MatchPlan matches) {
            Set<String> open = matches.clients().stream()
                    .filter(match -> match.bucket() != Bucket.MATCH)
                    .map(match ->
                            Optional.ofNullable(clients.get(match.client())).orElseThrow())
                    .map(client -> NameRules.collisionKey(client.displayName()))
                    .collect(Collectors.toSet());
            if (open.isEmpty()) {
                return;
            }
            try (Stream<Vendor> vendors = scope.api().query(Query.of(Vendor.TYPE));
                    Stream<Employee> employees = scope.api().query(Query.of(Employee.TYPE))) {
                vendors.forEach(each ->
                        hold(open, each.displayName(), "Vendor " + each.id().orElse("?")));
                employees.forEach(each ->
                        hold(open, each.displayName(), "Employee " + each.id().orElse("?")));
            }
        }

        private void hold(Set<String> open, Optional<String> name, String holder) {
            name.map(NameRules::collisionKey).filter(open::contains).ifPresent(key -> holders.put(key, holder));
        }

        private String name(RemoteId customer) {
            CustomerRecord record = customers.get(customer);
            return record == null ? "Customer " + customer : record.displayName();
        }

        private List<CustomerRecord> sorted() {
            return customers.values().stream()
                    .sorted(Comparator.comparing(CustomerRecord::displayName)
                            .thenComparing(record -> record.id().value()))
                    .toList();
        }
    }
}
