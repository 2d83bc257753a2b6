package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.sync.SyncSettings;
import java.util.List;
import java.util.Map;

/**
 * The power to be found in QuickBooks, or else made there, because another record names it: by a policy of the firm's, and
 * whatever the switches say about what travels by itself.
 */
public interface Introduced<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc>
        extends TwoWay<L, E> {
    /** Whether the firm wants that. */
    boolean isIntroduced(SyncSettings settings);

    /** Finds what each of some records may be in QuickBooks. */
    Map<L, List<E>> lookUp(List<L> locals, QboApi api);

    /** Whether the only one found is the record beyond doubt. */
    boolean isCertain(L local, E only);
}
