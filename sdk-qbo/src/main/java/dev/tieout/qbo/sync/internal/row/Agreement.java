package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.Side;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed, kept otherwise, told, chosen and given about the members of a record. Immutable.
 *
 * @param base by member the pair at which both sides last agreed, or that was accepted; it never moves because a
 *     difference was noticed
 * @param kept by member what was sent and what QuickBooks made of it, where that differs
 * @param told by member the pair that a person was told of and has not answered
 * @param chosen by member whose value a person chose, and between which two
 * @param given by member the pair at which both agree once the app has been given QuickBooks' value; noted before it is
 *     given, so that what the app then holds is not taken for a user's word if nobody lived to store that it was given
 */
public record Agreement(
        Map<String, Pair> base,
        Map<String, Pair> kept,
        Map<String, Pair> told,
        Map<String, Choice> chosen,
        Map<String, Pair> given) {
    public static final Agreement NONE = new Agreement(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * A person's word about one member.
     *
     * @param side whose value is to stand
     * @param pair the two values it was said about
     */
    public record Choice(Side side, Pair pair) {}

    /** What the app had of a member when both last agreed, and what it said of it since that QuickBooks did not keep. */
    public Projection said(String member) {
        @Nullable Pair agreed = base.get(member);
        @Nullable Pair since = kept.get(member);
        if (since == null) {
            return agreed == null ? Projection.EMPTY : agreed.app();
        }
        return agreed == null
                ? since.app()
                : Projection.builder().putAll(agreed.app()).putAll(since.app()).build();
    }

    /** As {@link #said(String)}, of all members. */
    public Projection said() {
        Set<String> members = new TreeSet<>(base.keySet());
        members.addAll(kept.keySet());
        Projection.Builder said = Projection.builder();
        members.forEach(member -> said(member).forEach(said::put));
        return said.build();
    }

    public Agreement withBase(UnaryOperator<NavigableMap<String, Pair>> change) {
        return new Agreement(change.apply(new TreeMap<>(base)), kept, told, chosen, given);
    }

    public Agreement withKept(UnaryOperator<NavigableMap<String, Pair>> change) {
        return new Agreement(base, change.apply(new TreeMap<>(kept)), told, chosen, given);
    }

    public Agreement withTold(Map<String, Pair> newTold) {
        return new Agreement(base, kept, new TreeMap<>(newTold), chosen, given);
    }

    public Agreement withChosen(UnaryOperator<NavigableMap<String, Choice>> change) {
        return new Agreement(base, kept, told, change.apply(new TreeMap<>(chosen)), given);
    }

    public Agreement withGiven(UnaryOperator<NavigableMap<String, Pair>> change) {
        return new Agreement(base, kept, told, chosen, change.apply(new TreeMap<>(given)));
    }

    /** Forgets what a person chose about some members: it is done. */
    public Agreement done(Collection<String> members) {
        return members.stream().anyMatch(chosen::containsKey)
                ? withChosen(all -> {
                    all.keySet().removeAll(members);
                    return all;
                })
                : this;
    }

    @Override
    public String toString() {
        return "Agreement[base=" + base.keySet() + ", kept=" + kept.keySet() + ", told=" + told.keySet() + ", chosen="
                + chosen.keySet() + ", given=" + given.keySet() + "]";
    }
}
