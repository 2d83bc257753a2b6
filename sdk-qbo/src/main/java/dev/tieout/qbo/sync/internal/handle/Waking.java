package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.RecordKind;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
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
import java.util.Collection;
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
     * Records got a link, or are well again: what waited for them may go. One pass, however many there are.
     *
     * @return how many rows were looked through
     */
    public int parents(CompanyScope scope, Collection<RecordRef> arrived) {
        if (arrived.isEmpty()) {
            return 0;
        }
        int looked = 0;
        Set<RecordRef> those = Set.copyOf(arrived);
        Set<Kind<?, ?>> children = new LinkedHashSet<>();
        those.forEach(ref -> children.addAll(parts.kinds().children(ref.kind())));
        for (Kind<?, ?> kind : children) {
            looked += release(scope, kind.name(), those);
            wake(scope, kind.name(), SyncState.NEEDS_ATTENTION.name(), status -> isAbout(status, those));
        }
        return looked;
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
                                row.view().agreedAt()),
                        now))
                .toList();
        // STALE: another node stored a row meanwhile, which is on its way then.
        parts.rows().saveAll(ready);
        return looked.get();
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

    /** A record is linked with another one than before: what names it follows. */
    public void children(CompanyScope scope, RecordRef parent) {
        for (Kind<?, ?> kind : parts.kinds().children(parent.kind())) {
            String id = "\"" + parent.id().value() + "\"";
            List<SyncRow> naming = parts.rows()
                    .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                    .filter(RecordRow::readable)
                    .filter(row -> {
                        @Nullable String wanted = RecordRow.wanted(row);
                        return wanted != null && wanted.contains(id);
                    })
                    .toList();
            due(naming);
        }
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
