package dev.tieout.qbo.sync.internal;

import dev.tieout.RecordKind;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.spi.SyncStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** What the engine works with. Immutable; the parts are thread-safe. */
public final class EngineParts {
    private final SyncStore store;
    private final RecordRows rows;
    private final InstantSource clock;
    private final Map<RecordKind, Slice<?, ?>> slices = new TreeMap<>();

    public EngineParts(SyncStore store, InstantSource clock, Iterable<Slice<?, ?>> slices) {
        this.store = store;
        this.rows = new RecordRows(store);
        this.clock = clock;
        slices.forEach(slice -> this.slices.put(slice.kind(), slice));
    }

    public SyncStore store() {
        return store;
    }

    public RecordRows rows() {
        return rows;
    }

    public InstantSource clock() {
        return clock;
    }

    Iterable<Slice<?, ?>> slices() {
        return slices.values();
    }

    Slice<?, ? extends QboEntity> slice(RecordKind kind) {
        Slice<?, ?> slice = slices.get(kind);
        if (slice == null) {
            throw new IllegalStateException("no slice for " + kind);
        }
        return slice;
    }
}
