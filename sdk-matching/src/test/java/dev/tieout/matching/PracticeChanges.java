package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.practice.Practice;
import dev.tieout.matching.practice.PracticeGenerator;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Changes a practice at random, as people and webhooks do, and keeps what the two lists and the decisions are now. */
final class PracticeChanges {
    final Map<LocalId, Client> clients = new LinkedHashMap<>();
    final Map<RemoteId, CustomerRecord> customers = new LinkedHashMap<>();
    MatchDecisions decisions = MatchDecisions.none();
    private final List<Client> spareClients;
    private final List<CustomerRecord> spareCustomers;
    private final Random r;
    private final boolean decides;

    PracticeChanges(int size, long seed, boolean decides) {
        r = new Random(seed);
        this.decides = decides;
        Practice practice = PracticeGenerator.generate(size, seed);
        practice.clients().forEach(c -> clients.put(c.id(), c));
        practice.customers().forEach(q -> customers.put(q.id(), q));
        Practice other = PracticeGenerator.generate(size / 2 + 10, seed + 1);
        spareClients = new ArrayList<>(other.clients());
        spareCustomers = new ArrayList<>(other.customers());
        for (int i = 0; i < size / 10; i++) {
            CustomerRecord q = customer();
            customers.put(q.id(), special(q));
        }
    }

    /** Makes one change, and tells it. */
    void next(LiveMatching live) {
        int kind = r.nextInt(100);
        if (kind < 38) {
            put(changed(client()), live);
        } else if (kind < 76) {
            put(changed(customer()), live);
        } else if (kind < 81) {
            Client c = r.nextInt(3) == 0 ? copied(client(), customer()) : pick(spareClients);
            put(r.nextBoolean() ? c : renumbered(client()), live);
        } else if (kind < 86) {
            CustomerRecord q = pick(spareCustomers);
            put(r.nextBoolean() ? q : renumbered(customer()), live);
        } else if (kind < 90) {
            LocalId id = client().id();
            spareClients.add(clients.remove(id));
            live.removeClient(id);
        } else if (kind < 94) {
            RemoteId id = customer().id();
            spareCustomers.add(customers.remove(id));
            live.removeCustomer(id);
        } else if (kind < 96) {
            exchanged(live);
        } else if (decides) {
            decide();
            live.decisions(decisions);
        } else {
            put(special(customer()), live);
        }
    }

    private void put(Client c, LiveMatching live) {
        clients.put(c.id(), c);
        live.put(c);
    }

    private void put(CustomerRecord q, LiveMatching live) {
        customers.put(q.id(), q);
        live.put(q);
    }

    /** Two clients' records under each other's ids. */
    private void exchanged(LiveMatching live) {
        Client a = client();
        Client b = client();
        put(copy(b, a.id()).build(), live);
        put(copy(a, b.id()).build(), live);
    }

    private void decide() {
        LocalId c = client().id();
        RemoteId q = customer().id();
        decisions = switch (r.nextInt(6)) {
            case 0 -> decisions.primaryClient(c, Set.of(client().id()));
            case 1 -> decisions.primaryCustomer(q, Set.of(customer().id()));
            case 2 -> decisions.forget(c);
            case 3 -> decisions.notSame(c, q);
            default -> decisions.confirm(c, q);
        };
    }

    /** A decision about what a plan says, which random ones seldom are. */
    void decideAbout(MatchPlan plan, LiveMatching live) {
        List<ClientMatch> all = plan.clients();
        for (int tries = 0; tries < 20; tries++) {
            ClientMatch m = all.get(r.nextInt(all.size()));
            RemoteId q = m.customer() != null
                    ? m.customer()
                    : m.candidates().isEmpty() ? null : m.candidates().get(0).customer();
            if (q != null) {
                decisions = r.nextBoolean() ? decisions.notSame(m.client(), q) : decisions.confirm(m.client(), q);
                live.decisions(decisions);
                return;
            }
        }
    }

    private Client client() {
        return pick(new ArrayList<>(clients.values()));
    }

    private CustomerRecord customer() {
        return pick(new ArrayList<>(customers.values()));
    }

    private <T> T pick(List<T> list) {
        return list.get(r.nextInt(list.size()));
    }

    private static Client.Builder copy(Client c, LocalId id) {
        return Client.builder(id, c.displayName())
                .kind(c.kind())
                .firstName(c.firstName())
                .middleName(c.middleName())
                .lastName(c.lastName())
                .companyName(c.companyName())
                .emails(c.emails())
                .phones(c.phones())
                .address(c.address());
    }

    private Client renumbered(Client c) {
        return copy(c, LocalId.of("N" + r.nextInt(1_000_000))).build();
    }

    private static CustomerRecord.Builder copy(CustomerRecord q, RemoteId id) {
        return CustomerRecord.builder(id, q.displayName())
                .companyName(q.companyName())
                .givenName(q.givenName())
                .middleName(q.middleName())
                .familyName(q.familyName())
                .suffix(q.suffix())
                .emails(q.emails())
                .phones(q.phones())
                .address(q.address())
                .active(q.active())
                .job(q.job());
    }

