package dev.tieout.qbo.cache;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers values by key: at most so many, the longest unused forgotten first, and each for so long. All steps take the
 * same short time, so one lock serves all keys. Thread-safe.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class Cache<K, V> {
    private final int most;
    private final long nanos;
    private final boolean renewedByUse;
    private final LongSupplier ticks;
    private final ReentrantLock lock = new ReentrantLock();

    /** The oldest first: by use where that renews, else by age. */
    private final LinkedHashMap<K, Entry<V>> entries;

    /** What is remembered; empty while it is being made, which a lock of its own leaves to one thread. */
    private static final class Entry<V> {
        private final ReentrantLock making = new ReentrantLock();
        private volatile @Nullable V value;
        private long since;
    }

    Cache(int most, Duration time, boolean renewedByUse, LongSupplier ticks) {
        this.most = most;
        this.nanos = time.toNanos();
        this.renewedByUse = renewedByUse;
        this.ticks = ticks;
        this.entries = new LinkedHashMap<>(16, 0.75f, renewedByUse);
    }

    /**
     * A cache that forgets what nobody has used for a while.
     *
     * @param <K> the keys
     * @param <V> the values
     * @param most how many it holds
     * @param unused how long after its last use a value is forgotten
     * @return an empty cache
     */
    public static <K, V> Cache<K, V> ofUsed(int most, Duration unused) {
        return new Cache<>(most, unused, true, System::nanoTime);
    }

    /**
     * A cache that forgets what is old.
     *
     * @param <K> the keys
     * @param <V> the values
     * @param most how many it holds
     * @param age how long after it was put a value is forgotten
     * @return an empty cache
     */
    public static <K, V> Cache<K, V> ofFresh(int most, Duration age) {
        return new Cache<>(most, age, false, System::nanoTime);
    }

    /**
     * Looks a value up.
     *
     * @param key its key
     * @return the value, or null if it is not remembered
     */
    public @Nullable V find(K key) {
        lock.lock();
        try {
            @Nullable Entry<V> entry = living(key);
            return entry == null ? null : entry.value;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks a value up, and makes it where it is not remembered. Whoever asks for the same key meanwhile waits for it;
     * other keys are not held up. What is thrown is passed on and nothing is remembered.
     *
     * @param key its key
     * @param make makes the value
     * @return the value
     */
    public V get(K key, Function<? super K, ? extends V> make) {
        Entry<V> entry = entry(key);
        @Nullable V value = entry.value;
        if (value != null) {
            return value;
        }
        entry.making.lock();
        try {
            value = entry.value;
            if (value == null) {
                value = make.apply(key);
                entry.value = value;
            }
            return value;
        } finally {
            entry.making.unlock();
        }
    }

    /**
     * Remembers a value in place of what was remembered.
     *
     * @param key its key
     * @param value the value
     */
    public void put(K key, V value) {
        lock.lock();
        try {
            entries.remove(key);
            add(key).value = value;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets a value. One that is being made now is given to those who wait for it and to nobody after.
     *
     * @param key its key
     */
    public void forget(K key) {
        lock.lock();
        try {
            entries.remove(key);
        } finally {
            lock.unlock();
        }
    }

    private Entry<V> entry(K key) {
        lock.lock();
        try {
            @Nullable Entry<V> entry = living(key);
            return entry == null ? add(key) : entry;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Entry<V> living(K key) {
        long now = ticks.getAsLong();
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (oldest.hasNext() && now - oldest.next().since >= nanos) {
            oldest.remove();
        }
        @Nullable Entry<V> entry = entries.get(key);
        if (entry != null && renewedByUse) {
            entry.since = now;
        }
        return entry;
    }

    private Entry<V> add(K key) {
        Entry<V> entry = new Entry<>();
        entry.since = ticks.getAsLong();
        entries.put(key, entry);
        if (entries.size() > most) {
            Iterator<Entry<V>> oldest = entries.values().iterator();
            oldest.next();
            oldest.remove();
        }
        return entry;
    }
}
