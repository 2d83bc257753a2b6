package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who has a number that QuickBooks refused as taken, with one read a kind: its sentence may name the holder or not
 * (QuickBooks fact E12.7). A holder that nobody is linked with, and that may be the same, is asked about. Made for one piece
 * of work; not thread-safe.
 */
final class NumberHolders {
    private static final Logger LOG = LoggerFactory.getLogger(NumberHolders.class);

    private final Parts parts;
    private final CompanyScope scope;
    private final Parents parents;

    NumberHolders(Parts parts, CompanyScope scope, Parents parents) {
        this.parts = parts;
        this.scope = scope;
        this.parents = parents;
    }

    /** Looks for the holders of numbers that some records were refused for; where none is found, they stay as they are. */
    void find(List<Work<?, ?>> works) {
        Map<Kind<?, ?>, List<Work<?, ?>>> byKind = new LinkedHashMap<>();
        for (Work<?, ?> work : works) {
            if (isRefused(work)) {
                byKind.computeIfAbsent(work.kind(), kind -> new ArrayList<>()).add(work);
            }
        }
        byKind.forEach(this::look);
    }

    private static boolean isRefused(Work<?, ?> work) {
        @Nullable Refusal refusal = work.facts().refusal();
        return refusal != null
                && refusal.problem().cause() == ProblemCause.DUPLICATE_NUMBER
                && work.facts().intent() == null
                && work.said().isPresent()
                && work.kind() instanceof Amounts<?, ?>;
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void look(
            Kind<L, E> kind, List<Work<?, ?>> some) {
        List<Work<L, E>> works = some.stream().map(work -> (Work<L, E>) work).toList();
        Amounts<L, E> amounts = (Amounts<L, E>) kind;
        @Nullable FilterField<E, String> field = amounts.numbered();
        TreeSet<String> numbers = new TreeSet<>();
        for (Work<L, E> work : works) {
            @Nullable String number = amounts.outline(work.wanted()).number();
            if (number != null) {
                numbers.add(number);
            }
        }
        if (field == null || numbers.isEmpty()) {
            return;
        }
        try {
            List<Bare> holders = scope.api()
                    .query(Query.of(kind.type()).in(field, List.copyOf(numbers)))
                    .map(amounts::outline)
                    .toList();
            works.forEach(work -> tell(kind, amounts, work, holders));
        } catch (QboException e) {
            LOG.debug(
                    "holder of a number not found tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
        }
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void tell(
            Kind<L, E> kind, Amounts<L, E> amounts, Work<L, E> work, List<Bare> holders) {
        @Nullable RemoteId own = work.row().remoteId();
        Bare mine = work.outline(amounts);
        @Nullable
        Bare holder = holders.stream()
                .filter(each -> each.number() != null && each.number().equals(mine.number()))
                .filter(each -> own == null || !own.value().equals(each.id()))
                .findFirst()
                .orElse(null);
        if (holder == null) {
            return;
        }
        RemoteId id = RemoteId.of(holder.id());
        @Nullable
        RecordRef ours = parts.rows()
                .holder(scope.tenant(), scope.realm().value(), kind.name(), id)
                .map(local -> new RecordRef(kind.name(), local))
                .orElse(null);
        boolean asked = ours == null
                && work.mayHaveTwin()
                && holder.resembles(mine)
                && !work.facts().people().others().contains(holder.id());
        if (asked) {
            parents.twins().note(kind, holder);
            work.happened(row -> row.with(row.facts().withoutRefusal()));
            return;
        }
        Blame blame = new Blame(kind.type().name(), id, ours, null);
        work.happened(row -> {
            @Nullable Refusal refusal = row.facts().refusal();
            return refusal == null
                    ? row
                    : row.with(row.facts()
                            .with(new Refusal(
                                    Problems.blaming(refusal.problem(), blame), refusal.about(), refusal.againAt())));
        });
    }
}
