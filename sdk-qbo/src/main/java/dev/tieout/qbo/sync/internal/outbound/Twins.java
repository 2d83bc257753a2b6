package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.decide.Question.Obstacle;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Unlinked;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees, before an invoice or payment is created, whether somebody entered it in QuickBooks by hand, or whether it went
 * there before the store was lost. Made for one piece of work; not thread-safe.
 *
 * <p>What is linked with nothing is known from the change feed; only what the feed has not covered is read.
 */
final class Twins {
    /** How far back of what is asked for is read in one go, so that older records do not each ask for a day more. */
    private static final int BACK = 31;

    /** A little longer than the feed rests where webhooks ring: if it has not been read since, somebody has to look. */
    private static final Duration FRESH = Duration.ofHours(7);

    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Parts parts;
    private final CompanyScope scope;
    private final Map<RecordKind, Unlinked> known = new HashMap<>();
    private final Map<RecordKind, Map<RowKey, SyncRow>> lookedUp = new HashMap<>();

    Twins(Parts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    /** The rows that say what is known of some kinds, as far as they were not looked up. */
    Set<RowKey> missing(Collection<Kind<?, ?>> kinds) {
        Set<RowKey> keys = new HashSet<>();
        kinds.stream()
                .filter(kind -> !lookedUp.containsKey(kind.name()))
                .forEach(kind -> keys.addAll(List.of(key(kind), cursor())));
        return keys;
    }

    /** Takes note of what was looked up. */
    void found(Collection<Kind<?, ?>> kinds, Map<RowKey, SyncRow> rows) {
        kinds.forEach(kind -> lookedUp.putIfAbsent(kind.name(), rows));
    }

    /**
     * What stands in the way of a create.
     *
     * @param app the app's record in outline
     * @param others what is certainly not the same
     * @return {@code null} if nothing that is unlinked resembles it
     */
    <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> @Nullable Obstacle obstacle(
            Kind<L, E> kind, Amounts<L, E> amounts, RowKey own, Bare app, Set<String> others) {
        Set<String> alike = new HashSet<>();
        upTo(kind, amounts, app.date()).records().values().stream()
                .filter(each -> each.resembles(app) && !others.contains(each.id()))
                .forEach(each -> alike.add(each.id()));
        if (alike.isEmpty()) {
            return null;
        }
        for (E entity : stillThere(kind, amounts, alike)) {
            if (amounts.outline(entity).resembles(app)) {
                return Probing.mayBeOthers(parts, scope, kind, own, entity, List.of("WAITING"))
                        ? new Obstacle.Pause(
                                parts.clock().instant().plus(parts.times().margin()))
                        : new Obstacle.Problem(problem(kind, Settle.remoteId(entity)));
            }
        }
        return null;
    }

    /** One that is there and nobody's, and that the feed has not told of yet. */
    void note(Kind<?, ?> kind, Bare there) {
        List<Bare> one = List.of(there);
        known.computeIfPresent(kind.name(), (name, unlinked) -> unlinked.with(one, Set.of()));
        Unlinked.change(parts.store(), key(kind), unlinked -> unlinked.with(one, Set.of()));
    }

    private SyncProblem problem(Kind<?, ?> kind, RemoteId id) {
        return new SyncProblem(
                ProblemCause.PERHAPS_SAME,
                "QuickBooks has one already that may be the same, entered there by hand: nothing was sent.",
                "Match the two if they are the same. If both are right, say that it is notTheSame, and it goes by itself.",
                null,
                null,
                null,
                new Blame(kind.type().name(), id, null, null),
                null,
                parts.clock().instant());
    }

    /** What was noted may be old: asked about is only what is there now and still nobody's. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<E> stillThere(
            Kind<L, E> kind, Amounts<L, E> amounts, Set<String> ids) {
        List<RemoteId> all = ids.stream().map(RemoteId::of).toList();
        Set<RemoteId> linked = linked(kind, all);
        List<RemoteId> free = all.stream().filter(id -> !linked.contains(id)).toList();
        List<E> there = Reading.byIds(scope.api(), kind.type(), kind.about().id(), free).stream()
                .filter(e -> !kind.isVoid(e, null))
                .toList();
        Set<String> gone = new HashSet<>(ids);
        there.forEach(e -> gone.remove(Settle.remoteId(e).value()));
        List<Bare> now = there.stream().map(amounts::outline).toList();
        RowKey key = key(kind);
        known.computeIfPresent(kind.name(), (name, unlinked) -> unlinked.with(now, gone));
        Unlinked.change(parts.store(), key, unlinked -> unlinked.with(now, gone));
        return there;
    }

    private Set<RemoteId> linked(Kind<?, ?> kind, List<RemoteId> ids) {
        return parts.rows()
                .findLinked(scope.tenant(), scope.realm().value(), kind.name(), ids)
                .keySet();
    }

    private RowKey cursor() {
        return scope.ownKey(ChangeCursor.KIND, ChangeCursor.ID);
    }

    private RowKey key(Kind<?, ?> kind) {
        return scope.ownKey(Unlinked.KIND, kind.name().word());
    }

    /** Everything unlinked that may matter for a record of a day. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Unlinked upTo(
            Kind<L, E> kind, Amounts<L, E> amounts, LocalDate date) {
        Instant now = parts.clock().instant();
        LocalDate needed = date.minusDays(Bare.NEAR);
        @Nullable Unlinked before = known.containsKey(kind.name()) ? known.get(kind.name()) : stored(kind);
        Unlinked after = before == null ? first(kind, amounts, needed, now) : before;
        if (needed.isBefore(after.from())) {
            LocalDate from = needed.minusDays(BACK);
            Query<E> older = dated(kind, amounts, from).below(amounts.dated(), after.from());
            after = after.with(read(kind, amounts, older), Set.of()).reaching(from, after.until());
        }
        if (after.until().isBefore(now.minus(FRESH))) {
            Query<E> newer = Query.of(kind.type())
                    .atLeast(
                            kind.about().created(), after.until().minus(OVERLAP).atOffset(ZoneOffset.UTC));
            after = after.with(read(kind, amounts, newer), Set.of()).reaching(after.from(), now);
        }
        if (!after.equals(before)) {
            after.keep(parts.store(), key(kind));
        }
        known.put(kind.name(), after);
        return after;
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Unlinked first(
            Kind<L, E> kind, Amounts<L, E> amounts, LocalDate needed, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate from = (needed.isBefore(today) ? needed : today).minusDays(BACK);
        return new Unlinked(from, now, Map.of()).with(read(kind, amounts, dated(kind, amounts, from)), Set.of());
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Query<E> dated(
            Kind<L, E> kind, Amounts<L, E> amounts, LocalDate from) {
        return Query.of(kind.type()).atLeast(amounts.dated(), from);
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<Bare> read(
            Kind<L, E> kind, Amounts<L, E> amounts, Query<E> query) {
        Map<RemoteId, Bare> found = new HashMap<>();
        try (Stream<E> all = scope.api().query(query)) {
            all.filter(e -> !kind.isVoid(e, null)).forEach(e -> found.put(Settle.remoteId(e), amounts.outline(e)));
        }
        found.keySet().removeAll(linked(kind, List.copyOf(found.keySet())));
        return List.copyOf(found.values());
    }

    /** What the feed has read since counts too. */
    private @Nullable Unlinked stored(Kind<?, ?> kind) {
        Set<Kind<?, ?>> alone = Set.of(kind);
        Set<RowKey> missing = missing(alone);
        if (!missing.isEmpty()) {
            found(alone, parts.rows().findAll(missing));
        }
        Map<RowKey, SyncRow> rows = lookedUp.getOrDefault(kind.name(), Map.of());
        @Nullable SyncRow row = rows.get(key(kind));
        if (row == null) {
            return null;
        }
        Unlinked unlinked = Unlinked.read(row);
        @Nullable SyncRow read = rows.get(cursor());
        return read == null ? unlinked : unlinked.reaching(unlinked.from(), ChangeCursor.since(read));
    }
}
