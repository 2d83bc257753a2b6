package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.qbo.sync.internal.row.Agreement;
import dev.tieout.qbo.sync.internal.row.Agreement.Choice;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.Side;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of each member of a linked record. Pure. */
final class Fields {
    private static final Pair NEITHER = Pair.of("", Projection.EMPTY, Projection.EMPTY);

    private final FieldRules rules;
    private final KindSettings settings;
    private final boolean acceptTotals;
    private final Set<String> left;
    private final Set<String> tolerated;
    private final boolean asked;
    private final Agreement agreement;
    private final Projection desired;
    private final Projection seen;

    private Fields(Question q, Projection desired, Projection seen) {
        this.rules = q.rules();
        this.settings = q.settings();
        this.acceptTotals = q.acceptTotals();
        this.left = q.left();
        this.tolerated = q.tolerated();
        this.asked = q.facts().want() != null && q.facts().want().asked();
        this.agreement = q.facts().agreement();
        this.desired = desired;
        this.seen = seen;
    }

    static Map<String, Verdict> judge(Question q, Projection desired, Projection seen) {
        return new Fields(q, desired, seen).all();
    }

    private Map<String, Verdict> all() {
        Set<String> members = new TreeSet<>(desired.members());
        members.addAll(seen.members());
        members.addAll(agreement.base().keySet());
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (String member : members) {
            verdicts.put(member, judge(member));
        }
        boolean more = verdicts.containsValue(Verdict.WRITE);
        for (String member : rules.computed()) {
            if (isOpen(verdicts.get(member))) {
                // What QuickBooks computes follows from what is written: it is judged when that is done.
                @Nullable Verdict instead = more ? Verdict.LEFT : following(member, verdicts);
                if (instead != null) {
                    verdicts.put(member, instead);
                }
            }
        }
        return verdicts;
    }

    /** What becomes of a computed member by what was said of the members that it follows from. */
    private @Nullable Verdict following(String member, Map<String, Verdict> verdicts) {
        Predicate<String> from = rules.follows().getOrDefault(member, other -> false);
        Set<Verdict> said = EnumSet.noneOf(Verdict.class);
        verdicts.forEach((other, verdict) -> {
            if (from.test(other)) {
                said.add(acceptance(other, verdict));
            }
        });
        return Stream.of(Verdict.ACCEPT_BY_PERSON, Verdict.ACCEPT_BY_POLICY, Verdict.SWITCHED_OFF)
                .filter(said::contains)
                .findFirst()
                .orElse(null);
    }

    private Verdict acceptance(String member, Verdict verdict) {
        if (verdict != Verdict.ACCEPTED) {
            return verdict;
        }
        Pair base = agreement.base().getOrDefault(member, NEITHER);
        return base.by() == Accepted.By.PERSON ? Verdict.ACCEPT_BY_PERSON : Verdict.ACCEPT_BY_POLICY;
    }

    private static boolean isOpen(@Nullable Verdict verdict) {
        return verdict == Verdict.TELL || verdict == Verdict.NOT_KEPT;
    }

