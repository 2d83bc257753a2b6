package dev.tieout.store;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link SyncStore} that forgets everything when the process ends: for tests and first steps. Thread-safe. */
public final class InMemorySyncStore implements SyncStore {
    private static final int MOST_PER_CALL = 1_000;

    private final Object lock = new Object();
    private final NavigableMap<TenantId, TenantRows> tenants = new TreeMap<>(Comparator.comparing(TenantId::value));

    /** An empty store. */
    public InMemorySyncStore() {}

    @Override
    public Optional<SyncRow> find(RowKey key) {
        return read(key.tenant(), rows -> Optional.ofNullable(rows.find(key)), Optional.empty());
    }

    @Override
    public List<SyncRow> findAll(Collection<RowKey> keys) {
        bounded(keys);
        List<SyncRow> found = new ArrayList<>();
        synchronized (lock) {
            for (RowKey key : new HashSet<>(keys)) {
                find(key).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public Optional<SyncRow> findByRemoteId(TenantId tenant, String realm, String kind, String remoteId) {
        return read(tenant, rows -> Optional.ofNullable(rows.findByRemoteId(realm, kind, remoteId)), Optional.empty());
    }

    @Override
    public List<SyncRow> findByRemoteIds(TenantId tenant, String realm, String kind, Collection<String> remoteIds) {
        bounded(remoteIds);
        List<SyncRow> found = new ArrayList<>();
        synchronized (lock) {
            for (String remoteId : new HashSet<>(remoteIds)) {
                findByRemoteId(tenant, realm, kind, remoteId).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public SaveResult save(SyncRow row) {
        synchronized (lock) {
            @Nullable TenantRows rows = tenants.get(row.key().tenant());
            if (rows == null) {
                if (row.version() != 0) {
                    return SaveResult.STALE;
                }
                rows = new TenantRows();
                tenants.put(row.key().tenant(), rows);
            }
            return rows.save(row);
        }
    }

    @Override
    public List<SaveResult> saveAll(List<SyncRow> rows) {
        bounded(rows);
        Set<RowKey> keys = new HashSet<>();
        for (SyncRow row : rows) {
            if (!keys.add(row.key())) {
                throw new IllegalArgumentException(
                        "two rows of one call have the same key: save them one after another");
            }
        }
        synchronized (lock) {
            return rows.stream().map(this::save).toList();
        }
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        synchronized (lock) {
            return (after == null ? tenants : tenants.tailMap(after, false))
                    .keySet().stream().limit(limit).toList();
        }
    }

    @Override
    public List<TenantId> dueTenants(Instant now, int limit) {
        record Waiting(TenantId tenant, Instant since) {}
        List<Waiting> waiting = new ArrayList<>();
        synchronized (lock) {
            tenants.forEach((tenant, rows) -> rows.nextDue()
                    .filter(due -> !due.isAfter(now))
                    .ifPresent(due -> waiting.add(new Waiting(tenant, due))));
        }
        return waiting.stream()
                .sorted(Comparator.comparing(Waiting::since))
                .limit(limit)
                .map(Waiting::tenant)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant) {
        return read(tenant, TenantRows::nextDue, Optional.empty());
    }

    @Override
    public List<SyncRow> dueRows(TenantId tenant, Instant now, int limit) {
        return read(tenant, rows -> rows.due(now).limit(limit).toList(), List.of());
    }

    @Override
    public List<SyncRow> list(
            TenantId tenant, String realm, String kind, @Nullable String state, @Nullable String afterId, int limit) {
        // The empty id sorts before every real one, and RowKey refuses it: start at the first character instead.
        RowKey from = new RowKey(tenant, realm, kind, afterId == null ? "\0" : afterId);
        return read(
                tenant,
                rows -> rows.ofKind(from, afterId == null)
                        .filter(row -> state == null || row.state().equals(state))
                        .limit(limit)
                        .toList(),
                List.of());
    }

    @Override
    public Map<String, Long> countByState(TenantId tenant, String realm, String kind) {
        RowKey from = new RowKey(tenant, realm, kind, "\0");
        return read(
                tenant,
                rows -> rows.ofKind(from, true)
                        .collect(Collectors.groupingBy(SyncRow::state, TreeMap::new, Collectors.counting())),
                new TreeMap<>());
    }

    @Override
    public void deleteTenant(TenantId tenant) {
        synchronized (lock) {
            tenants.remove(tenant);
        }
    }

    private <R> R read(TenantId tenant, Function<TenantRows, R> question, R otherwise) {
        synchronized (lock) {
            @Nullable TenantRows rows = tenants.get(tenant);
            return rows == null ? otherwise : question.apply(rows);
        }
    }

    /** Refuses here what a database with a bound on its parameters would refuse later. */
    private static void bounded(Collection<?> arguments) {
        if (arguments.size() > MOST_PER_CALL) {
            throw new IllegalArgumentException(
                    arguments.size() + " in one call, the limit is " + MOST_PER_CALL + ": split it");
        }
    }
}
