package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.util.Optional;
import java.util.function.Supplier;

/** What a host can do with a single record, whatever its kind. Thread-safe. */
public final class RecordSync<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private final EngineParts parts;
    private final Outbound outbound;
    private final Supplier<CompanyScope> scopes;
    private final Slice<L, E> slice;

    public RecordSync(EngineParts parts, Outbound outbound, Supplier<CompanyScope> scopes, Slice<L, E> slice) {
        this.parts = parts;
        this.outbound = outbound;
        this.scopes = scopes;
        this.slice = slice;
    }

    public CompanyScope scope() {
        return scopes.get();
    }

    public SyncStatus sync(L local) {
        return outbound.sync(scopes.get(), slice, local, false);
    }

    public SyncStatus stage(L local) {
        return outbound.stage(scopes.get(), slice, local, false);
    }

    public SyncStatus status(LocalId id) {
        return parts.rows().get(scopes.get().key(slice.kind(), id)).status();
    }

    public static SyncStatus status(EngineParts parts, CompanyScope scope, RecordKind kind, LocalId id) {
        return parts.rows().get(scope.key(kind, id)).status();
    }

    /** Links with the entity as it is now; a later push writes what the app has otherwise. */
    public MatchOutcome match(L local, RemoteId remote) {
        CompanyScope scope = scopes.get();
        Optional<E> entity = scope.api().find(slice.type(), remote).filter(e -> !isInactive(slice.project(e)));
        if (entity.isEmpty()) {
            return new MatchOutcome.NotThere();
        }
        Optional<LocalId> holder = link(scope, local, entity.get());
        return holder.<MatchOutcome>map(MatchOutcome.Taken::new)
                .orElseGet(() -> new MatchOutcome.Matched(outbound.push(scope, slice.kind(), slice.id(local))));
    }

    /**
     * Stores the link between a record and an entity that was just read; sends nothing.
     *
     * @return the record that holds the entity already, or empty if the link is made
     */
    public Optional<LocalId> link(CompanyScope scope, L local, E entity) {
        RowKey key = scope.key(slice.kind(), slice.id(local));
        RemoteId remote = Settling.remoteId(entity);
        for (; ; ) {
            RecordRow row = parts.rows().get(key);
            RecordDocument doc = row.doc()
                    .unlinked()
                    .wishing(slice.encode(local), false)
                    .seeing(entity.syncToken().orElse("0"), slice.project(entity));
            RecordRow linked = row.with(doc)
                    .linkedTo(remote)
                    .in(SyncState.WAITING, parts.clock().instant());
            SaveResult result = parts.rows().save(linked);
            if (result == SaveResult.SAVED) {
                new Waking(parts).parentArrived(scope, slice.kind(), slice.id(local));
                return Optional.empty();
            }
            if (result == SaveResult.TAKEN) {
                return parts.rows().localId(scope, slice.kind(), remote);
            }
        }
    }

    /** Sends what is due of a record now. */
    public SyncStatus push(CompanyScope scope, LocalId id) {
        return outbound.push(scope, slice.kind(), id);
    }

    /** Makes an entity a record of the app, whatever the settings say about new ones: a person decided it. */
    public LocalId adopt(CompanyScope scope, E entity, KindSettings travel, LocalRecords<L> records) {
        return new Arrivals<>(parts, scope, slice, travel, records).create(entity);
    }

    /** Creates a record, or tells who has its name. */
    CreateOutcome create(CompanyScope scope, L local, Supplier<CreateOutcome.NameTaken> nameTaken) {
        SyncStatus status = outbound.sync(scope, slice, local, false);
        if (status.state() == SyncState.SYNCED) {
            return new CreateOutcome.Created(status);
        }
        boolean taken = status.problem() != null && status.problem().cause() == ProblemCause.NAME_TAKEN;
        return taken ? nameTaken.get() : new CreateOutcome.NotCreated(status);
    }

    public SyncStatus unmatch(LocalId id) {
        return change(id, row -> row.with(row.doc().unlinked()).linkedTo(null).in(SyncState.NOT_SYNCED, null));
    }

    public SyncStatus voidRecord(LocalId id) {
        CompanyScope scope = scopes.get();
        if (parts.rows().get(scope.key(slice.kind(), id)).version() == 0) {
            return status(id);
        }
        change(
                id,
                row -> row.state() == SyncState.GONE
                        ? row
                        : row.with(row.doc().wishing(row.doc().wish(), true))
                                .in(SyncState.WAITING, parts.clock().instant()));
        return outbound.push(scope, slice.kind(), id);
    }

    public SyncStatus retry(LocalId id) {
        CompanyScope scope = scopes.get();
        if (parts.rows().get(scope.key(slice.kind(), id)).version() == 0) {
            return status(id);
        }
        change(id, row -> {
            boolean anew = row.state() == SyncState.UNCERTAIN;
            RecordRow next = anew ? row.with(row.doc().withoutIntent()) : row;
            return row.state() == SyncState.GONE || row.state() == SyncState.SYNCED
                    ? row
                    : next.in(SyncState.WAITING, parts.clock().instant());
        });
        return outbound.push(scope, slice.kind(), id);
    }

    private SyncStatus change(LocalId id, java.util.function.UnaryOperator<RecordRow> how) {
        RowKey key = scopes.get().key(slice.kind(), id);
        for (; ; ) {
            RecordRow row = parts.rows().get(key);
            RecordRow changed = how.apply(row);
            if (changed.equals(row) || parts.rows().save(changed) == SaveResult.SAVED) {
                return changed.status();
            }
        }
    }

    public static boolean isInactive(Projection projection) {
        return "false".equals(projection.get("Active"));
    }
}
