package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOut.Difference;
import dev.tieout.qbo.sync.TieOut.Line;
import dev.tieout.qbo.sync.TieOut.Twin;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.decide.Verdict;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.outbound.Turn;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.spi.SyncRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads both sides raw, decides about every record, carries nothing out, and counts. */
public final class TieOutRun {
    private static final Logger LOG = LoggerFactory.getLogger(TieOutRun.class);

    private final Parts parts;
    private final CompanyScope scope;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Twin> twins = new ArrayList<>();
    private final Set<RemoteId> customers = new HashSet<>();

    public TieOutRun(Parts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    public TieOut run() {
        List<Line> lines = new ArrayList<>();
        for (Kind<?, ?> kind : parts.kinds().all()) {
            lines.add(count(kind));
        }
        return new TieOut(lines, differences, twins);
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Line count(Kind<L, E> kind) {
        Map<RemoteId, E> there = new HashMap<>();
        try (Stream<E> all = scope.api().query(Query.of(kind.type()).includeInactive())) {
            all.forEach(entity -> there.put(Settle.remoteId(entity), entity));
        }
        Count<L, E> count = new Count<>(kind);
        Turn turn = new Turn(parts, scope, false);
        parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                .filter(RecordRow::readable)
                .forEach(row -> guarded(count, turn, row, there));
        if (kind.name().equals(RecordKind.CLIENT)) {
            customers.addAll(count.linked);
        }
        there.keySet().removeAll(count.linked);
        there.values().forEach(count::onlyThere);
        return count.line();
    }

    /** A record that cannot even be judged differs; the others are counted all the same. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void guarded(
            Count<L, E> count, Turn turn, SyncRow row, Map<RemoteId, E> there) {
        try {
            count.add(turn, row, there);
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

    private record Linked(LocalId id, Bare bare, Set<String> others) {}

    private final class Count<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
        private final Kind<L, E> kind;
        private final Set<RemoteId> linked = new HashSet<>();
        private int equal;
        private int accepted;
        private int different;
        private int onlyInApp;
        private int keptOut;
        private int onlyThere;
        private BigDecimal app = BigDecimal.ZERO;
        private BigDecimal quickBooks = BigDecimal.ZERO;
        private BigDecimal others = BigDecimal.ZERO;
        private final Map<String, List<Linked>> linkedOnes = new HashMap<>();
        private final Set<String> currencies = new TreeSet<>();

        Count(Kind<L, E> kind) {
            this.kind = kind;
        }

        void add(Turn turn, SyncRow stored, Map<RemoteId, E> there) {
            Work<L, E> work = turn.work(kind, stored);
            RecordRow row = work.row();
            @Nullable RemoteId remote = row.remoteId();
            @Nullable E entity = remote == null ? null : there.get(remote);
            if (remote != null) {
                linked.add(remote);
            }
            if (entity != null) {
                @Nullable Sight before = row.facts().sight();
                work.note(r -> Settle.seen(kind, r, entity, parts.clock().instant()));
                work.saw(entity, before);
            } else if (remote != null) {
                work.note(r -> Settle.deleted(r, parts.clock().instant()));
            }
            @Nullable BigDecimal mine = count(work, work.decide(), entity);
            @Nullable Bare bare = remote == null || entity == null ? null : outline(entity);
            if (bare != null) {
                linkedAs(work, bare);
                Bare asTheAppSays = mine == null ? bare : said(work, bare, mine);
                if (!asTheAppSays.equals(bare)) {
                    // Who enters it a second time may do so by what the app says, whatever was accepted since.
                    linkedAs(work, asTheAppSays);
                }
            }
        }

        private void linkedAs(Work<L, E> work, Bare bare) {
            Linked one = new Linked(work.id(), bare, work.facts().people().others());
            keys(bare)
                    .forEach(key -> linkedOnes
                            .computeIfAbsent(key, any -> new ArrayList<>())
                            .add(one));
        }

        /** The app's day goes with the app's amount: half of one and half of the other is nobody's record. */
        @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
        private Bare said(Work<L, E> work, Bare bare, BigDecimal mine) {
            @Nullable Want want = work.facts().want();
            boolean same = mine.compareTo(bare.total()) == 0;
            return want == null
                    ? bare
                    : bare.of(((Amounts<L, E>) kind).date(kind.decode(want.record())), same ? bare.total() : mine);
        }

        /** In outline what has an amount and counts. */
        @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
        private @Nullable Bare outline(E entity) {
            return kind instanceof Amounts<?, ?> && !kind.isVoid(entity, null)
                    ? ((Amounts<L, E>) kind).outline(entity)
                    : null;
        }

        void broken(SyncRow row) {
            @Nullable RemoteId remote = row.remoteId() == null ? null : RemoteId.of(row.remoteId());
            if (remote != null) {
                linked.add(remote);
            }
            different++;
            LocalId id = LocalId.of(row.key().id());
            differences.add(new Difference(kind.name(), id, remote, Set.of(), null, null));
        }

        /** Counts a record, and tells what it comes to in the app. */
        private @Nullable BigDecimal count(Work<?, ?> work, Decision decision, @Nullable E entity) {
            Step step = decision.step();
            if (step instanceof Step.StayOut) {
                keptOut++;
                return null;
            }
            @Nullable BigDecimal mine = mine(work);
            @Nullable BigDecimal theirs = entity == null ? null : theirs(entity);
            app = app.add(mine == null ? BigDecimal.ZERO : mine);
            quickBooks = quickBooks.add(theirs == null ? BigDecimal.ZERO : theirs);
            Set<String> fields = open(decision);
            boolean waits = step instanceof Step.WaitForParent
                    || step instanceof Step.WaitUntil
                    || step instanceof Step.Blocked
                    || step instanceof Step.Create;
            if (work.row().remoteId() == null) {
                onlyInApp++;
                differ(work, Set.of(), mine, null);
            } else if (step instanceof Step.Gone || !fields.isEmpty() || waits || !(step instanceof Step.Nothing)) {
                different++;
                differ(work, fields, mine, theirs);
            } else if (!work.decision().members(Verdict.ACCEPTED).isEmpty()
                    || !decision.members(Verdict.SWITCHED_OFF).isEmpty()) {
                accepted++;
            } else {
                equal++;
            }
            return mine;
        }

        private void differ(
                Work<?, ?> work, Set<String> fields, @Nullable BigDecimal mine, @Nullable BigDecimal theirs) {
            differences.add(new Difference(kind.name(), work.id(), work.row().remoteId(), fields, mine, theirs));
        }

        private Set<String> open(Decision decision) {
            Set<String> fields = new TreeSet<>();
            for (Verdict verdict : List.of(Verdict.TELL, Verdict.NOT_KEPT, Verdict.WRITE, Verdict.TAKE_IN)) {
                fields.addAll(decision.members(verdict));
            }
            return fields;
        }

        @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
        private @Nullable BigDecimal mine(Work<?, ?> work) {
            @Nullable Want want = work.facts().want();
            if (!(kind instanceof Amounts<?, ?>) || want == null) {
                return null;
            }
            if (want.end() != Want.End.KEEP) {
                return BigDecimal.ZERO;
            }
            try {
                Money total = ((Amounts<L, E>) kind).total(kind.decode(want.record()));
                currencies.add(total.currency().getCurrencyCode());
                return total.amount();
            } catch (IllegalArgumentException e) {
                // Amounts in two currencies have no sum; the record is told as what it is.
                return null;
            }
        }

        @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
        private @Nullable BigDecimal theirs(E entity) {
            return kind instanceof Amounts<?, ?> ? ((Amounts<L, E>) kind).total(entity) : null;
        }

        @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
        void onlyThere(E entity) {
            if (!(kind instanceof Amounts<?, ?>)) {
                onlyThere++;
                return;
            }
            Amounts<L, E> amounts = (Amounts<L, E>) kind;
            if (amounts.customer(entity).filter(customers::contains).isPresent() && !kind.isVoid(entity, null)) {
                onlyThere++;
                others = others.add(amounts.total(entity));
                twins(amounts.outline(entity));
            }
        }

        /** Those that have none of these in common do not resemble each other. */
        private Stream<String> keys(Bare bare) {
            return Stream.of("for " + bare.customer(), "number " + bare.number());
        }

        private void twins(Bare there) {
            keys(there)
                    .flatMap(key -> linkedOnes.getOrDefault(key, List.of()).stream())
                    .filter(each ->
                            there.resembles(each.bare()) && !each.others().contains(there.id()))
                    .map(each -> new Twin(
                            kind.name(), each.id(), RemoteId.of(each.bare().id()), RemoteId.of(there.id())))
                    .findFirst()
                    .ifPresent(twins::add);
        }

        Line line() {
            return new Line(
                    kind.name(),
                    equal,
                    accepted,
                    different,
                    onlyInApp,
                    keptOut,
                    onlyThere,
                    app,
                    quickBooks,
                    others,
                    currencies.size() == 1 ? currencies.iterator().next() : null);
        }
    }
}
