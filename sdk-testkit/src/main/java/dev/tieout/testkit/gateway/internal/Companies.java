package dev.tieout.testkit.gateway.internal;

import dev.tieout.testkit.company.FakeCompany;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The companies of one fake, in the order in which they were added. Thread-safe. */
public final class Companies {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Map<String, FakeCompany> byRealm = Map.of();

    /** None yet. */
    public Companies() {}

    /**
     * Adds a company, or replaces the one of the same realm.
     *
     * @param company the company
     */
    public void put(FakeCompany company) {
        lock.lock();
        try {
            Map<String, FakeCompany> copy = new LinkedHashMap<>(byRealm);
            copy.put(company.realmId(), company);
            byRealm = Collections.unmodifiableMap(copy);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all of them. */
    public void clear() {
        lock.lock();
        try {
            byRealm = Map.of();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks up a company.
     *
     * @param realm its id
     * @return the company, or empty
     */
    public Optional<FakeCompany> find(String realm) {
        return Optional.ofNullable(byRealm.get(realm));
    }

    /**
     * All companies.
     *
     * @return a snapshot
     */
    public List<FakeCompany> all() {
        return List.copyOf(byRealm.values());
    }

    /**
     * Their names for the consent page.
     *
     * @return names by realm
     */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        byRealm.forEach((realm, company) -> names.put(realm, company.companyName()));
        return names;
    }
}
