package dev.tieout.matching.search;

import dev.tieout.RemoteId;
import dev.tieout.matching.search.Ranked.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds customers while a person types: by display name, company name or e-mail address, from the first letter on, with
 * letters missing in front, and with one typing error a word; by telephone number too. Where that finds nobody, whoever
 * has most of the words in some form is found: with two errors, under a nickname, joined or split.
 *
 * <p>Hits are ordered by {@link CustomerHit.Quality}; within one quality customers that are free and active come first,
 * then by name. The order depends on nothing else.
 *
 * <p>Thread-safe. A search sees the state before or after each change, waits for none, and takes a few milliseconds at
 * most among a million customers. Changes are made one at a time; one in some hundred thousand merges large parts and
 * takes seconds at that size, so change from a background thread. Needs about 200 bytes a customer, and as much again
 * while large parts are merged.
 */
public final class CustomerSearch {
    private static final int DEFAULT_LIMIT = 20;
    /** The most hits that can be asked for at once. */
    public static final int MOST_HITS = 1_000;

    private final ReentrantLock changes = new ReentrantLock();
    private volatile Snapshot snapshot = Snapshot.EMPTY;

    /** An empty search. */
    public CustomerSearch() {}

    /**
     * Adds many customers, or replaces those whose ids are known. Of two with one id the later counts.
     *
     * @param entries the customers
     */
    public void putAll(Collection<CustomerSearchEntry> entries) {
        Map<RemoteId, CustomerSearchEntry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        List<CustomerSearchEntry> distinct = List.copyOf(byId.values());
        changes.lock();
        try {
            snapshot = snapshot.with(distinct);
        } finally {
            changes.unlock();
        }
    }

    /**
     * Adds a customer, or replaces the one with its id.
     *
     * @param entry the customer
     */
    public void put(CustomerSearchEntry entry) {
        changes.lock();
        try {
            snapshot = snapshot.with(List.of(entry));
        } finally {
            changes.unlock();
        }
    }

    /**
     * Takes a customer out.
     *
     * @param id its id
     * @return whether it was there
     */
    public boolean remove(RemoteId id) {
        changes.lock();
        try {
            Snapshot before = snapshot;
            snapshot = before.without(id);
            return snapshot.size() < before.size();
        } finally {
            changes.unlock();
        }
    }

    /**
     * Finds the best twenty.
     *
     * @param text what was typed; blank lists the first customers by name
     * @return the hits, best first
     */
    public List<CustomerHit> find(String text) {
        return find(text, DEFAULT_LIMIT);
    }

    /**
     * Finds the best.
     *
     * @param text what was typed; blank lists the first customers by name
     * @param limit how many at most, 1 to 1,000
     * @return the hits, best first
     * @throws IllegalArgumentException if the limit is out of bounds
     */
    public List<CustomerHit> find(String text, int limit) {
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException("limit is " + limit + ", it must be 1 to " + MOST_HITS);
        }
        List<Found> hits = new ArrayList<>();
        Snapshot now = snapshot;
        Query query = Query.of(text);
        now.find(query, limit, hits);
        if (hits.isEmpty() && query.mayBeName()) {
            now.findLoosely(query, limit, hits);
        }
        return hits.stream().sorted(Found.ORDER).limit(limit).map(Found::hit).toList();
    }

    /**
     * Counts the customers.
     *
     * @return how many can be found
     */
    public int size() {
        return snapshot.size();
    }

    /**
     * Tells one state from the next, as a part of the key of a cache that the host may keep.
     *
     * @return a number that grows with every change
     */
    public long version() {
        return snapshot.version();
    }
}
