package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.qbo.sync.DifferencePlan;
import dev.tieout.qbo.sync.Overview;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.sync.ProblemPage;
import dev.tieout.qbo.sync.RecordPage;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.row.Offer;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records as lists: what is stuck and why, counts, pages. No call goes out. Thread-safe. */
public final class Lists {
    private static final int EXAMPLES = 10;

    private final Parts parts;

    public Lists(Parts parts) {
        this.parts = parts;
    }

    public Map<LocalId, SyncStatus> statuses(CompanyScope scope, RecordKind kind, Collection<LocalId> ids) {
        List<RowKey> keys = ids.stream().map(id -> scope.key(kind, id)).toList();
        Map<RowKey, SyncRow> rows = parts.rows().findAll(keys);
        Map<LocalId, SyncStatus> statuses = new LinkedHashMap<>();
        for (LocalId id : ids) {
            @Nullable SyncRow row = rows.get(scope.key(kind, id));
            statuses.put(
                    id,
                    scope.beside(
                            row == null || !RecordRow.readable(row)
                                    ? RecordRow.fresh(scope.key(kind, id)).status()
                                    : RecordRow.status(row)));
        }
        return statuses;
    }

    public Overview overview(CompanyScope scope) {
        Map<RecordKind, Map<SyncState, Long>> counts = new TreeMap<>();
        for (Kind<?, ?> kind : parts.kinds().all()) {
            Map<SyncState, Long> byState = new EnumMap<>(SyncState.class);
            parts.store()
                    .countByState(
                            scope.tenant(), scope.realm().value(), kind.name().word())
                    .forEach((state, n) -> byState.merge(state(state), n, Long::sum));
            counts.put(kind.name(), byState);
        }
        return new Overview(counts, parts.store().nextDue(scope.tenant()).orElse(null));
    }

    private static SyncState state(String column) {
        return column.equals(RecordRow.HELD) ? SyncState.WAITING : SyncState.valueOf(column);
    }

    /** @param after the last record of the page before, or {@code null} */
    public RecordPage records(
            CompanyScope scope, RecordKind kind, SyncState state, @Nullable LocalId after, int limit) {
        List<SyncStatus> found = new ArrayList<>();
        @Nullable String last = after == null ? null : after.value();
        while (found.size() < limit) {
            List<SyncRow> page =
                    parts.store().list(scope.tenant(), scope.realm().value(), kind.word(), null, last, limit);
            for (SyncRow row : page) {
                last = row.key().id();
                if (RecordRow.readable(row) && state(row.state()) == state) {
                    found.add(scope.beside(RecordRow.status(row)));
                }
                if (found.size() == limit) {
                    return new RecordPage(found, Optional.of(LocalId.of(last)));
                }
            }
            if (page.size() < limit) {
                break;
            }
        }
        return new RecordPage(found, Optional.empty());
    }

    /** What was told and is not settled; what will be settled by itself is none of it. */
    public DifferencePlan differences(CompanyScope scope, RecordKind kind) {
        List<SyncStatus> told = rows(scope, kind)
                .map(row -> scope.beside(RecordRow.status(row)))
                .filter(status -> status.state() == SyncState.CONFLICT
                        && !status.differences().isEmpty())
                .toList();
        @Nullable
        Side becomes = switch (scope.settings().of(kind).conflicts()) {
            case APP_WINS -> Side.APP;
            case QUICKBOOKS_WINS -> Side.QUICKBOOKS;
            case ASK -> null;
        };
        return new DifferencePlan(kind, becomes, told);
    }

    private record Reason(
            ProblemCause cause,
            @Nullable String code,
            @Nullable String field,
            @Nullable String blame) {}

    /** The groups of what is stuck, the largest first. */
    public List<ProblemGroup> problems(CompanyScope scope) {
        Map<Reason, List<SyncStatus>> groups = new LinkedHashMap<>();
        for (Kind<?, ?> kind : parts.kinds().all()) {
            rows(scope, kind.name())
                    .map(RecordRow::status)
                    .map(scope::beside)
                    .filter(status -> status.problem() != null && status.waitsFor() == null)
                    .forEach(status -> groups.computeIfAbsent(reason(status), r -> new ArrayList<>())
                            .add(status));
        }
        offers(scope).forEach(row -> {
            SyncStatus status =
                    scope.beside(Offer.read(row).status(scope.realm().value(), row.dueAt()));
            groups.computeIfAbsent(reason(status), r -> new ArrayList<>()).add(status);
        });
        return groups.values().stream()
                .map(Lists::group)
                .sorted(Comparator.comparingInt(ProblemGroup::count).reversed())
                .toList();
    }

