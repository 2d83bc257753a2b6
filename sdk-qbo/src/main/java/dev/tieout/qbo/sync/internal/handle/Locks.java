package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.spi.RowKey;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps two threads of this process from working on one record at once. Correctness does not rest on it: other processes
 * are kept off by the rows' versions, and by request ids where that is not enough. Thread-safe.
 */
public final class Locks {
    private static final int STRIPES = 512;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    public Locks() {
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    public void with(Collection<RowKey> keys, Runnable work) {
        SortedSet<Integer> stripes = new TreeSet<>();
        keys.forEach(key -> stripes.add(Math.floorMod(key.hashCode(), STRIPES)));
        stripes.forEach(i -> locks[i].lock());
        try {
            work.run();
        } finally {
            stripes.forEach(i -> locks[i].unlock());
        }
    }
}
