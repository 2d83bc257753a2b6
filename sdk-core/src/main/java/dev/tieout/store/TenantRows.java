package dev.tieout.store;

import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one tenant, by key, by remote id and by due time. The store's lock guards them. */
final class TenantRows {
    private record RemoteKey(String realm, String kind, String remoteId) {}

    private final NavigableMap<RowKey, SyncRow> rows = new TreeMap<>();
    private final Map<RemoteKey, RowKey> byRemote = new HashMap<>();
    private final NavigableSet<SyncRow> due =
            new TreeSet<>(Comparator.comparing(TenantRows::dueAt).thenComparing(SyncRow::key));

    @Nullable
    SyncRow find(RowKey key) {
        return rows.get(key);
    }

    @Nullable
    SyncRow findByRemoteId(String realm, String kind, String remoteId) {
        @Nullable RowKey key = byRemote.get(new RemoteKey(realm, kind, remoteId));
        return key == null ? null : rows.get(key);
    }

    SaveResult save(SyncRow row) {
        @Nullable SyncRow stored = rows.get(row.key());
        if ((stored == null ? 0 : stored.version()) != row.version()) {
            return SaveResult.STALE;
        }
        @Nullable RemoteKey remote = remoteKey(row);
        @Nullable RowKey holder = remote == null ? null : byRemote.get(remote);
        if (holder != null && !holder.equals(row.key())) {
            return SaveResult.TAKEN;
        }
        if (stored != null) {
            remove(stored);
        }
        SyncRow next =
                new SyncRow(row.key(), row.remoteId(), row.state(), row.dueAt(), row.document(), row.version() + 1);
        rows.put(next.key(), next);
        if (remote != null) {
            byRemote.put(remote, next.key());
        }
        if (next.dueAt() != null) {
            due.add(next);
        }
        return SaveResult.SAVED;
    }

    Optional<Instant> nextDue() {
        return due.isEmpty() ? Optional.empty() : Optional.of(dueAt(due.first()));
    }

    Stream<SyncRow> due(Instant now) {
        return due.stream().takeWhile(row -> !dueAt(row).isAfter(now));
    }

    /** The rows of a key's realm and kind, from that key on. */
    Stream<SyncRow> ofKind(RowKey from, boolean inclusive) {
        return rows.tailMap(from, inclusive).values().stream()
                .takeWhile(row -> row.key().realm().equals(from.realm())
                        && row.key().kind().equals(from.kind()));
    }

    private void remove(SyncRow stored) {
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
                : new RemoteKey(row.key().realm(), row.key().kind(), row.remoteId());
    }

    private static Instant dueAt(SyncRow row) {
        return Objects.requireNonNull(row.dueAt());
    }
}
