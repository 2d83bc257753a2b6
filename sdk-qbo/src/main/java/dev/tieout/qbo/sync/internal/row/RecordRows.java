package dev.tieout.qbo.sync.internal.row;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.TieoutException;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The records' rows in the host's {@link SyncStore}. Thread-safe. */
public final class RecordRows {
    private static final int PAGE = 500;
    private static final int TRIES = 50;

    private final SyncStore store;
    private final BiFunction<RecordKind, String, Projection> project;

    /** @param project reads the compared fields out of an entity of a kind */
    public RecordRows(SyncStore store, BiFunction<RecordKind, String, Projection> project) {
        this.store = store;
        this.project = project;
    }

    public SyncStore store() {
        return store;
    }

    public RecordRow open(SyncRow row) {
        RecordKind kind = new RecordKind(row.key().kind());
        return RecordRow.open(row, entity -> project.apply(kind, entity));
    }

    public RecordRow get(RowKey key) {
        return store.find(key).map(this::open).orElseGet(() -> RecordRow.fresh(key));
    }

    /** Looks up many rows; keys that have none are missing. */
    public Map<RowKey, SyncRow> findAll(Collection<RowKey> keys) {
        Map<RowKey, SyncRow> found = new HashMap<>();
        List<RowKey> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PAGE) {
            store.findAll(all.subList(from, Math.min(from + PAGE, all.size())))
                    .forEach(row -> found.put(row.key(), row));
        }
        return found;
    }

    /** Looks up the rows that are linked with entities. */
    public Map<RemoteId, SyncRow> findLinked(TenantId tenant, String realm, RecordKind kind, Collection<RemoteId> ids) {
        Map<RemoteId, SyncRow> found = new HashMap<>();
        List<String> all = ids.stream().map(RemoteId::value).distinct().toList();
        for (int from = 0; from < all.size(); from += PAGE) {
            store.findByRemoteIds(tenant, realm, kind.word(), all.subList(from, Math.min(from + PAGE, all.size())))
                    .forEach(row -> found.put(RemoteId.of(String.valueOf(row.remoteId())), row));
        }
        return found;
    }

    /** Finds the record of the app that an entity is linked with. */
    public Optional<LocalId> holder(TenantId tenant, String realm, RecordKind kind, RemoteId id) {
        return store.findByRemoteId(tenant, realm, kind.word(), id.value())
                .map(row -> LocalId.of(row.key().id()));
    }

    public SaveResult save(RecordRow row) {
        return store.save(close(row));
    }

    public List<SaveResult> saveAll(List<RecordRow> rows) {
        return saveClosed(rows.stream().map(this::close).toList());
    }

    /** Stores rows that are closed already. */
    public List<SaveResult> saveClosed(List<SyncRow> rows) {
        List<SaveResult> results = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PAGE) {
            results.addAll(store.saveAll(rows.subList(from, Math.min(from + PAGE, rows.size()))));
        }
        return results;
    }

    private SyncRow close(RecordRow row) {
        @Nullable Sight sight = row.facts().sight();
        Projection seen = sight == null || row.facts().agreement().base().isEmpty()
                ? Projection.EMPTY
                : project.apply(row.kind(), sight.entity());
        return row.close(seen);
    }

    /**
     * Changes a row by compare-and-set.
     *
     * @param change makes the next row of the stored one; the same row if there is nothing to change
     * @return the row as it is stored now
     * @throws TieoutException if others keep changing it, or the store never finds what it stored
     */
    public RecordRow change(RowKey key, UnaryOperator<RecordRow> change) {
        for (int tries = 0; tries < TRIES; tries++) {
            RecordRow row = get(key);
            RecordRow next = change.apply(row);
            if (next.equals(row)) {
                return row;
            }
            if (save(next) == SaveResult.SAVED) {
                return next.stored();
            }
        }
        throw contended(key);
    }

    /** Changes one of the library's own rows by compare-and-set; {@code null} leaves it as it is. */
    public static void mark(SyncStore store, RowKey key, UnaryOperator<@Nullable SyncRow> change) {
        for (int tries = 0; tries < TRIES; tries++) {
            @Nullable SyncRow row = store.find(key).orElse(null);
            @Nullable SyncRow next = change.apply(row);
            if (next == null || store.save(next) == SaveResult.SAVED) {
                return;
            }
        }
        throw contended(key);
    }

    public static TieoutException contended(RowKey key) {
        return new TieoutException("row " + key.kind() + " " + key.id() + " of tenant " + key.tenant()
                + " could not be saved in " + TRIES + " tries: either other nodes keep changing it, or the SyncStore"
                + " reports STALE for a row that nobody changed (prove it with SyncStoreContract)");
    }

    /** Streams the rows of one kind, a page at a time; unreadable ones too. */
    public Stream<SyncRow> all(TenantId tenant, String realm, RecordKind kind, @Nullable String state) {
        return StreamSupport.stream(new Pages(tenant, realm, kind.word(), state), false);
    }

    private final class Pages extends Spliterators.AbstractSpliterator<SyncRow> {
        private final TenantId tenant;
        private final String realm;
        private final String kind;
        private final @Nullable String state;
        private List<SyncRow> page = List.of();
        private int next;
        private @Nullable String after;
        private boolean last;

        Pages(TenantId tenant, String realm, String kind, @Nullable String state) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.tenant = tenant;
            this.realm = realm;
            this.kind = kind;
            this.state = state;
        }

        @Override
        public boolean tryAdvance(Consumer<? super SyncRow> action) {
            if (next == page.size() && !last) {
                page = store.list(tenant, realm, kind, state, after, PAGE);
                last = page.size() < PAGE;
                next = 0;
            }
            if (next == page.size()) {
                return false;
            }
            SyncRow row = page.get(next++);
            after = row.key().id();
            action.accept(row);
            return true;
        }
    }
}
