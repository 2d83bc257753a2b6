package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.Projection;
import dev.tieout.qbo.sync.internal.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What linking two records would write over in QuickBooks. */
final class Overwrites {
    private Overwrites() {}

    /** Names the fields, in QuickBooks' words; none without a counterpart. */
    static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<String> of(
            CompanyScope scope, Slice<L, E> slice, L local, @Nullable Projection remote) {
        if (remote == null) {
            return List.of();
        }
        try {
            Projection app = slice.project(slice.entity(local, NoLinks.of(scope)));
            return app.members().stream()
                    .filter(member -> !remote.satisfies(app, null, member))
                    .toList();
        } catch (Slice.Blocked | InvalidFieldException e) {
            // What QuickBooks refuses overwrites nothing; applying the plan reports it.
            return List.of();
        }
    }
}
