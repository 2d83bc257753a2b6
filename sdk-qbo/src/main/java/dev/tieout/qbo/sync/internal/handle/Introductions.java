package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.internal.kind.Introduced;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds in QuickBooks, or makes there, what other records wait for, where the firm's policy says so. What a person took apart,
 * keeps out or is asked about stays as it is. Thread-safe.
 */
public final class Introductions {
    private static final Logger LOG = LoggerFactory.getLogger(Introductions.class);

    private final Parts parts;
    private final Locks locks;

    public Introductions(Parts parts, Locks locks) {
        this.parts = parts;
        this.locks = locks;
    }

    /**
     * Introduces those of some records that are unknown to QuickBooks.
     *
     * @param refs what records name
     * @return whether any of them was looked at: what waits for them is to be decided anew
     */
    public boolean of(CompanyScope scope, Collection<RecordRef> refs) {
        boolean any = false;
        for (Kind<?, ?> kind : parts.kinds().all()) {
            if (kind instanceof Introduced<?, ?> introduced && introduced.isIntroduced(scope.settings())) {
                Set<LocalId> ids = new LinkedHashSet<>();
                refs.stream().filter(ref -> ref.kind().equals(kind.name())).forEach(ref -> ids.add(ref.id()));
                any |= !ids.isEmpty() && scope.connected() && tried(scope, introduced, ids);
            }
        }
        return any;
    }

    /** A failure leaves what waits to its own due time. */
    private boolean tried(CompanyScope scope, Introduced<?, ?> kind, Set<LocalId> ids) {
        try {
            return introduce(scope, kind, ids);
        } catch (QboException e) {
            LOG.debug("records not looked up tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
            return false;
        }
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean introduce(
            CompanyScope scope, Introduced<L, E> kind, Set<LocalId> ids) {
        List<L> unknown = new ArrayList<>();
        for (LocalId id : ids) {
            Optional<SyncRow> stored = parts.store().find(scope.key(kind.name(), id));
            boolean open = stored.isEmpty()
                    || (RecordRow.readable(stored.get()) && isOpen(parts.rows().open(stored.get())));
            if (open) {
                inTheApp(scope, kind, id).ifPresent(unknown::add);
            }
        }
        if (unknown.isEmpty()) {
            return false;
        }
        Handle<L, E> handle = new Handle<>(parts, locks, () -> scope, kind);
        kind.lookUp(unknown, scope.api()).forEach((local, found) -> introduce(scope, kind, handle, local, found));
        return true;
    }

    /** A record over which the app throws stays unknown, and keeps waiting only what names it. */
    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Optional<L> inTheApp(
            CompanyScope scope, Introduced<L, E> kind, LocalId id) {
        try {
            return kind.records().find(scope.tenant(), id).map(LocalRecord::record);
        } catch (RuntimeException e) {
            LOG.warn(
                    "record not found in the app tenant={} kind={} localId={} with {}",
                    scope.tenant(),
                    kind.name(),
                    id,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Nobody said anything about it, and nothing of it is under way or stuck. */
    private static boolean isOpen(RecordRow row) {
        return row.remoteId() == null
                && row.facts().people().out() == null
                && row.facts().people().perhaps() == null
                && row.facts().intent() == null
                && row.facts().refusal() == null
                && row.facts().sight() == null;
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void introduce(
            CompanyScope scope, Introduced<L, E> kind, Handle<L, E> handle, L local, List<E> found) {
        Set<String> others = parts.rows()
                .get(scope.key(kind.name(), kind.id(local)))
                .facts()
                .people()
                .others();
        Map<RemoteId, E> candidates = new LinkedHashMap<>();
        found.stream()
                .filter(kind::active)
                .filter(entity -> !others.contains(Settle.remoteId(entity).value()))
                .forEach(entity -> candidates.put(Settle.remoteId(entity), entity));
        Set<RemoteId> linked = parts.rows()
                .findLinked(scope.tenant(), scope.realm().value(), kind.name(), List.copyOf(candidates.keySet()))
                .keySet();
        if (candidates.isEmpty()) {
            handle.sync(local);
        } else if (candidates.size() == 1
                && linked.isEmpty()
                && kind.isCertain(local, candidates.values().iterator().next())) {
            handle.linkUnasked(local, candidates.values().iterator().next());
        } else {
            handle.ask(local, problem(kind, candidates, linked));
        }
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> SyncProblem problem(
            Introduced<L, E> kind, Map<RemoteId, E> candidates, Set<RemoteId> linked) {
        RemoteId first = candidates.keySet().stream()
                .filter(id -> !linked.contains(id))
                .findFirst()
                .orElse(candidates.keySet().iterator().next());
        String entity = kind.type().name();
        String ids = candidates.keySet().stream().map(id -> entity + " " + id).collect(Collectors.joining(", "));
        @Nullable String named = candidates.size() > 1 || !linked.isEmpty() ? ids : null;
        String message = candidates.size() > 1
                ? candidates.size() + " records of QuickBooks have the same e-mail address."
                : linked.isEmpty()
                        ? "A record of QuickBooks has the same e-mail address and another name."
                        : "The record of QuickBooks with the same e-mail address is linked with another record already.";
        return new SyncProblem(
                ProblemCause.PERHAPS_SAME,
                message,
                "Match the two if they are the same. If they are not, say that it is notTheSame, and others with the address"
                        + " are asked about; or resend this one, which makes a record of its own.",
                "PrimaryEmailAddr",
                null,
                named,
                new Blame(entity, first, null, null),
                null,
                parts.clock().instant());
    }
}
