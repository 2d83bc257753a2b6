package dev.tieout.testkit.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the fake was asked and what it answered, oldest first. Keeps the last requests up to a limit and forgets older
 * ones. Thread-safe; each method sees one moment.
 */
public final class History {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final int limit;

    /**
     * An empty history.
     *
     * @param limit the most exchanges to keep; 0 keeps none
     */
    public History(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative");
        }
        this.limit = limit;
    }

    /**
     * Adds an exchange at the end.
     *
     * @param exchange the exchange
     */
    public void add(Exchange exchange) {
        if (limit == 0) {
            return;
        }
        lock.lock();
        try {
            exchanges.addLast(exchange);
            if (exchanges.size() > limit) {
                exchanges.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Everything that is remembered.
     *
     * @return the exchanges, oldest first
     */
    public List<Exchange> all() {
        lock.lock();
        try {
            return List.copyOf(exchanges);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The calls of one kind.
     *
     * @param entity the entity, in any case
     * @param operation the operation, as in {@link Call#operation()}
     * @return the exchanges, oldest first
     */
    public List<Exchange> of(String entity, String operation) {
        String name = entity.toLowerCase(Locale.ROOT);
        List<Exchange> found = new ArrayList<>(all());
        found.removeIf(exchange -> !exchange.call().entity().equals(name)
                || !exchange.call().operation().equals(operation));
        return List.copyOf(found);
    }

    /**
     * Counts the calls of one kind.
     *
     * @param entity the entity, in any case
     * @param operation the operation, as in {@link Call#operation()}
     * @return how many are remembered
     */
    public int count(String entity, String operation) {
        return of(entity, operation).size();
    }

    /**
     * The newest exchange.
     *
     * @return the exchange
     * @throws NoSuchElementException if there is none
     */
    public Exchange last() {
        lock.lock();
        try {
            if (exchanges.isEmpty()) {
                throw new NoSuchElementException("the fake has not been asked anything yet");
            }
            return exchanges.getLast();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The newest exchanges.
     *
     * @param count the most to return
     * @return the exchanges, oldest first
     */
    public List<Exchange> last(int count) {
        List<Exchange> all = all();
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    /** Forgets everything. */
    public void clear() {
        lock.lock();
        try {
            exchanges.clear();
        } finally {
            lock.unlock();
        }
    }
}
