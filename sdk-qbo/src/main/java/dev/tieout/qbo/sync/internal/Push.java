package dev.tieout.qbo.sync.internal;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.NotFoundException;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.spi.RowKey;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run over one record: decide, make the intent durable, send, settle.
 *
 * <p>The row is the outbox. Whatever happens between two of its saves, the next run finds either no intent (nothing was
 * sent) or an intent whose request id and body are frozen, and replays it: QuickBooks answers a request id that it has
 * seen with the first answer, so one intent makes one record.
 */
final class Push<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    /** How long QuickBooks is trusted to remember a request id; its own figure is unknown (protocol.md §12). */
    private static final Duration MEMORY_OF_REQUEST_IDS = Duration.ofHours(24);

    private static final int TRIES_WHEN_STALE = 3;

    private final EngineParts parts;
    private final CompanyScope scope;
    private final Slice<L, E> slice;
    private final Settling<L, E> settling;

    Push(EngineParts parts, CompanyScope scope, Slice<L, E> slice) {
        this.parts = parts;
        this.scope = scope;
        this.slice = slice;
        this.settling = new Settling<>(parts, scope, slice);
    }

    RecordRow run(RowKey key) {
        RecordRow row = parts.rows().get(key);
        if (row.doc().wish() == null || row.state() == SyncState.GONE || row.state() == SyncState.UNCERTAIN) {
            return row;
        }
        try {
            L local = slice.decode(row.doc().wish());
            return attempt(row, local);
        } catch (Slice.Blocked e) {
            return settling.blocked(
                    parts.rows().get(key), e.problem(parts.clock().instant()));
        } catch (InvalidFieldException e) {
            return settling.blocked(
                    parts.rows().get(key), Problems.of(e, parts.clock().instant()));
        } catch (QboException e) {
            return settling.failed(parts.rows().get(key), e);
        } catch (Overtaken e) {
            return parts.rows().get(key);
        }
    }

    private RecordRow attempt(RecordRow start, L local) {
        RecordRow row = start;
        if (row.doc().intent() != null) {
            row = resolve(row, local, row.doc().intent());
            // A stale token only means that the record must be read again, which an update does.
            boolean settled = row.state() == SyncState.WAITING || row.state() == SyncState.SYNCED || isStale(row);
            if (row.doc().intent() != null || !settled) {
                return row;
            }
        }
        return row.remoteId() == null ? create(row, local) : update(row, local, row.remoteId());
    }

    private RecordRow create(RecordRow row, L local) {
        if (row.doc().voidWished() || !slice.sends(scope.settings(), true)) {
            return settling.notSent(row);
        }
        Optional<Slice.Parent> missing = slice.parents(local).stream()
                .filter(p -> parts.rows().remoteId(scope, p.kind(), p.id()).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            RecordRow waiting = settling.waiting(row, missing.get());
            // The parent may have arrived since: who woke its children then could not know of this one.
            boolean arrived = parts.rows()
                    .remoteId(scope, missing.get().kind(), missing.get().id())
                    .isPresent();
            return arrived ? create(settling.notWaiting(waiting), local) : waiting;
        }
        E wanted = slice.entity(local, links());
        return send(row, local, Intent.Operation.CREATE, slice.create(wanted), slice.project(wanted));
    }

    private RecordRow update(RecordRow start, L local, RemoteId remoteId) {
        RecordRow row = start;
        E wanted = slice.entity(local, links());
        Projection app = slice.project(wanted);
        for (int tries = 1; ; tries++) {
            if (!row.doc().voidWished() && app.equals(row.doc().agreed())) {
                return settling.unchanged(row);
            }
            if (!slice.sends(scope.settings(), false)) {
                return settling.notSent(row);
            }
            E current;
            try {
                current = scope.api().read(slice.type(), remoteId);
            } catch (NotFoundException e) {
                return settling.gone(row);
            }
            RecordRow next = row.doc().voidWished()
                    ? voidRecord(row, local, current, app)
                    : change(row, local, current, wanted, app);
            if (!isStale(next) || tries == TRIES_WHEN_STALE) {
                return next;
            }
            row = next;
        }
    }

    private RecordRow change(RecordRow row, L local, E current, E wanted, Projection app) {
        if (slice.isVoid(current)) {
            return settling.gone(row);
        }
        Projection remote = slice.project(current);
        Merge merge = Merge.of(
                app,
                row.doc().agreed(),
                row.doc().seen(),
                remote,
                scope.settings().of(slice.kind()).conflicts());
        if (merge.blockedBy(scope.settings().of(slice.kind()).conflicts())) {
            return settling.conflict(row, merge.conflicts());
        }
        if (merge.toWrite().isEmpty()) {
            return settling.agreed(row, current, app);
        }
        Write<E> write = slice.update(current, wanted, merge.toWrite());
        return send(row, local, Intent.Operation.UPDATE, write, app);
    }

    private RecordRow voidRecord(RecordRow row, L local, E current, Projection app) {
        Optional<Write<E>> write = slice.isVoid(current) ? Optional.empty() : slice.voiding(current);
        if (write.isEmpty()) {
            return settling.gone(row);
        }
        return send(row, local, Intent.Operation.VOID, write.get(), app);
    }

    /** Establishes what became of a write whose answer never came. */
    private RecordRow resolve(RecordRow row, L local, Intent intent) {
        Instant trusted = intent.decidedAt().plus(MEMORY_OF_REQUEST_IDS);
        if (parts.clock().instant().isBefore(trusted)) {
            return submit(row, local, intent, true);
        }
        if (intent.operation() != Intent.Operation.CREATE) {
            // An update carries the SyncToken it was made for: if it arrived, reading again shows it.
            return settling.save(row.with(row.doc().withoutIntent()));
        }
        List<E> found = probe(local, intent);
        return isThis(row, found)
                ? settling.arrived(row, found.get(0), intent, "found", local)
                : settling.uncertain(row, found.size());
    }

    /** What was found is this record's if it is the only one, and no other record whose answer is out may have made it. */
    private boolean isThis(RecordRow row, List<E> found) {
        if (found.size() != 1) {
            return false;
        }
        Projection there = slice.project(found.get(0));
        return Stream.of(SyncState.WAITING, SyncState.UNCERTAIN)
                .flatMap(state -> parts.rows().all(scope, slice.kind(), state))
                .filter(other -> !other.key().equals(row.key()))
                .noneMatch(other ->
                        other.doc().intent() != null && other.doc().intent().mayHaveMade(there));
    }

    /** Searches for the record that a create of unknown outcome may have made; what is linked already is not it. */
    private List<E> probe(L local, Intent intent) {
        Instant notBefore = intent.decidedAt().minus(Duration.ofMinutes(10));
        return slice.probe(scope, slice.entity(local, links()), notBefore).stream()
                .filter(e -> parts.rows()
                        .findByRemoteId(scope, slice.kind(), Settling.remoteId(e))
                        .isEmpty())
                .toList();
    }

    /** The intent is durable before the call leaves; nothing of the store is held while it is under way. */
    private RecordRow send(RecordRow row, L local, Intent.Operation operation, Write<E> write, Projection wanted) {
        Intent intent = new Intent(
                operation,
                RequestIds.of(row.key(), operation.word(), row.doc().generation() + 1),
                write.body(),
                wanted,
                parts.clock().instant());
        Instant rescue = intent.decidedAt().plus(Backoff.after(1));
        return submit(
                settling.save(row.with(row.doc().intending(intent)).in(SyncState.WAITING, rescue)),
                local,
                intent,
                false);
    }

    private RecordRow submit(RecordRow row, L local, Intent intent, boolean again) {
        Write<E> write = Write.restore(slice.type(), intent.operation().write(), intent.body());
        E answer;
        try {
            answer = scope.api().submit(write, WriteOptions.requestId(intent.requestId()));
        } catch (QboException e) {
            return again && certainlyRefused(e.kind()) && intent.operation() == Intent.Operation.CREATE
                    ? refusedAgain(row, local, intent, e)
                    : settling.refused(row, intent, e, certainlyRefused(e.kind()));
        }
        return settling.arrived(row, answer, intent, "ok", local);
    }

    /**
     * A create was refused whose first try may have arrived. That a gate let nobody in says nothing about the first try;
     * and a refusal by the books may be about the very record that the first try made. So the record is searched for, and
     * the request id is only dropped when it is certainly not there.
     */
    private RecordRow refusedAgain(RecordRow row, L local, Intent intent, QboException refusal) {
        boolean gate = switch (refusal.kind()) {
            case REAUTHORIZE, CONFIGURATION, PERMISSION, SUBSCRIPTION -> true;
            default -> false;
        };
        if (gate) {
            return settling.refused(row, intent, refusal, false);
        }
        List<E> found = probe(local, intent);
        return isThis(row, found)
                ? settling.arrived(row, found.get(0), intent, "found", local)
                : settling.refused(row, intent, refusal, found.isEmpty());
    }

    private static boolean isStale(RecordRow row) {
        return row.doc().problem() != null
                && row.doc().problem().cause() == ProblemCause.STALE
                && Objects.requireNonNull(row.doc().problem()).faultCode() != null;
    }

    private Slice.Links links() {
        return new RowLinks(scope, parts.rows());
    }

    /** Tells whether a write that failed so certainly did not happen, now or later: only then is its request id free. */
    private static boolean certainlyRefused(FaultKind kind) {
        return !Problems.triesAgain(kind);
    }
}
