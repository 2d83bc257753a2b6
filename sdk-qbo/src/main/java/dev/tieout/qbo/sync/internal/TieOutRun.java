package dev.tieout.qbo.sync.internal;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.sync.SyncState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads every linked record back from QuickBooks and compares it with what the app has. */
public final class TieOutRun {
    private static final int PAGE = 100;

    private final EngineParts parts;
    private final CompanyScope scope;

    public TieOutRun(EngineParts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    public TieOut run() {
        List<TieOut.Line> lines = new ArrayList<>();
        List<TieOut.Difference> differences = new ArrayList<>();
        for (Slice<?, ?> slice : parts.slices()) {
            lines.add(new OfKind<>(slice).run(differences));
        }
        return new TieOut(lines, differences);
    }

    private final class OfKind<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
        private final Slice<L, E> slice;
        private int inApp;
        private int inQuickBooks;
        private int differing;
        private BigDecimal appTotal = BigDecimal.ZERO;
        private BigDecimal remoteTotal = BigDecimal.ZERO;

        OfKind(Slice<L, E> slice) {
            this.slice = slice;
        }

        TieOut.Line run(List<TieOut.Difference> differences) {
            List<RecordRow> page = new ArrayList<>();
            parts.rows().all(scope, slice.kind(), null).filter(this::counts).forEach(row -> {
                page.add(row);
                if (page.size() == PAGE) {
                    compare(page, differences);
                    page.clear();
                }
            });
            compare(page, differences);
            return new TieOut.Line(
                    slice.kind(), inApp, inQuickBooks, inApp - differing, differing, appTotal, remoteTotal);
        }

        private boolean counts(RecordRow row) {
            return row.remoteId() != null && row.doc().wish() != null && row.state() != SyncState.GONE;
        }

        private void compare(List<RecordRow> rows, List<TieOut.Difference> differences) {
            if (rows.isEmpty()) {
                return;
            }
            Map<RemoteId, E> remote = new HashMap<>();
            List<RemoteId> ids = rows.stream()
                    .map(row -> Objects.requireNonNull(row.remoteId()))
                    .toList();
            Reading.byIds(scope.api(), slice.type(), slice.idField(), ids)
                    .forEach(e -> remote.put(Settling.remoteId(e), e));
            for (RecordRow row : rows) {
                RemoteId id = Objects.requireNonNull(row.remoteId());
                L local = slice.decode(Objects.requireNonNull(row.doc().wish()));
                @Nullable E entity = remote.get(id);
                inApp++;
                appTotal = appTotal.add(slice.total(local));
                if (entity != null) {
                    inQuickBooks++;
                    remoteTotal = remoteTotal.add(slice.total(entity, local));
                }
                Set<String> fields = entity == null ? Set.of() : differing(local, entity);
                if (entity == null || !fields.isEmpty()) {
                    differing++;
                    differences.add(new TieOut.Difference(slice.kind(), row.localId(), id, fields));
                }
            }
        }

        private Set<String> differing(L local, E entity) {
            Projection app;
            try {
                app = slice.project(slice.entity(local, new RowLinks(scope, parts.rows())));
            } catch (Slice.Blocked e) {
                // QuickBooks would not take the record as the app has it, so the two cannot agree.
                return Set.of(e.field() == null ? "reference" : e.field());
            } catch (InvalidFieldException e) {
                return Set.of(e.field());
            }
            Projection remote = slice.project(entity);
            Set<String> fields = new TreeSet<>(app.members());
            fields.removeIf(member -> remote.satisfies(app, null, member));
            if (slice.total(local).compareTo(slice.total(entity, local)) != 0) {
                fields.add("TotalAmt");
            }
            return fields;
        }
    }
}
