package dev.tieout.store;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link SyncStore} that forgets everything when the process ends: for tests and first steps. Thread-safe. */
public final class InMemorySyncStore implements SyncStore {
    private static final Comparator<SyncRow> BY_DUE =
            Comparator.comparing(InMemorySyncStore::due).thenComparing(SyncRow::key);

    private record RemoteKey(TenantId tenant, String realm, String kind, String remoteId) {}

    private final Object lock = new Object();
    private final TreeMap<RowKey, SyncRow> rows = new TreeMap<>();
    private final Map<RemoteKey, RowKey> byRemote = new HashMap<>();
    private final TreeSet<SyncRow> due = new TreeSet<>(BY_DUE);

    /** An empty store. */
    public InMemorySyncStore() {}

    @Override
    public Optional<SyncRow> find(RowKey key) {
        synchronized (lock) {
            return Optional.ofNullable(rows.get(key));
        }
    }

    @Override
    public Optional<SyncRow> findByRemoteId(TenantId tenant, String realm, String kind, String remoteId) {
        synchronized (lock) {
            @Nullable RowKey key = byRemote.get(new RemoteKey(tenant, realm, kind, remoteId));
            return key == null ? Optional.empty() : Optional.ofNullable(rows.get(key));
        }
    }

    @Override
    public SaveResult save(SyncRow row) {
        synchronized (lock) {
            @Nullable SyncRow stored = rows.get(row.key());
            if ((stored == null ? 0 : stored.version()) != row.version()) {
                return SaveResult.STALE;
            }
            @Nullable RemoteKey remote = remoteKey(row);
            @Nullable RowKey holder = remote == null ? null : byRemote.get(remote);
            if (holder != null && !holder.equals(row.key())) {
                return SaveResult.TAKEN;
            }
            remove(stored);
            SyncRow next =
                    new SyncRow(row.key(), row.remoteId(), row.state(), row.dueAt(), row.document(), row.version() + 1);
            rows.put(row.key(), next);
            if (remote != null) {
                byRemote.put(remote, row.key());
            }
            if (next.dueAt() != null) {
                due.add(next);
            }
            return SaveResult.SAVED;
        }
    }

    @Override
    public List<SaveResult> saveAll(List<SyncRow> all) {
        synchronized (lock) {
            return all.stream().map(this::save).toList();
        }
    }

    @Override
    public List<SyncRow> findAll(Collection<RowKey> keys) {
        synchronized (lock) {
            return keys.stream()
                    .distinct()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant) {
        synchronized (lock) {
            return due.stream()
                    .filter(row -> row.key().tenant().equals(tenant))
                    .findFirst()
                    .map(InMemorySyncStore::due);
        }
    }

    @Override
    public List<TenantId> dueTenants(Instant now, int limit) {
        synchronized (lock) {
            return due.stream()
                    .takeWhile(row -> !due(row).isAfter(now))
                    .map(row -> row.key().tenant())
                    .distinct()
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<SyncRow> dueRows(TenantId tenant, Instant now, int limit) {
        synchronized (lock) {
            return due.stream()
                    .takeWhile(row -> !due(row).isAfter(now))
                    .filter(row -> row.key().tenant().equals(tenant))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<SyncRow> list(
            TenantId tenant, String realm, String kind, @Nullable String state, @Nullable String afterId, int limit) {
        synchronized (lock) {
            // The empty id sorts before every real one, and RowKey refuses it: start at the first character instead.
            RowKey from = new RowKey(tenant, realm, kind, afterId == null ? "\0" : afterId);
            return rows.tailMap(from, afterId == null).values().stream()
                    .takeWhile(row -> isOf(row.key(), tenant, realm, kind))
                    .filter(row -> state == null || row.state().equals(state))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Map<String, Long> countByState(TenantId tenant, String realm, String kind) {
        synchronized (lock) {
            return rows.values().stream()
                    .filter(row -> isOf(row.key(), tenant, realm, kind))
                    .collect(Collectors.groupingBy(SyncRow::state, TreeMap::new, Collectors.counting()));
        }
    }

    @Override
    public void deleteTenant(TenantId tenant) {
        synchronized (lock) {
            List<SyncRow> gone = rows.values().stream()
                    .filter(row -> row.key().tenant().equals(tenant))
                    .toList();
            gone.forEach(this::remove);
        }
    }

    private void remove(@Nullable SyncRow stored) {
        if (stored == null) {
            return;
        }
        rows.remove(stored.key());
        if (stored.dueAt() != null) {
            due.remove(stored);
        }
        @Nullable RemoteKey remote = remoteKey(stored);
        if (remote != null) {
            byRemote.remove(remote);
        }
    }

    private static @Nullable RemoteKey remoteKey(SyncRow row) {
        return row.remoteId() == null
                ? null
                : new RemoteKey(row.key().tenant(), row.key().realm(), row.key().kind(), row.remoteId());
    }

    private static Instant due(SyncRow row) {
        return Objects.requireNonNull(row.dueAt());
    }

    private static boolean isOf(RowKey key, TenantId tenant, String realm, String kind) {
        return key.tenant().equals(tenant)
                && key.realm().equals(realm)
                && key.kind().equals(kind);
    }
}
