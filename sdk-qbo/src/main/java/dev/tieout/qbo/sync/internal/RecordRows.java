package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.sync.SyncState;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The records' rows in the host's {@link SyncStore}. Thread-safe. */
public final class RecordRows {
    private static final int PAGE = 200;

    private final SyncStore store;

    public RecordRows(SyncStore store) {
        this.store = store;
    }

    RecordRow get(RowKey key) {
        return store.find(key).map(RecordRow::open).orElseGet(() -> RecordRow.fresh(key));
    }

    Optional<RecordRow> find(RowKey key) {
        return store.find(key).map(RecordRow::open);
    }

    Optional<RecordRow> findByRemoteId(CompanyScope scope, RecordKind kind, RemoteId remoteId) {
        return store.findByRemoteId(scope.tenant(), scope.realm().value(), CompanyScope.word(kind), remoteId.value())
                .map(RecordRow::open);
    }

    SaveResult save(RecordRow row) {
        return store.save(row.close());
    }

    /** Finds the id that a record has in QuickBooks, if it has one and is not gone there. */
    public Optional<RemoteId> remoteId(CompanyScope scope, RecordKind kind, LocalId id) {
        return find(scope.key(kind, id))
                .filter(row -> row.state() != SyncState.GONE)
                .flatMap(row -> Optional.ofNullable(row.remoteId()));
    }

    /** Finds the record of the app that a record of QuickBooks is linked to. */
    public Optional<LocalId> localId(CompanyScope scope, RecordKind kind, RemoteId id) {
        return findByRemoteId(scope, kind, id).map(RecordRow::localId);
    }

    /** Streams the rows of one kind in the order of their ids, a page at a time. */
    Stream<RecordRow> all(CompanyScope scope, RecordKind kind, @Nullable SyncState state) {
        return StreamSupport.stream(new Pages(scope, kind, state), false);
    }

    private final class Pages extends Spliterators.AbstractSpliterator<RecordRow> {
        private final CompanyScope scope;
        private final RecordKind kind;
        private final @Nullable SyncState state;
        private List<SyncRow> page = List.of();
        private int next;
        private @Nullable String after;
        private boolean last;

        Pages(CompanyScope scope, RecordKind kind, @Nullable SyncState state) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.scope = scope;
            this.kind = kind;
            this.state = state;
        }

        @Override
        public boolean tryAdvance(Consumer<? super RecordRow> action) {
            if (next == page.size() && !last) {
                page = store.list(
                        scope.tenant(),
                        scope.realm().value(),
                        CompanyScope.word(kind),
                        state == null ? null : state.name(),
                        after,
                        PAGE);
                last = page.size() < PAGE;
                next = 0;
            }
            if (next == page.size()) {
                return false;
            }
            SyncRow row = page.get(next++);
            after = row.key().id();
            action.accept(RecordRow.open(row));
            return true;
        }
    }
}
