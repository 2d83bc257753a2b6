package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.matching.names.NameProblem;
import dev.tieout.matching.names.NameRules;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.ProblemCause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of list entries as both sides write them. */
public final class Names {
    /** The member that says that a name in use bears the suffix of those out of use. */
    public static final String SUFFIX = "NameSuffix";

    private Names() {}

    /** Stops a record whose names QuickBooks would refuse, before anything is sent. */
    public static void require(List<NameProblem> problems) {
        if (!problems.isEmpty()) {
            NameProblem first = problems.get(0);
            throw new Blocked(
                    ProblemCause.INVALID_DATA,
                    first.message(),
                    "Correct the name in the app, then sync the record again.",
                    first.field().element());
        }
    }

    /** The name as the app knows it: QuickBooks adds a suffix to what is made inactive (QuickBooks fact E5.8). */
    public static @Nullable String clean(@Nullable String name) {
        return name == null ? null : NameRules.withoutDeletedSuffix(name);
    }

    /** Says whether two names are one to QuickBooks, whichever of them bears the suffix of those out of use. */
    public static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.map(Names::key).equals(other.map(Names::key));
    }

    private static String key(String name) {
        return NameRules.collisionKey(NameRules.withoutDeletedSuffix(name));
    }

    /**
     * Notes that an entry in use still bears the suffix of those out of use: QuickBooks may not take it off by itself
     * (QuickBooks fact P8.17).
     */
    public static Projection withSuffix(Projection there, Optional<String> name, boolean active, @Nullable String app) {
        boolean bears = active
                && name.filter(n -> !n.equals(NameRules.withoutDeletedSuffix(n)))
                        .isPresent()
                && app != null
                && app.equals(NameRules.withoutDeletedSuffix(app));
        return bears
                ? Projection.builder().putAll(there).put(SUFFIX, "(deleted)").build()
                : there;
    }
}
