package dev.tieout.qbo.connect;

import java.util.concurrent.locks.ReentrantLock;

/** A bounded number of locks for any number of keys; two keys may share one, and then wait for each other. Thread-safe. */
final class KeyedLocks {
    private static final int LOCKS = 256;

    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    KeyedLocks() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    ReentrantLock of(Object key) {
        return locks[Math.floorMod(key.hashCode(), LOCKS)];
    }
}
