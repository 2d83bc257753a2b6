package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.setup.FieldChange;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What linking two records would write over in QuickBooks. */
final class Overwrites {
    private Overwrites() {}

    /** The fields with both values; none without a counterpart. */
    static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<FieldChange> of(
            CompanyScope scope, Kind<L, E> kind, L local, @Nullable E remote) {
        if (remote == null) {
            return List.of();
        }
        try {
            E wanted = kind.entity(local, new NoLinks(scope.settings(), scope.api()));
            Projection app = kind.app(wanted, local, remote, Projection.EMPTY);
            Projection there = kind.there(remote, app, Projection.EMPTY);
            return app.members().stream()
                    .filter(member -> !kind.rules().satisfied(member, app, there, null)
                            && !kind.rules().theirs().contains(member))
                    .map(member -> new FieldChange(member, there.shown(member), app.shown(member)))
                    .toList();
        } catch (Blocked | InvalidFieldException e) {
            // What QuickBooks refuses overwrites nothing; applying the plan reports it.
            return List.of();
        }
    }
}
