package dev.tieout.qbo.sync.internal;

import dev.tieout.matching.names.NameProblem;
import dev.tieout.matching.names.NameRules;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and numbers as both sides write them. */
public final class Names {
    private Names() {}

    /** Stops a record whose names QuickBooks would refuse, before anything is sent. */
    public static void require(List<NameProblem> problems) {
        if (!problems.isEmpty()) {
            NameProblem first = problems.get(0);
            throw new Slice.Blocked(
                    ProblemCause.INVALID_DATA,
                    first.message(),
                    "Correct the name in the app, then sync the record again.",
                    first.field().element());
        }
    }

    /** The name as the app knows it: QuickBooks adds a suffix to the name of what is made inactive. */
    public static @Nullable String clean(@Nullable String name, boolean active) {
        return name == null || active ? name : NameRules.withoutDeletedSuffix(name);
    }

    /** A number without the zeros that say nothing. */
    public static @Nullable String number(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
