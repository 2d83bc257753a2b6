package dev.tieout.qbo.sync.internal.outbound;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that takes calls over HTTP to read: what a cache holds where it must not read itself, since it would hold up
 * other keys meanwhile. What a cache forgets while it is read is given to those who wait and to nobody after. Thread-safe.
 *
 * @param <V> the value
 */
public final class Once<V> {
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable V value;

    /**
     * The value, read where nobody has yet. Whoever asks meanwhile waits for it; after a failure the next reads anew.
     *
     * @param read reads the value
     * @return the value
     */
    public V get(Supplier<? extends V> read) {
        @Nullable V known = value;
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            known = value;
            if (known == null) {
                known = read.get();
                value = known;
            }
            return known;
        } finally {
            reading.unlock();
        }
    }
}
