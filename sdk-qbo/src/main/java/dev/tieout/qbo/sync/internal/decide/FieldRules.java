package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of one kind of record are compared. Immutable.
 *
 * @param twoWay whether QuickBooks' changes are taken into the app
 * @param stated members on which the app always has a word: that it has nothing there means "nothing", not "whatever"
 * @param computed members that QuickBooks computes and nobody can write, such as a total
 * @param follows of the computed members those that follow from others, such as a total from the lines: where a
 *     difference of these is accepted, so is what follows from it
 * @param ours members that are put right in QuickBooks whoever changed them, such as the suffix of a name
 * @param presence the member that says whether a record is in use, or empty: that QuickBooks puts one out of use may
 *     be a merge, and is told
 * @param canon brings a value (second) of a field (first) into the form in which it is compared
 */
public record FieldRules(
        boolean twoWay,
        Set<String> stated,
        Set<String> computed,
        Map<String, Predicate<String>> follows,
        Set<String> ours,
        String presence,
        BinaryOperator<String> canon) {
    /**
     * Says whether QuickBooks has what the app wants of a member. More than the app wants does no harm (QuickBooks adds
     * defaults, an address may have more parts), unless the app had it too and cleared it, or always has a word.
     *
     * @param before what the app had when both last agreed
     */
    boolean satisfied(
            String member,
            NavigableMap<String, String> app,
            NavigableMap<String, String> there,
            @Nullable NavigableMap<String, String> before) {
        Set<String> fields = new TreeSet<>(app.keySet());
        fields.addAll(there.keySet());
        for (String field : fields) {
            @Nullable String wanted = app.get(field);
            @Nullable String held = there.get(field);
            if (wanted != null ? held == null || !equal(field, wanted, held) : isOurs(member, field, before)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOurs(String member, String field, @Nullable NavigableMap<String, String> before) {
        return stated.contains(member) || (before != null && before.containsKey(field));
    }

    /** Says whether two states of one side are the same; what is blank is not there. */
    public boolean same(NavigableMap<String, String> one, NavigableMap<String, String> other) {
        Set<String> fields = new TreeSet<>(one.keySet());
        fields.addAll(other.keySet());
        return fields.stream().allMatch(field -> {
            String here = one.getOrDefault(field, "");
            String there = other.getOrDefault(field, "");
            boolean blank = here.isBlank() || there.isBlank();
            return blank ? here.isBlank() == there.isBlank() : equal(field, here, there);
        });
    }

    /** As {@link #satisfied}, for a member of whole projections. */
    public boolean satisfied(String member, Projection app, Projection there, @Nullable Projection before) {
        return satisfied(
                member, app.member(member), there.member(member), before == null ? null : before.member(member));
    }

    private boolean equal(String field, String one, @Nullable String other) {
        return other != null && (one.equals(other) || canon.apply(field, one).equals(canon.apply(field, other)));
    }
}
