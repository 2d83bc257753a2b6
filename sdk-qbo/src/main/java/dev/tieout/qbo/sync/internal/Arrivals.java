package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.SaveResult;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncSettings.Travel;
import dev.tieout.sync.SyncState;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets changes of one kind of record in from QuickBooks. Own writes that come back are known by their content: what
 * QuickBooks holds is what the app wants, or what was seen before.
 */
final class Arrivals<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    /** A record as the app has it, or as it was last staged if the app does not have it: then without a version. */
    private record Current<L>(L record, @Nullable String version) {}

    /** A user of the app saved the record between the look and the update. */
    private static final class SavedMeanwhile extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final EngineParts parts;
    private final CompanyScope scope;
    private final Slice<L, E> slice;
    private final Travel travel;
    private final @Nullable LocalRecords<L> records;
    private final Merges<L, E> merges;
    private boolean postponed;

    Arrivals(
            EngineParts parts,
            CompanyScope scope,
            Slice<L, E> slice,
            Travel travel,
            @Nullable LocalRecords<L> records) {
        this.parts = parts;
        this.scope = scope;
        this.slice = slice;
        this.travel = travel;
        this.records = records;
        merges = new Merges<>(parts, scope, slice, this::takeIn);
    }

    /** Looks for what a record was merged into, before it is taken for deleted. */
    Arrivals<L, E> lookingForSurvivors(Function<RemoteId, Optional<E>> search) {
        merges.lookingForSurvivors(search);
        return this;
    }

    /** Two records were merged in QuickBooks. */
    void merged(RemoteId gone, E survivor) {
        merges.merged(gone, survivor);
    }

    /** Takes in an entity as QuickBooks holds it now. */
    void changed(E entity) {
        RemoteId remoteId = Settling.remoteId(entity);
        for (; ; ) {
            Optional<RecordRow> row = parts.rows().findByRemoteId(scope, slice.kind(), remoteId);
            if (row.isEmpty()) {
                adopt(entity);
                return;
            }
            if (RecordSync.isInactive(slice.project(entity)) && merges.explain(row.get(), remoteId)) {
                return;
            }
            RecordRow next = row.get().state() == SyncState.GONE ? row.get() : takeIn(row.get(), entity);
            if (next.equals(row.get()) || parts.rows().save(next) == SaveResult.SAVED) {
                return;
            }
        }
    }

    /** Takes in that QuickBooks no longer has an entity. */
    void deleted(RemoteId remoteId) {
        for (; ; ) {
            Optional<RecordRow> row = parts.rows().findByRemoteId(scope, slice.kind(), remoteId);
            if (row.isEmpty() || row.get().state() == SyncState.GONE || merges.explain(row.get(), remoteId)) {
                return;
            }
            if (records != null && travel.editInApp()) {
                deactivate(records, row.get().localId());
            }
            if (parts.rows().save(gone(row.get())) == SaveResult.SAVED) {
                return;
            }
        }
    }

    private RecordRow takeIn(RecordRow row, E entity) {
        Projection remote = slice.project(entity);
        String token = entity.syncToken().orElse("0");
        if (slice.isVoid(entity)) {
            return gone(row);
        }
        Projection seen = row.doc().seen() == null ? remote : row.doc().seen();
        Current<L> current = current(row);
        L local = current.record();
        Projection app =
                appSide(local, row.doc().agreed() == null ? seen : row.doc().agreed());
        Set<String> news = seen.newsFor(app, remote);
        if (news.isEmpty()) {
            return token.equals(row.doc().syncToken()) && remote.equals(seen)
                    ? row
                    : row.with(row.doc().seeing(token, remote));
        }
        if (!slice.bothWays() || records == null) {
            return changedThere(row, remote, news, token);
        }
        try {
            return accept(row, current, app, remote, news, token, records);
        } catch (SavedMeanwhile e) {
            return takeIn(row, entity);
        }
    }

    private RecordRow accept(
            RecordRow row,
            Current<L> current,
            Projection app,
            Projection remote,
            Set<String> news,
            String token,
            LocalRecords<L> into)
            throws SavedMeanwhile {
        if (!travel.editInApp()) {
            return row;
        }
        @Nullable Projection agreed = row.doc().agreed();
        Set<String> both = new TreeSet<>(news);
        both.removeIf(member -> agreed == null || app.member(member).equals(agreed.member(member)));
        ConflictPolicy policy = scope.settings().conflicts();
        if (policy == ConflictPolicy.ASK && !both.isEmpty()) {
            return new Settling<>(parts, scope, slice).conflicting(row, both);
        }
        Set<String> accepted = new TreeSet<>(news);
        if (policy == ConflictPolicy.APP_WINS) {
            accepted.removeAll(both);
        }
        Projection merged = app;
        Projection nextAgreed = agreed == null ? app : agreed;
        for (String member : accepted) {
            merged = merged.withMember(member, remote);
            nextAgreed = nextAgreed.withMember(member, remote);
        }
        L changed = current.record();
        if (!accepted.isEmpty()) {
            changed = slice.accept(changed, merged);
            if (RecordSync.isInactive(merged)) {
                deactivate(into, row.localId());
            } else {
                update(into, changed, current.version());
            }
        }
        RecordRow taken = row.with(row.doc().takenIn(token, remote, nextAgreed, slice.encode(changed)));
        if (row.doc().intent() != null) {
            return taken;
        }
        boolean appStillAhead = !merged.equals(nextAgreed);
        return appStillAhead ? taken.in(SyncState.WAITING, parts.clock().instant()) : taken.in(SyncState.SYNCED, null);
    }

    /** The app is the master of this kind: it is told, and the next push or retry restores its values. */
    private RecordRow changedThere(RecordRow row, Projection remote, Set<String> news, String token) {
        @Nullable Projection agreed = row.doc().agreed();
        for (String member : news) {
            agreed = agreed == null ? null : agreed.withMember(member, remote);
        }
        return new Settling<>(parts, scope, slice)
                .stuck(
                        row.with(row.doc()
                                .takenIn(
                                        token,
                                        remote,
                                        agreed,
                                        Objects.requireNonNull(row.doc().wish()))),
                        SyncState.NEEDS_ATTENTION,
                        ProblemCause.CHANGED_IN_QUICKBOOKS,
                        "Someone changed the record in QuickBooks; the app has other values.",
                        "Make the same change in the app, or retry to put the app's values back.",
                        String.join(", ", news));
    }

    private void adopt(E entity) {
        if (records == null || !travel.createInApp() || !slice.wanted(entity)) {
            return;
        }
        if (isOwnCreate(entity, SyncState.WAITING)) {
            postponed = true;
        } else if (!isOwnCreate(entity, SyncState.UNCERTAIN)) {
            create(entity);
        }
    }

    /**
     * Tells whether something could not be let in yet: it looks like a record that the app is creating and whose answer is
     * still out.
     */
    boolean postponed() {
        return postponed;
    }

    private boolean isOwnCreate(E entity, SyncState state) {
        Projection remote = slice.project(entity);
        return parts.rows()
                .all(scope, slice.kind(), state)
                .anyMatch(
                        row -> row.doc().intent() != null && row.doc().intent().mayHaveMade(remote));
    }

    /** Makes a record of QuickBooks one of the app, once however often it is tried. */
    LocalId create(E entity) {
        LocalRecords<L> into = Objects.requireNonNull(records, "the host gave no records of this kind");
        RemoteId remoteId = Settling.remoteId(entity);
        String name = "qbo-" + scope.realm() + "-" + remoteId;
        L proposal = slice.adopt(LocalId.of(name), entity);
        if (!(notRefused(into.create(scope.tenant(), name, proposal)) instanceof LocalOutcome.Done made)) {
            throw new IllegalStateException("the app no longer has the record it made of a QuickBooks record");
        }
        LocalId id = made.id();
        L local = into.find(scope.tenant(), id).map(LocalRecord::record).orElse(proposal);
        RecordRow fresh = parts.rows().get(scope.key(slice.kind(), id));
        Projection app = appSide(local, slice.project(entity));
        RecordDocument doc = fresh.doc()
                .wishing(slice.encode(local), false)
                .settled(entity.syncToken().orElse("0"), slice.project(entity), app);
        // TAKEN or STALE: another node let the same record in; the app created it once, by the key.
        parts.rows().save(fresh.with(doc).linkedTo(remoteId).in(SyncState.SYNCED, null));
        return id;
    }

    /** What the app has, as QuickBooks would hold it; one record that it would refuse must not stop the whole feed. */
    private Projection appSide(L local, Projection otherwise) {
        try {
            return slice.project(slice.entity(local, new RowLinks(scope, parts.rows())));
        } catch (Slice.Blocked | InvalidFieldException e) {
            return otherwise;
        }
    }

    private Current<L> current(RecordRow row) {
        if (records != null) {
            Optional<LocalRecord<L>> record = records.find(scope.tenant(), row.localId());
            if (record.isPresent()) {
                return new Current<>(record.get().record(), record.get().version());
            }
        }
        return new Current<>(slice.decode(Objects.requireNonNull(row.doc().wish(), "a linked row has a wish")), null);
    }

    private void update(LocalRecords<L> into, L changed, @Nullable String basedOn) throws SavedMeanwhile {
        if (basedOn != null
                && notRefused(into.update(scope.tenant(), changed, basedOn)) instanceof LocalOutcome.Stale) {
            throw new SavedMeanwhile();
        }
    }

    private void deactivate(LocalRecords<L> into, LocalId id) {
        notRefused(into.deactivate(scope.tenant(), id));
    }

    private static LocalOutcome notRefused(LocalOutcome outcome) {
        if (outcome instanceof LocalOutcome.Refused) {
            throw new IllegalStateException("the app refused a change made in QuickBooks");
        }
        return outcome;
    }

    private static RecordRow gone(RecordRow row) {
        return row.with(row.doc().withoutIntent().failing(null, 0)).in(SyncState.GONE, null);
    }
}