    private Verdict judge(String member) {
        Projection app = desired.member(member);
        Projection there = seen.member(member);
        boolean first = agreement.base().isEmpty();
        Pair base = agreement.base().getOrDefault(member, NEITHER);
        @Nullable Pair kept = agreement.kept().get(member);
        if (rules.ours().contains(member) && !rules.same(app, there)) {
            return isPair(kept, app, there) ? Verdict.NOT_KEPT : out() ? Verdict.WRITE : Verdict.SWITCHED_OFF;
        }
        if (rules.satisfied(member, app, there, first ? null : agreement.said(member))) {
            boolean more = rules.twoWay() && !first && !rules.same(app, there) && !rules.same(there, base.there());
            if (more) {
                // QuickBooks has come to know more than the app, which contradicts nothing.
                return settings.editInApp() ? Verdict.TAKE_IN : Verdict.SWITCHED_OFF;
            }
            // That QuickBooks has a value where the app never had one is no agreement of both.
            return app.isEmpty() && !there.isEmpty() ? Verdict.LEFT : Verdict.AGREED;
        }
        @Nullable Verdict chosen = chosen(member, app, there);
        if (chosen != null) {
            return chosen;
        }
        if (left.contains(member)) {
            return isPair(base, app, there) && base.by() != null ? Verdict.ACCEPTED : Verdict.ACCEPT_BY_POLICY;
        }
        boolean computed = rules.computed().contains(member);
        if (first) {
            if (computed && acceptTotals) {
                return Verdict.ACCEPT_BY_POLICY;
            }
            if (rules.theirs().contains(member)) {
                return settings.editInApp() ? Verdict.TAKE_IN : Verdict.ACCEPT_BY_POLICY;
            }
            return !rules.twoWay() ? Verdict.TELL : out() ? Verdict.WRITE : Verdict.SWITCHED_OFF;
        }
        if (computed && acceptTotals) {
            return isPair(base, app, there) && base.by() != null ? Verdict.ACCEPTED : Verdict.ACCEPT_BY_POLICY;
        }
        if (isPair(kept, app, there)) {
            return tolerated.contains(member) ? Verdict.ACCEPT_BY_POLICY : Verdict.NOT_KEPT;
        }
        // Where QuickBooks made something else of a write, what moves since then is what somebody changed.
        Pair last = kept == null ? base : kept;
        boolean appChanged = !rules.same(app, last.app());
        boolean thereChanged = !rules.same(there, last.there());
        if (!appChanged && !thereChanged) {
            return base.by() == null ? unsettled(member) : Verdict.ACCEPTED;
        }
        return computed ? Verdict.TELL : travel(member, app, there, appChanged, thereChanged);
    }

    private boolean out() {
        return settings.editInQuickBooks() || asked;
    }

    /** Neither side moved since a pair that differs: the app had no word there, or the base is one of an older kind. */
    private Verdict unsettled(String member) {
        return rules.stated().contains(member) ? Verdict.TELL : Verdict.LEFT;
    }

    private Verdict travel(String member, Projection app, Projection there, boolean appChanged, boolean thereChanged) {
        if (!thereChanged) {
            return out() ? Verdict.WRITE : Verdict.SWITCHED_OFF;
        }
        boolean putAway = member.equals(rules.presence()) && "false".equals(there.get(member));
        if (!appChanged && putAway && settings.editInApp()) {
            return Verdict.TELL;
        }
        if (!appChanged && rules.twoWay()) {
            return settings.editInApp() ? Verdict.TAKE_IN : Verdict.SWITCHED_OFF;
        }
        // Of money, what was told stays told until a person applies the new policy to it; else it is decided anew.
        boolean told = !rules.twoWay() && isPair(agreement.told().get(member), app, there);
        if (told || settings.conflicts() == ConflictPolicy.ASK) {
            return Verdict.TELL;
        }
        if (settings.conflicts() == ConflictPolicy.APP_WINS) {
            return out() ? Verdict.WRITE : Verdict.SWITCHED_OFF;
        }
        if (rules.twoWay()) {
            return settings.editInApp() ? Verdict.TAKE_IN : Verdict.SWITCHED_OFF;
        }
        return Verdict.ACCEPT_BY_POLICY;
    }

    private @Nullable Verdict chosen(String member, Projection app, Projection there) {
        @Nullable Choice choice = agreement.chosen().get(member);
        if (choice == null || !isPair(choice.pair(), app, there)) {
            return null;
        }
        if (choice.side() == Side.QUICKBOOKS) {
            return rules.twoWay() ? Verdict.TAKE_IN : Verdict.ACCEPT_BY_PERSON;
        }
        return rules.computed().contains(member) ? null : Verdict.WRITE;
    }

    private boolean isPair(@Nullable Pair pair, Projection app, Projection there) {
        return pair != null && rules.same(pair.app(), app) && rules.same(pair.there(), there);
    }
}
