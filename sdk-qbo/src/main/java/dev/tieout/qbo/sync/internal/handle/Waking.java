package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.RecordKind;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Ripples;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Trouble;
import dev.tieout.qbo.sync.internal.row.View;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes records due whose facts have changed elsewhere. A wake-up that is lost costs time, never a record: whatever waits
 * has a due time of its own. Thread-safe.
 */
public final class Waking {
    private static final Set<ProblemCause> OF_THE_CONNECTION =
            EnumSet.of(ProblemCause.CONNECTION, ProblemCause.SUBSCRIPTION, ProblemCause.PERMISSION);

    private final Parts parts;

    public Waking(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a piece of work means for others: decided anew in one pass, however many they are.
     *
     * @return how many waiting rows were looked through
     */
    public int dependents(CompanyScope scope, Ripples ripples) {
        int looked = 0;
        Set<RecordRef> arrived = Set.copyOf(ripples.arrived());
        for (Kind<?, ?> kind : children(arrived)) {
            looked += release(scope, kind.name(), arrived);
            wake(scope, kind.name(), SyncState.NEEDS_ATTENTION.name(), status -> isAbout(status, arrived));
        }
        for (Kind<?, ?> kind : children(ripples.left())) {
            naming(scope, kind, ripples.left());
        }
        for (RecordKind kind : ripples.unlinked()) {
            wake(scope, kind, SyncState.NEEDS_ATTENTION.name(), Waking::isAskedAbout);
        }
        return looked;
    }

    private Set<Kind<?, ?>> children(Set<RecordRef> parents) {
        Set<Kind<?, ?>> children = new LinkedHashSet<>();
        parents.forEach(ref -> children.addAll(parts.kinds().children(ref.kind())));
        return children;
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void naming(
            CompanyScope scope, Kind<L, E> kind, Set<RecordRef> parents) {
        due(parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                .filter(row -> RecordRow.readable(row) && names(kind, row, parents))
                .toList());
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean names(
            Kind<L, E> kind, SyncRow row, Set<RecordRef> parents) {
        try {
            @Nullable String wanted = RecordRow.wanted(row);
            return wanted != null && kind.parents(kind.decode(wanted)).stream().anyMatch(parents::contains);
        } catch (RuntimeException e) {
            // A row that cannot be read stops nothing but itself: its own turn says what is the matter.
            return true;
        }
    }

    private int release(CompanyScope scope, RecordKind kind, Set<RecordRef> arrived) {
        Instant now = parts.clock().instant();
        AtomicInteger looked = new AtomicInteger();
        List<RecordRow> ready = parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind, RecordRow.HELD)
                .peek(row -> looked.incrementAndGet())
                .filter(RecordRow::readable)
                .filter(row -> isOf(arrived, RecordRow.status(row).waitsFor()))
                .map(row -> parts.rows().open(row))
                .map(row -> row.with(
                        new View(
                                SyncState.WAITING,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                row.view().agreedAt(),
                                row.view().standing()),
                        now))
                .toList();
        // STALE: another node stored a row meanwhile, which is on its way then.
        parts.rows().saveAll(ready);
        return looked.get();
    }

    private static boolean isAskedAbout(SyncStatus status) {
        return status.problem() != null && status.problem().cause() == ProblemCause.PERHAPS_SAME;
    }

    private static boolean isAbout(SyncStatus status, Set<RecordRef> those) {
        return status.problem() != null
                && (status.problem().cause() == ProblemCause.BAD_REFERENCE
                        || (status.problem().blame() != null
                                && isOf(those, status.problem().blame().record())));
    }

    /** A problem may blame what is no record of the app, and what waits for its turn waits for none. */
    private static boolean isOf(Set<RecordRef> those, @Nullable RecordRef ref) {
        return ref != null && those.contains(ref);
    }

    /** The connection works again: what could not be sent goes on, and what was said of the connection is forgotten. */
    public void connectionBack(CompanyScope scope) {
        Instant now = parts.clock().instant();
        for (Kind<?, ?> kind : parts.kinds().all()) {
            List<RecordRow> ready = parts.rows()
                    .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                    .filter(RecordRow::readable)
                    .filter(row -> isHeldUp(RecordRow.status(row)))
                    .map(row -> anew(parts.rows().open(row), now))
                    .toList();
            // STALE: another node stored a row meanwhile, which is on its way then.
            parts.rows().saveAll(ready);
        }
    }

    private static boolean isHeldUp(SyncStatus status) {
        boolean ofConnection = status.problem() != null
                && OF_THE_CONNECTION.contains(status.problem().cause());
        return (status.state() == SyncState.WAITING && status.waitsFor() == null)
                || (status.state() == SyncState.NEEDS_ATTENTION && ofConnection);
    }

    private static RecordRow anew(RecordRow row, Instant now) {
        @Nullable Trouble trouble = row.facts().trouble();
        RecordRow next = row;
        if (trouble != null) {
            next = next.with(next.facts().with(new Trouble(trouble.problem(), trouble.failures(), now)));
        }
        @Nullable Refusal refusal = row.facts().refusal();
        if (refusal != null && OF_THE_CONNECTION.contains(refusal.problem().cause())) {
            next = next.with(next.facts().withoutRefusal());
        }
        return next.due(now);
    }

    /** The firm's settings changed: all that is not plainly in step is decided anew. */
    public void settings(CompanyScope scope) {
        for (Kind<?, ?> kind : parts.kinds().all()) {
            wake(
                    scope,
                    kind.name(),
                    null,
                    status -> status.state() != SyncState.GONE
                            && (status.state() != SyncState.SYNCED
                                    || !status.accepted().isEmpty()));
        }
    }

    private void wake(CompanyScope scope, RecordKind kind, @Nullable String state, Predicate<SyncStatus> which) {
        due(parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind, state)
                .filter(RecordRow::readable)
                .filter(row -> which.test(RecordRow.status(row)))
                .toList());
    }

    /** Makes rows due now; one that another node stores meanwhile is on its way already. */
    int due(List<SyncRow> rows) {
        Instant now = parts.clock().instant();
        List<SyncRow> ready = new ArrayList<>();
        for (SyncRow row : rows) {
            if (row.dueAt() == null || row.dueAt().isAfter(now)) {
                ready.add(new SyncRow(row.key(), row.remoteId(), row.state(), now, row.document(), row.version()));
            }
        }
        int woken = 0;
        for (int from = 0; from < ready.size(); from += 500) {
            for (SaveResult result : parts.store().saveAll(ready.subList(from, Math.min(from + 500, ready.size())))) {
                woken += result == SaveResult.SAVED ? 1 : 0;
            }
        }
        return woken;
    }
}
