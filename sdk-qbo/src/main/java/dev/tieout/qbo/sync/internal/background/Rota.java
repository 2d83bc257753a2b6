package dev.tieout.qbo.sync.internal.background;

import dev.tieout.TenantId;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose turn it is: each firm that has something due gets one turn a round, however much each has, so that the firms with
 * the most and the oldest work do not keep the others waiting. Within a process a firm is worked on by one thread.
 * Thread-safe.
 */
final class Rota {
    private final Set<TenantId> busy = new HashSet<>();
    private Set<TenantId> served = new HashSet<>();

    /**
     * Names firms whose turn it is. No firm is claimed by that.
     *
     * @param more firms that are passed over, at most
     * @param passed whether a firm is passed over for now
     */
    List<TenantId> due(SyncStore store, Instant now, int most, int more, Predicate<TenantId> passed) {
        int limit;
        synchronized (this) {
            limit = most + more + busy.size() + served.size();
        }
        List<TenantId> due = store.dueTenants(now, limit);
        synchronized (this) {
            served.retainAll(new HashSet<>(due));
            List<TenantId> free = due.stream()
                    .filter(tenant -> !busy.contains(tenant) && !passed.test(tenant))
                    .toList();
            List<TenantId> next = free.stream()
                    .filter(tenant -> !served.contains(tenant))
                    .limit(most)
                    .toList();
            if (!next.isEmpty()) {
                return next;
            }
            served = new HashSet<>();
            return free.stream().limit(most).toList();
        }
    }

    /** Says whether the firm is this caller's, until {@link #done}. */
    synchronized boolean claim(TenantId tenant) {
        boolean claimed = busy.add(tenant);
        if (claimed) {
            served.add(tenant);
        }
        return claimed;
    }

    synchronized void done(TenantId tenant) {
        busy.remove(tenant);
    }

    synchronized Set<TenantId> busy() {
        return Set.copyOf(busy);
    }
}