    private CustomerRecord renumbered(CustomerRecord q) {
        return copy(q, RemoteId.of("9" + r.nextInt(1_000_000))).build();
    }

    /** Active becomes inactive and the other way round, a customer a job. */
    private CustomerRecord special(CustomerRecord q) {
        return r.nextInt(3) == 0
                ? copy(q, q.id()).job(!q.job()).build()
                : copy(q, q.id()).active(!q.active()).build();
    }

    private static Client copied(Client c, CustomerRecord from) {
        return Client.builder(c.id(), from.displayName())
                .kind(c.kind())
                .firstName(from.givenName())
                .lastName(from.familyName())
                .companyName(from.companyName())
                .emails(from.emails() == null ? List.of() : List.of(from.emails()))
                .phones(from.phones())
                .address(from.address())
                .build();
    }

    private Client changed(Client c) {
        Client o = client();
        Client.Builder b = copy(c, c.id());
        return switch (r.nextInt(8)) {
            case 0 -> b.emails(o.emails()).build();
            case 1 -> b.phones(o.phones()).build();
            case 2 -> b.address(o.address()).build();
            case 3 -> b.emails(List.of("new" + r.nextInt(500) + "@mail.com")).build();
            case 4 -> b.firstName(o.firstName()).lastName(o.lastName()).build();
            case 5 -> copy(o, c.id()).build();
            case 6 -> r.nextBoolean() ? copied(c, customer()) : member(c);
            default -> renamed(c, o);
        };
    }

    /** One of a household alone, or somebody else at the household's address. */
    private Client member(Client c) {
        for (CustomerRecord q : customers.values()) {
            String[] words = q.displayName().split(" +");
            boolean household = words.length > 3 && (words[1].equals("&") || words[1].equals("and"));
            if (household && q.emails() != null && r.nextInt(4) == 0) {
                String given = r.nextInt(3) == 0 ? "Quentin" : words[2 * r.nextInt(2)];
                return Client.builder(c.id(), given + " " + words[words.length - 1])
                        .kind(ClientKind.INDIVIDUAL)
                        .emails(List.of(q.emails()))
                        .phones(c.phones())
                        .build();
            }
        }
        return c;
    }

    private Client renamed(Client c, Client o) {
        String name = renamed(c.displayName(), o.displayName());
        return Client.builder(c.id(), name)
                .kind(c.kind())
                .firstName(c.firstName())
                .lastName(c.lastName())
                .companyName(c.companyName() == null ? null : name)
                .emails(c.emails())
                .phones(c.phones())
                .address(c.address())
                .build();
    }

    private CustomerRecord changed(CustomerRecord q) {
        CustomerRecord o = customer();
        CustomerRecord.Builder b = copy(q, q.id());
        return switch (r.nextInt(9)) {
            case 0 -> b.emails(o.emails()).build();
            case 1 -> b.phones(o.phones()).build();
            case 2 -> b.address(o.address()).build();
            case 3 -> b.emails("new" + r.nextInt(500) + "@mail.com").build();
            case 4 -> b.givenName(o.givenName()).familyName(o.familyName()).build();
            case 5 -> copy(o, q.id()).build();
            case 6 -> special(q);
            case 7 -> b.address(moved(q.address())).build();
            default -> renamed(q, o);
        };
    }

    private CustomerRecord renamed(CustomerRecord q, CustomerRecord o) {
        String name = renamed(q.displayName(), o.displayName());
        return CustomerRecord.builder(q.id(), name)
                .companyName(q.companyName() == null ? null : name)
                .givenName(r.nextBoolean() ? q.givenName() : null)
                .familyName(q.familyName())
                .emails(q.emails())
                .phones(q.phones())
                .address(q.address())
                .active(q.active())
                .build();
    }

    private Address moved(Address a) {
        return Address.builder()
                .lines(List.of((1 + r.nextInt(99)) + " Birch Street"))
                .city(a == null ? "Austin" : a.city())
                .region("TX")
                .postalCode(String.valueOf(78700 + r.nextInt(40)))
                .build();
    }

    /** A name with a slip, a word of another name, or a word less. */
    private String renamed(String name, String other) {
        String[] words = name.trim().split(" +");
        String[] others = other.trim().split(" +");
        int at = r.nextInt(words.length);
        switch (r.nextInt(5)) {
            case 0 -> words[at] = others[r.nextInt(others.length)];
            case 1 -> words[at] = words[at].length() < 3 ? words[at] : words[at].substring(0, words[at].length() - 1);
            case 2 -> words[at] = "Qua" + (char) ('a' + r.nextInt(26)) + "lling";
            case 3 -> {
                return name + " " + others[others.length - 1];
            }
            default -> {
                return words[0] + " & " + others[0] + " " + words[words.length - 1];
            }
        }
        String joined = String.join(" ", words).trim();
        return joined.isEmpty() ? name : joined;
    }
}
