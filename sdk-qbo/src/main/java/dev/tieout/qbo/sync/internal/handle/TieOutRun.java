package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOut.Line;
import dev.tieout.qbo.sync.TieOutCertificate;
import dev.tieout.qbo.sync.TieOutRange;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.outbound.Turn;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.spi.SyncRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads both sides raw, decides about every record, carries nothing out, and counts. Of each kind QuickBooks' side is read a
 * page at a time and joined with the app's; then the app's side is looked through for what was not met. Held at once are a
 * page, a bit for each id, and what differs.
 */
public final class TieOutRun {
    private static final Logger LOG = LoggerFactory.getLogger(TieOutRun.class);
    private static final int PAGE = 200;

    private final Parts parts;
    private final CompanyScope scope;
    private final TieOutRange range;
    private final TieOutFindings findings;
    private final Set<RemoteId> customers = new HashSet<>();

    /** @param each is given every record, in no order */
    public TieOutRun(Parts parts, CompanyScope scope, TieOutRange range, Consumer<TieOut.Entry> each) {
        this.parts = parts;
        this.scope = scope;
        this.range = range;
        this.findings = new TieOutFindings(each);
    }

    public TieOut run() {
        List<Line> lines = new ArrayList<>();
        for (Kind<?, ?> kind : parts.kinds().all()) {
            lines.addAll(count(kind));
        }
        boolean agrees = findings.differences().isEmpty() && findings.twins().isEmpty();
        TieOutCertificate certificate =
                new TieOutCertificate(scope.realm(), parts.clock().instant(), range, agrees, findings.groups());
        return new TieOut(lines, findings.differences(), findings.twins(), certificate);
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<Line> count(Kind<L, E> kind) {
        TieOutCount<L, E> count = new TieOutCount<>(kind, customers, findings);
        Ids met = new Ids();
        List<E> page = new ArrayList<>();
        try (Stream<E> all = scope.api().query(query(kind))) {
            all.filter(entity -> met.add(Settle.remoteId(entity).value())).forEach(entity -> {
                page.add(entity);
                if (page.size() == PAGE) {
                    there(kind, count, page);
                    page.clear();
                }
            });
        }
        there(kind, count, page);
        List<SyncRow> rows = new ArrayList<>();
        parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                .filter(RecordRow::readable)
                .forEach(row -> {
                    if (row.remoteId() != null && met.has(row.remoteId())) {
                        count.twinsOf(parts.rows(), row);
                    } else {
                        rows.add(row);
                    }
                    if (rows.size() == PAGE) {
                        notMet(kind, count, rows);
                        rows.clear();
                    }
                });
        notMet(kind, count, rows);
        return count.lines();
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's entity
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Query<E> query(Kind<L, E> kind) {
        Query<E> query = Query.of(kind.type()).includeInactive();
        if (kind instanceof Amounts<?, ?>) {
            Amounts<L, E> amounts = (Amounts<L, E>) kind;
            query = range.from() == null ? query : query.atLeast(amounts.dated(), range.from());
            query = range.to() == null ? query : query.atMost(amounts.dated(), range.to());
        }
        return query;
    }

    /** A page of QuickBooks' side: what is linked is judged, what is not is counted. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void there(
            Kind<L, E> kind, TieOutCount<L, E> count, List<E> page) {
        List<RemoteId> ids = page.stream().map(Settle::remoteId).toList();
        Map<RemoteId, SyncRow> rows =
                parts.rows().findLinked(scope.tenant(), scope.realm().value(), kind.name(), ids);
        rows.values().removeIf(row -> !RecordRow.readable(row));
        judge(kind, count, List.copyOf(rows.values()), page);
        for (E entity : page) {
            if (!rows.containsKey(Settle.remoteId(entity))) {
                count.onlyThere(entity);
            }
        }
    }

    /**
     * Rows of the app whose other side was not met: not sent yet, gone, or of another day in QuickBooks, which is looked up
     * then.
     */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void notMet(
            Kind<L, E> kind, TieOutCount<L, E> count, List<SyncRow> rows) {
        List<SyncRow> in = rows;
        List<E> elsewhere = List.of();
        if (!range.isAll() && kind instanceof Amounts<?, ?>) {
            in = rows.stream()
                    .filter(row -> count.isIn(parts.rows(), row, range))
                    .toList();
            List<RemoteId> ids = in.stream()
                    .filter(row -> row.remoteId() != null)
                    .map(row -> RemoteId.of(String.valueOf(row.remoteId())))
                    .toList();
            elsewhere = Reading.byIds(scope.api(), kind.type(), kind.about().id(), ids);
        }
        judge(kind, count, in, elsewhere);
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void judge(
            Kind<L, E> kind, TieOutCount<L, E> count, List<SyncRow> rows, List<E> entities) {
        Map<RemoteId, E> there = new HashMap<>();
        entities.forEach(entity -> there.put(Settle.remoteId(entity), entity));
        Turn turn = new Turn(parts, scope, false);
        Map<SyncRow, Work<L, E>> works = new HashMap<>();
        for (SyncRow row : rows) {
            guarded(count, row, () -> works.put(row, turn.work(kind, row)));
        }
        turn.lookUp(List.copyOf(works.values()));
        for (SyncRow row : rows) {
            @Nullable Work<L, E> work = works.get(row);
            if (work != null) {
                guarded(count, row, () -> decide(kind, count, work, there));
            }
        }
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void decide(
            Kind<L, E> kind, TieOutCount<L, E> count, Work<L, E> work, Map<RemoteId, E> there) {
        @Nullable RemoteId remote = work.row().remoteId();
        @Nullable E entity = remote == null ? null : there.get(remote);
        if (remote != null && kind.name().equals(RecordKind.CLIENT)) {
            customers.add(remote);
        }
        if (entity != null) {
            @Nullable Sight before = work.row().facts().sight();
            work.note(r -> Settle.seen(kind, r, entity, parts.clock().instant()));
            work.saw(entity, before);
            @Nullable Sight now = work.row().facts().sight();
            if (before == null || now == null || !before.entity().equals(now.entity())) {
                count.isNews(work.id(), entity);
            }
        } else if (remote != null) {
            work.note(r -> Settle.deleted(r, parts.clock().instant()));
        }
        count.judged(work, work.decide(), entity);
    }

    /** A record that cannot even be judged differs; the others are counted all the same. */
    private void guarded(TieOutCount<?, ?> count, SyncRow row, Runnable judging) {
        try {
            judging.run();
        } catch (QboException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "record not judged tenant={} kind={} localId={} with {}",
                    scope.tenant(),
                    row.key().kind(),
                    row.key().id(),
                    e.getClass().getName());
            count.broken(row);
        }
    }
}
