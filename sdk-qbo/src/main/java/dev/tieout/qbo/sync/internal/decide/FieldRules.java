package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.Map;
import java.util.Set;
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
 * @param silent members on which the app may have no word: that it has nothing there never means "nothing", even where it
 *     had something before
 * @param theirs members that a first match leaves as QuickBooks has them
 * @param canon brings a value (second) of a field (first) into the form in which it is compared
 */
public record FieldRules(
        boolean twoWay,
        Set<String> stated,
        Set<String> computed,
        Map<String, Predicate<String>> follows,
        Set<String> ours,
        String presence,
        Set<String> silent,
        Set<String> theirs,
        BinaryOperator<String> canon) {
    /** Without members of which the app may be silent, or that a first match leaves to QuickBooks. */
    public FieldRules(
            boolean twoWay,
            Set<String> stated,
            Set<String> computed,
            Map<String, Predicate<String>> follows,
            Set<String> ours,
            String presence,
            BinaryOperator<String> canon) {
        this(twoWay, stated, computed, follows, ours, presence, Set.of(), Set.of(), canon);
    }

    /**
     * Says whether QuickBooks has what the app wants of a member. More than the app wants does no harm (QuickBooks adds
     * defaults, an address may have more parts), unless the app had it too and cleared it, or always has a word.
     *
     * @param app what the app wants of the member, and perhaps of others
     * @param there what QuickBooks has of it, and perhaps of others
     * @param before what the app had when both last agreed
     */
    public boolean satisfied(String member, Projection app, Projection there, @Nullable Projection before) {
        for (Map.Entry<String, String> wanted : app.member(member).fields().entrySet()) {
            if (!equal(wanted.getKey(), wanted.getValue(), there.get(wanted.getKey()))) {
                return false;
            }
        }
        for (String field : there.member(member).fields().keySet()) {
            if (app.get(field) == null && isOurs(member, field, before)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOurs(String member, String field, @Nullable Projection before) {
        return stated.contains(member) || (!silent.contains(member) && before != null && before.get(field) != null);
    }

    /** Says whether two states of one side are the same; what is blank is not there. */
    public boolean same(Projection one, Projection other) {
        return one.equals(other) || (holds(one, other) && holds(other, one));
    }

    /** Says whether one state has all that is not blank in another. */
    private boolean holds(Projection one, Projection other) {
        for (Map.Entry<String, String> field : other.fields().entrySet()) {
            String value = field.getValue();
            if (!value.isBlank() && !equal(field.getKey(), value, one.get(field.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private boolean equal(String field, String one, @Nullable String other) {
        return other != null && (one.equals(other) || canon.apply(field, one).equals(canon.apply(field, other)));
    }
}
