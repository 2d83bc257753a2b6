package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What people have decided: facts that override every score and are never asked again.
 *
 * <p>Immutable: each change returns a new one. Keep {@link #toText()} with the tenant's settings and bring it back with
 * {@link #parse} after a restart or a reconnect.
 */
public final class MatchDecisions {
    private static final MatchDecisions NONE = new MatchDecisions(Map.of(), Set.of(), Map.of(), Map.of());
    private static final String FORMAT = "tieout-match-decisions 1";

    private final Map<LocalId, RemoteId> confirmed;
    private final Set<Pair> notSame;
    private final Map<LocalId, LocalId> behindClient;
    private final Map<RemoteId, RemoteId> behindCustomer;

    private MatchDecisions(
            Map<LocalId, RemoteId> confirmed,
            Set<Pair> notSame,
            Map<LocalId, LocalId> behindClient,
            Map<RemoteId, RemoteId> behindCustomer) {
        this.confirmed = Collections.unmodifiableMap(confirmed);
        this.notSame = Collections.unmodifiableSet(notSame);
        this.behindClient = Collections.unmodifiableMap(behindClient);
        this.behindCustomer = Collections.unmodifiableMap(behindCustomer);
    }

    /**
     * A client and a customer.
     *
     * @param client the client
     * @param customer the customer
     */
    public record Pair(LocalId client, RemoteId customer) {}

    /**
     * Returns the empty memory.
     *
     * @return no decisions
     */
    public static MatchDecisions none() {
        return NONE;
    }

    /**
     * Remembers that a client and a customer are the same. An earlier link of either, and a "not the same" between them,
     * give way.
     *
     * @param client the client
     * @param customer the customer
     * @return the memory with the decision
     */
    public MatchDecisions confirm(LocalId client, RemoteId customer) {
        return confirmAll(Map.of(client, customer));
    }

    /**
     * Says of many pairs that they are the same, as {@link #confirm} says of one; where two of them name one customer, the
     * later counts.
     *
     * @param links each client's customer
     * @return all decisions
     */
    public MatchDecisions confirmAll(Map<LocalId, RemoteId> links) {
        Map<LocalId, RemoteId> byClient = new LinkedHashMap<>(confirmed);
        Map<RemoteId, LocalId> byCustomer = new HashMap<>();
        confirmed.forEach((client, customer) -> byCustomer.put(customer, client));
        Set<Pair> refused = new LinkedHashSet<>(notSame);
        Map<LocalId, LocalId> clients = new LinkedHashMap<>(behindClient);
        Map<RemoteId, RemoteId> customers = new LinkedHashMap<>(behindCustomer);
        links.forEach((client, customer) -> {
            RemoteId old = byClient.get(client);
            if (old != null) {
                byCustomer.remove(old);
            }
            LocalId before = byCustomer.put(customer, client);
            if (before != null && !before.equals(client)) {
                byClient.remove(before);
            }
            byClient.put(client, customer);
            refused.remove(new Pair(client, customer));
            clients.remove(client);
            customers.remove(customer);
        });
        return new MatchDecisions(byClient, refused, clients, customers);
    }

    /**
     * Remembers that a client and a customer are not the same. A link between them gives way.
     *
     * @param client the client
     * @param customer the customer
     * @return the memory with the decision
     */
    public MatchDecisions notSame(LocalId client, RemoteId customer) {
        return notSameAll(Set.of(new Pair(client, customer)));
    }

    /**
     * Remembers of many pairs that they are not the same, in one go.
     *
     * @param pairs the pairs
     * @return the decisions with these
     */
    public MatchDecisions notSameAll(Collection<Pair> pairs) {
        Map<LocalId, RemoteId> links = new LinkedHashMap<>(confirmed);
        Set<Pair> refused = new LinkedHashSet<>(notSame);
        for (Pair pair : pairs) {
            links.remove(pair.client(), pair.customer());
            refused.add(pair);
        }
        return new MatchDecisions(links, refused, behindClient, behindCustomer);
    }

    /**
     * Remembers which of several clients for one QuickBooks account is the primary. The others stand behind it: they are
     * unmatched, carry no suggestions and compete for no customer.
     *
     * @param primary the client that stays
     * @param others the clients behind it; the primary itself among them is ignored
     * @return the memory with the decision
     */
    public MatchDecisions primaryClient(LocalId primary, Set<LocalId> others) {
        Map<LocalId, LocalId> clients = new LinkedHashMap<>(behindClient);
        Map<LocalId, RemoteId> links = new LinkedHashMap<>(confirmed);
        clients.remove(primary);
        for (LocalId other : others) {
            if (!other.equals(primary)) {
                clients.put(other, primary);
                links.remove(other);
            }
        }
        return new MatchDecisions(links, notSame, clients, behindCustomer);
    }

    /**
     * Remembers which of several customers for one client is the primary. The others are skipped.
     *
     * @param primary the customer that stays
     * @param others the customers behind it; the primary itself among them is ignored
     * @return the memory with the decision
     */
    public MatchDecisions primaryCustomer(RemoteId primary, Set<RemoteId> others) {
        Map<RemoteId, RemoteId> customers = new LinkedHashMap<>(behindCustomer);
        Map<LocalId, RemoteId> links = new LinkedHashMap<>(confirmed);
        customers.remove(primary);
        for (RemoteId other : others) {
            if (!other.equals(primary)) {
                customers.put(other, primary);
                links.values().removeIf(other::equals);
            }
        }
        return new MatchDecisions(links, notSame, behindClient, customers);
    }

    /**
     * Forgets every decision about a client: the undo.
     *
     * @param client the client
     * @return the memory without them
     */
    public MatchDecisions forget(LocalId client) {
        Map<LocalId, RemoteId> links = new LinkedHashMap<>(confirmed);
        links.remove(client);
        Set<Pair> refused = new LinkedHashSet<>(notSame);
        refused.removeIf(p -> p.client().equals(client));
        Map<LocalId, LocalId> clients = new LinkedHashMap<>(behindClient);
        clients.remove(client);
        clients.values().removeIf(client::equals);
        return new MatchDecisions(links, refused, clients, behindCustomer);
    }

    /**
     * Returns the confirmed links.
     *
     * @return client to customer, unmodifiable
     */
    public Map<LocalId, RemoteId> confirmed() {
        return confirmed;
    }

    /**
     * Returns the pairs that are not the same.
     *
     * @return the pairs, unmodifiable
     */
    public Set<Pair> refused() {
        return notSame;
    }

    /**
     * Returns the clients that stand behind a primary.
     *
     * @return client to its primary, unmodifiable
     */
    public Map<LocalId, LocalId> behindClient() {
        return behindClient;
    }

    /**
     * Returns the customers that stand behind a primary.
     *
     * @return customer to its primary, unmodifiable
     */
    public Map<RemoteId, RemoteId> behindCustomer() {
        return behindCustomer;
    }

    /**
     * Writes the memory as text, one decision a line, its format in the first line. Ids only.
     *
     * @return the text
     */
    public String toText() {
        StringBuilder out = new StringBuilder(FORMAT).append('\n');
        confirmed.forEach((c, q) -> line(out, "same", c.value(), q.value()));
        notSame.forEach(p -> line(out, "other", p.client().value(), p.customer().value()));
        behindClient.forEach((c, p) -> line(out, "client", c.value(), p.value()));
        behindCustomer.forEach((q, p) -> line(out, "customer", q.value(), p.value()));
        return out.toString();
    }

    private static void line(StringBuilder out, String kind, String a, String b) {
        out.append(kind).append('\t').append(a).append('\t').append(b).append('\n');
    }

    /**
     * Reads what {@link #toText()} wrote.
     *
     * @param text the text
     * @return the memory
     * @throws IllegalArgumentException if it is not such a text; the message names the line
     */
    public static MatchDecisions parse(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(FORMAT)) {
            throw new IllegalArgumentException("line 1 of the decisions is not \"" + FORMAT + "\"");
        }
        Map<LocalId, RemoteId> links = new LinkedHashMap<>();
        Set<Pair> refused = new LinkedHashSet<>();
        Map<LocalId, LocalId> clients = new LinkedHashMap<>();
        Map<RemoteId, RemoteId> customers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                continue;
            }
            String[] f = lines[i].split("\t", -1);
            if (f.length != 3) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the decisions has not three fields");
            }
            switch (f[0]) {
                case "same" -> links.put(LocalId.of(f[1]), RemoteId.of(f[2]));
                case "other" -> refused.add(new Pair(LocalId.of(f[1]), RemoteId.of(f[2])));
                case "client" -> clients.put(LocalId.of(f[1]), LocalId.of(f[2]));
                case "customer" -> customers.put(RemoteId.of(f[1]), RemoteId.of(f[2]));
                default ->
                    throw new IllegalArgumentException(
                            "line " + (i + 1) + " of the decisions begins with an unknown word");
            }
        }
        return new MatchDecisions(links, refused, clients, customers);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof MatchDecisions d
                && confirmed.equals(d.confirmed)
                && notSame.equals(d.notSame)
                && behindClient.equals(d.behindClient)
                && behindCustomer.equals(d.behindCustomer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(confirmed, notSame, behindClient, behindCustomer);
    }

    /** Says how many decisions there are. */
    @Override
    public String toString() {
        return "MatchDecisions[confirmed=" + confirmed.size() + ", notSame=" + notSame.size() + ", behindClient="
                + behindClient.size() + ", behindCustomer=" + behindCustomer.size() + "]";
    }
}
