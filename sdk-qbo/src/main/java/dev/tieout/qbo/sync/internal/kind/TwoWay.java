package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.LocalId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.spi.LocalRecords;
import java.util.Set;

/** The power to go back into the app. */
public interface TwoWay<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> extends Kind<L, E> {
    /** Where changes arrive. */
    LocalRecords<L> records();

    /** Builds the app's record out of its old self and some members as QuickBooks has them. */
    L accept(L local, Set<String> members, Projection there);

    /** Tells whether a record of QuickBooks that the app has not may become one of the app. */
    boolean importable(E entity);

    /** Builds a new record of the app out of a record of QuickBooks. */
    L adopt(LocalId proposed, E entity);

    /** The app's record, bearing another name if it bears the given one. */
    L called(L local, String app, String name);

    /** Tells whether a record is active in QuickBooks. */
    boolean active(E entity);

    /** Tells whether two records, one of each side and linked with nothing, may be the same. */
    boolean resembles(L local, E entity);
}
