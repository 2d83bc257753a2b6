package dev.tieout.matching.names;

import dev.tieout.LocalId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The names that cannot be given to a new record of one QuickBooks company.
 *
 * <p>Customers, vendors and employees share one name space and so one instance, active and inactive alike; items have an
 * instance of their own, with the full name (parents and colons included) as the name. Two names are the same when their
 * {@linkplain NameRules#collisionKey collision keys} are equal, so {@code X (deleted)} takes {@code X} too: reports
 * differ on whether an inactive record blocks its old name (QuickBooks fact E5.10), and a second choice costs less
 * than a refused write.
 *
 * <p>Thread-safe. Holds a million names in about 100 MB.
 */
public final class NamesInUse {
    private record Promise(LocalId record, String name) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final NameTable table = new NameTable();
    private final Map<String, Promise> promises = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    /** An empty set. */
    public NamesInUse() {}

    /**
     * Notes the name of a record. A record that is already known by owner and id changes its name.
     *
     * @param use the record's name; its owner must be a kind of QuickBooks record
     * @throws IllegalArgumentException if the owner is {@code PROMISED} or {@code REFUSED}: see {@link #reserve} and
     *     {@link #refused}
     */
    public void put(NameUse use) {
        if (use.owner() == NameUse.Owner.PROMISED || use.owner() == NameUse.Owner.REFUSED) {
            throw new IllegalArgumentException("put takes records of QuickBooks, not " + use.owner());
        }
        lock.lock();
        try {
            table.put(use);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets a record, because it was merged or deleted. One that is made inactive keeps its place: put it again.
     *
     * @param owner the kind of record
     * @param id its id in QuickBooks
     * @return whether it was known
     */
    public boolean remove(NameUse.Owner owner, String id) {
        lock.lock();
        try {
            return table.remove(owner, id);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether a new record may have the name: nobody bears it, it is promised to nobody, QuickBooks has not refused it.
     *
     * @param name the name
     * @return {@code true} if it is free; {@code false} for one with nothing visible in it
     */
    public boolean isFree(String name) {
        String key = CollisionKey.of(name);
        lock.lock();
        try {
            return !key.isEmpty() && !borneOrRefused(key) && !promises.containsKey(key);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells who bears the name. Of several the first by: active, customer before vendor before employee, lower id; then
     * a promise, then a refusal.
     *
     * @param name the name
     * @return the bearer, if there is one
     */
    public Optional<NameUse> takenBy(String name) {
        String key = CollisionKey.of(name);
        lock.lock();
        try {
            NameUse bearer = table.find(key);
            if (bearer != null) {
                return Optional.of(bearer);
            }
            Promise promise = promises.get(key);
            if (promise != null) {
                String id = promise.record().value();
                return Optional.of(new NameUse(NameUse.Owner.PROMISED, id, promise.name(), true));
            }
            return Optional.ofNullable(refusals.get(key))
                    .map(refused -> new NameUse(NameUse.Owner.REFUSED, "", refused, true));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Promises a free name to a record of the app, at once for all threads.
     *
     * @param name the name
     * @param record the record that is about to be created with it
     * @return {@code true} if the name was free or already promised to this record
     */
    public boolean reserve(String name, LocalId record) {
        String key = CollisionKey.of(name);
        lock.lock();
        try {
            if (key.isEmpty() || borneOrRefused(key)) {
                return false;
            }
            Promise earlier = promises.putIfAbsent(key, new Promise(record, name));
            return earlier == null || earlier.record().equals(record);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a promise back: the record was created (put it first) or will not be.
     *
     * @param name the name
     * @param record the record that it was promised to
     * @return whether there was such a promise
     */
    public boolean release(String name, LocalId record) {
        String key = CollisionKey.of(name);
        lock.lock();
        try {
            Promise promise = promises.get(key);
            return promise != null && promise.record().equals(record) && promises.remove(key, promise);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Notes that QuickBooks answered 6240 for a name, whoever bears it.
     *
     * @param name the name that was sent
     */
    public void refused(String name) {
        lock.lock();
        try {
            refusals.put(CollisionKey.of(name), name);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all refusals: the names have been read anew. */
    public void forgetRefusals() {
        lock.lock();
        try {
            refusals.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts the records, without promises and refusals.
     *
     * @return the number of records
     */
    public int size() {
        lock.lock();
        try {
            return table.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean borneOrRefused(String key) {
        return refusals.containsKey(key) || table.contains(key);
    }
}