    /**
     * The records of one group, kind by kind, and last what the app did not take.
     *
     * @param after the last record of the page before, or {@code null}
     */
    public ProblemPage records(CompanyScope scope, ProblemGroup group, @Nullable RecordRef after, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        Reason reason = reason(group.cause(), group.faultCode(), group.field(), group.blame());
        // One more than fits tells whether there is a next page.
        List<SyncStatus> found = Stream.concat(records(scope), notTaken(scope))
                .filter(status -> isOf(status, reason))
                .dropWhile(status -> after != null && !ref(status).equals(after))
                .skip(after == null ? 0 : 1)
                .limit(limit + 1L)
                .toList();
        return found.size() <= limit
                ? new ProblemPage(found, Optional.empty())
                : new ProblemPage(found.subList(0, limit), Optional.of(ref(found.get(limit - 1))));
    }

    private static RecordRef ref(SyncStatus status) {
        return new RecordRef(status.kind(), status.localId());
    }

    private static boolean isOf(SyncStatus status, Reason reason) {
        return status.problem() != null
                && status.waitsFor() == null
                && reason(status).equals(reason);
    }

    private Stream<SyncStatus> records(CompanyScope scope) {
        return parts.kinds().all().stream()
                .flatMap(kind -> rows(scope, kind.name()))
                .map(row -> scope.beside(RecordRow.status(row)));
    }

    private Stream<SyncStatus> notTaken(CompanyScope scope) {
        return offers(scope).stream()
                .map(row -> scope.beside(Offer.read(row).status(scope.realm().value(), row.dueAt())));
    }

    private static Reason reason(SyncStatus status) {
        SyncProblem problem = Objects.requireNonNull(status.problem());
        return reason(problem.cause(), problem.faultCode(), problem.field(), problem.blame());
    }

    private static Reason reason(
            ProblemCause cause, @Nullable String code, @Nullable String field, @Nullable Blame blame) {
        boolean name = cause == ProblemCause.INVALID_DATA || code != null;
        return new Reason(cause, code, name ? field : null, blame == null ? null : blame.toString());
    }

    private static ProblemGroup group(List<SyncStatus> all) {
        SyncProblem first = Objects.requireNonNull(all.get(0).problem());
        return new ProblemGroup(
                first.cause(),
                first.faultCode(),
                first.field(),
                first.blame(),
                first.message(),
                first.remedy(),
                all.size(),
                all.subList(0, Math.min(EXAMPLES, all.size())));
    }

    /** Makes everything due again that is stuck, or stuck for one cause; nothing that may have arrived is sent again. */
    public int retryAll(CompanyScope scope, @Nullable ProblemCause cause) {
        return retry(
                scope,
                status -> cause == null
                        || (status.problem() != null && status.problem().cause() == cause));
    }

    /** Makes everything due again that belongs to a group, as it stands now. */
    public int retryGroup(CompanyScope scope, ProblemGroup group) {
        Reason reason = reason(group.cause(), group.faultCode(), group.field(), group.blame());
        return retry(scope, status -> isOf(status, reason));
    }

    private int retry(CompanyScope scope, Predicate<SyncStatus> which) {
        scope.lookAgain();
        parts.companies().forget(scope.realm());
        Instant now = parts.clock().instant();
        int woken = 0;
        for (Kind<?, ?> kind : parts.kinds().all()) {
            List<SyncRow> stuck = rows(scope, kind.name())
                    .filter(row -> {
                        SyncStatus status = scope.beside(RecordRow.status(row));
                        return isStuck(status) && which.test(status);
                    })
                    .toList();
            for (SyncRow row : stuck) {
                RecordRow anew = Handle.anew(parts.rows().open(row), now).due(now);
                woken += parts.rows().save(anew) == SaveResult.SAVED ? 1 : 0;
            }
        }
        for (SyncRow row : offers(scope)) {
            if (which.test(Offer.read(row).status(scope.realm().value(), row.dueAt()))) {
                Offer.wake(parts.store(), row.key(), now);
                woken++;
            }
        }
        return woken;
    }

    /** What the app did not take from QuickBooks. */
    private List<SyncRow> offers(CompanyScope scope) {
        return Offer.open(parts.store(), scope.realm().value(), scope.tenant());
    }

    private static boolean isStuck(SyncStatus status) {
        return switch (status.state()) {
            case WAITING, NEEDS_ATTENTION, CONFLICT, UNCERTAIN -> true;
            case NOT_SYNCED, SYNCED, GONE -> false;
        };
    }

    private Stream<SyncRow> rows(CompanyScope scope, RecordKind kind) {
        return parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind, null)
                .filter(RecordRow::readable);
    }
}
