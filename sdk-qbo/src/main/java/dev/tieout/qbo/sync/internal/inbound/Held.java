package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Holding;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Ripples;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed entities hold, or held, of another kind: nothing else tells that it changed. Made for one reading of the feed;
 * not thread-safe.
 */
final class Held<E extends QboEntity> {
    private static final int PAGE = 200;

    private final Parts parts;
    private final CompanyScope scope;
    private final Merges merges;
    private final Holding<E> holding;
    private final Set<RemoteId> held = new LinkedHashSet<>();
    private final Set<String> maybeLetGo = new HashSet<>();

    Held(Parts parts, CompanyScope scope, Merges merges, Holding<E> holding) {
        this.parts = parts;
        this.scope = scope;
        this.merges = merges;
        this.holding = holding;
    }

    /** One that was made or changed; a changed one may have let something go. */
    void changed(E entity) {
        held.addAll(holding.held(entity));
        if (Settle.token(entity) > 0) {
            maybeLetGo.add(Settle.remoteId(entity).value());
        }
    }

    /** Some that are gone. */
    void deleted(List<RemoteId> ids) {
        ids.forEach(id -> maybeLetGo.add(id.value()));
    }

    /** Reads again what they hold and held, and lets it in. */
    void follow(Instant since, Ripples ripples) {
        if (!held.isEmpty() || !maybeLetGo.isEmpty()) {
            follow(parts.kinds().get(holding.held()), since, ripples);
        }
    }

    private <L, H extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void follow(
            Kind<L, H> kind, Instant since, Ripples ripples) {
        Set<RemoteId> ids = new LinkedHashSet<>(parts.rows()
                .findLinked(scope.tenant(), scope.realm().value(), kind.name(), held)
                .keySet());
        if (!maybeLetGo.isEmpty()) {
            parts.rows()
                    .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                    .filter(row -> row.remoteId() != null && RecordRow.readable(row))
                    .map(row -> parts.rows().open(row))
                    .filter(row -> names(row.facts().sight()))
                    .forEach(row -> ids.add(RemoteId.of(String.valueOf(row.remoteId()))));
        }
        List<RemoteId> all = List.copyOf(ids);
        Arrivals<L, H> arrivals = new Arrivals<>(parts, scope, kind, merges);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<RemoteId> some = all.subList(from, Math.min(from + PAGE, all.size()));
            arrivals.changed(
                    Reading.byIds(scope.api(), kind.type(), kind.about().id(), some), since);
        }
        ripples.add(arrivals.ripples());
    }

    /** Whether what was seen of a record may name one of those that let go: too many read again does no harm. */
    private boolean names(@Nullable Sight sight) {
        return sight != null
                && maybeLetGo.stream().anyMatch(id -> sight.entity().contains("\"TxnId\":\"" + id + '"'));
    }
}
