// Longer than others: what is counted of a record and what looks like it are told together.
package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOut.Line;
import dev.tieout.qbo.sync.TieOut.Result;
import dev.tieout.qbo.sync.TieOut.Twin;
import dev.tieout.qbo.sync.TieOutRange;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.decide.Verdict;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.spi.SyncRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the records of one kind, by currency. Not thread-safe. */
final class TieOutCount<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private final Kind<L, E> kind;
    private final @Nullable Amounts<L, E> amounts;
    private final Set<RemoteId> customers;
    private final TieOutFindings findings;
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, List<Bare>> nobodys = new HashMap<>();

    /** What linked records look like now where that is not what was last seen of them. */
    private final Map<LocalId, Bare> moved = new HashMap<>();

    private static final class Sum {
        private final Map<Result, Integer> counts = new EnumMap<>(Result.class);
        private BigDecimal app = BigDecimal.ZERO;
        private BigDecimal quickBooks = BigDecimal.ZERO;
        private BigDecimal others = BigDecimal.ZERO;
        private BigDecimal balance = BigDecimal.ZERO;
        private BigDecimal applied = BigDecimal.ZERO;
        private BigDecimal credits = BigDecimal.ZERO;

        int count(Result result) {
            return counts.getOrDefault(result, 0);
        }
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
    TieOutCount(Kind<L, E> kind, Set<RemoteId> customers, TieOutFindings findings) {
        this.kind = kind;
        this.amounts = kind instanceof Amounts<?, ?> ? (Amounts<L, E>) kind : null;
        this.customers = customers;
        this.findings = findings;
    }

    /** A record that was decided about. */
    void judged(Work<L, E> work, Decision decision, @Nullable E entity) {
        Set<String> fields = new TreeSet<>();
        Result result = result(work, decision, fields);
        @Nullable RemoteId remote = work.row().remoteId();
        @Nullable L local = amounts == null ? null : local(work.facts());
        if (result == Result.KEPT_OUT) {
            add(entry(work.id(), remote, result, local, null, entity, Set.of()));
        } else {
            add(entry(work.id(), remote, result, local, mine(work.facts(), local), entity, fields));
        }
    }

    /** A linked record is not what the stored row saw of it. */
    void isNews(LocalId id, E entity) {
        if (amounts != null && !kind.isVoid(entity, null)) {
            moved.put(id, amounts.outline(entity));
        }
    }

    private Result result(Work<?, ?> work, Decision decision, Set<String> fields) {
        Step step = decision.step();
        if (step instanceof Step.StayOut) {
            return Result.KEPT_OUT;
        }
        if (work.row().remoteId() == null) {
            return Result.ONLY_IN_APP;
        }
        for (Verdict verdict : List.of(Verdict.TELL, Verdict.NOT_KEPT, Verdict.WRITE, Verdict.TAKE_IN)) {
            fields.addAll(decision.members(verdict));
        }
        if (!(step instanceof Step.Nothing) || !fields.isEmpty()) {
            return Result.DIFFERENT;
        }
        boolean accepted = !decision.members(Verdict.ACCEPTED).isEmpty()
                || !decision.members(Verdict.SWITCHED_OFF).isEmpty();
        return accepted ? Result.ACCEPTED : Result.EQUAL;
    }

    /** A record that could not be judged. */
    void broken(SyncRow row) {
        @Nullable RemoteId remote = row.remoteId() == null ? null : RemoteId.of(row.remoteId());
        add(entry(LocalId.of(row.key().id()), remote, Result.DIFFERENT, null, null, null, Set.of()));
    }

    /** One of QuickBooks that is linked with nothing: of money only what is for the app's clients counts. */
    void onlyThere(E entity) {
        if (amounts == null) {
            add(entry(null, Settle.remoteId(entity), Result.ONLY_IN_QUICKBOOKS, null, null, entity, Set.of()));
        } else if (amounts.customer(entity).filter(customers::contains).isPresent() && !kind.isVoid(entity, null)) {
            add(entry(null, Settle.remoteId(entity), Result.ONLY_IN_QUICKBOOKS, null, null, entity, Set.of()));
            Bare bare = amounts.outline(entity);
            keys(bare)
                    .forEach(key -> nobodys.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(bare));
        }
    }

    private TieOut.Entry entry(
            @Nullable LocalId id,
            @Nullable RemoteId remote,
            Result result,
            @Nullable L local,
            @Nullable Money mine,
            @Nullable E entity,
            Set<String> fields) {
        if (amounts == null) {
            return new TieOut.Entry(kind.name(), id, remote, result, null, null, null, null, null, null, null, fields);
        }
        Amounts.@Nullable Open open = entity == null ? null : amounts.open(entity);
        @Nullable
        LocalDate date = local != null
                ? amounts.date(local)
                : entity == null ? null : amounts.outline(entity).date();
        @Nullable
        String currency = mine != null
                ? mine.currency().getCurrencyCode()
                : entity == null ? null : amounts.currency(entity).orElse(null);
        return new TieOut.Entry(
                kind.name(),
                id,
                remote,
                result,
                date,
                currency,
                mine == null ? null : mine.amount(),
                entity == null ? null : amounts.total(entity),
                open == null ? null : open.balance(),
                open == null ? null : open.applied(),
                open == null ? null : open.credit(),
                fields);
    }

    private void add(TieOut.Entry entry) {
        Sum sum = sums.computeIfAbsent(entry.currency() == null ? "" : entry.currency(), any -> new Sum());
        sum.counts.merge(entry.result(), 1, Integer::sum);
        if (entry.result() == Result.ONLY_IN_QUICKBOOKS) {
            sum.others = sum.others.add(or(entry.quickBooksAmount()));
        } else if (entry.result() != Result.KEPT_OUT) {
            sum.app = sum.app.add(or(entry.appAmount()));
            sum.quickBooks = sum.quickBooks.add(or(entry.quickBooksAmount()));
            sum.balance = sum.balance.add(or(entry.balance()));
            sum.applied = sum.applied.add(or(entry.applied()));
            sum.credits = sum.credits.add(or(entry.openCredit()));
        }
        findings.entry(entry);
    }

    private static BigDecimal or(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private @Nullable L local(Facts facts) {
        @Nullable Want want = facts.want();
        return want == null ? null : kind.decode(want.record());
    }

    /** What a record comes to in the app: nothing once it ended there. */
    private @Nullable Money mine(Facts facts, @Nullable L local) {
        @Nullable Want want = facts.want();
        if (amounts == null || want == null || local == null) {
            return null;
        }
        try {
            Money total = amounts.total(local);
            return want.end() == Want.End.KEEP ? total : Money.zero(total.currency());
        } catch (IllegalArgumentException e) {
            // Amounts in two currencies have no sum; the record is told as what it is.
            return null;
        }
    }

    /** Whether a record of the app counts for one of the days. */
    boolean isIn(RecordRows rows, SyncRow row, TieOutRange range) {
        try {
            RecordRow record = rows.open(row);
            @Nullable L local = local(record.facts());
            @Nullable Sight sight = record.facts().sight();
            if (amounts == null || (local == null && sight == null)) {
                return true;
            }
            return range.has(
                    local != null
                            ? amounts.date(local)
                            : amounts.outline(kind.type()
                                            .fromJson(Objects.requireNonNull(sight)
                                                    .entity()))
                                    .date());
        } catch (RuntimeException e) {
            // What cannot be read is judged, and told as what it is.
            return true;
        }
    }

    /** Those that have none of these in common do not resemble each other. */
    private static Stream<String> keys(Bare bare) {
        return Stream.of("for " + bare.customer(), "number " + bare.number());
    }

    /** Looks whether what is nobody's looks like a linked record: each is told once. */
    void twinsOf(RecordRows rows, SyncRow row) {
        if (nobodys.isEmpty() || amounts == null) {
            return;
        }
        RecordRow record = rows.open(row);
        @Nullable Sight sight = record.facts().sight();
        @Nullable Bare bare = moved.get(record.localId());
        if (bare == null && sight != null && sight.gone() == Sight.Gone.THERE) {
            bare = amounts.outline(kind.type().fromJson(sight.entity()));
        }
        if (bare == null) {
            return;
        }
        List<Bare> looks = new ArrayList<>(List.of(bare));
        @Nullable L local = local(record.facts());
        @Nullable Money mine = mine(record.facts(), local);
        if (mine != null && local != null) {
            // Who enters it a second time may do so by what the app says, whatever was accepted since: by its day and
            // its
            // amount, for half of one side and half of the other is nobody's record.
            Bare said = bare.of(amounts.date(local), mine.amount());
            if (said.total().compareTo(bare.total()) != 0 || !said.date().equals(bare.date())) {
                looks.add(said);
            }
        }
        for (Bare look : looks) {
            List<Bare> alike = keys(look)
                    .flatMap(key -> nobodys.getOrDefault(key, List.of()).stream())
                    .filter(each -> each.resembles(look)
                            && !record.facts().people().others().contains(each.id()))
                    .distinct()
                    .toList();
            for (Bare twin : alike) {
                nobodys.values().forEach(some -> some.remove(twin));
                findings.twin(new Twin(kind.name(), record.localId(), RemoteId.of(look.id()), RemoteId.of(twin.id())));
            }
        }
    }

    /** A line for each currency; one of a kind that has no records. */
    List<Line> lines() {
        if (sums.isEmpty() || (sums.size() > 1 && sums.get("") != null)) {
            merge();
        }
        List<Line> lines = new ArrayList<>();
        sums.forEach((currency, sum) -> lines.add(new Line(
                kind.name(),
                sum.count(Result.EQUAL),
                sum.count(Result.ACCEPTED),
                sum.count(Result.DIFFERENT),
                sum.count(Result.ONLY_IN_APP),
                sum.count(Result.KEPT_OUT),
                sum.count(Result.ONLY_IN_QUICKBOOKS),
                sum.app,
                sum.quickBooks,
                sum.others,
                currency.isEmpty() ? null : currency,
                sum.balance,
                sum.applied,
                sum.credits)));
        return lines;
    }

    /** What has no currency of its own, such as what could not be judged, stands with the first that has one. */
    private void merge() {
        @Nullable Sum none = sums.remove("");
        if (sums.isEmpty()) {
            sums.put("", none == null ? new Sum() : none);
        } else if (none != null) {
            Sum first = sums.values().iterator().next();
            none.counts.forEach((result, count) -> first.counts.merge(result, count, Integer::sum));
            first.app = first.app.add(none.app);
            first.quickBooks = first.quickBooks.add(none.quickBooks);
            first.others = first.others.add(none.others);
            first.balance = first.balance.add(none.balance);
            first.applied = first.applied.add(none.applied);
            first.credits = first.credits.add(none.credits);
        }
    }
}
