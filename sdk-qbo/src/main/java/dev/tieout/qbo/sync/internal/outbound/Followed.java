package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.row.Agreement;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.HashMap;
import java.util.Map;

/** What follows from a write in QuickBooks by itself. */
final class Followed {
    private Followed() {}

    /**
     * What QuickBooks works out anew because of a write, such as a due date from other terms, nobody has changed: where the app
     * has no word on it, and it was as agreed before, it is as agreed still.
     *
     * @param before the entity as it was when it was written
     */
    static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Agreement by(
            Kind<L, E> kind, Agreement agreement, Intent intent, E before, E answer) {
        Projection carried = intent.carried();
        Projection said = agreement.said();
        Projection was = kind.there(before, carried, said);
        Projection is = kind.there(answer, carried, said);
        Map<String, Pair> moved = new HashMap<>();
        agreement.base().forEach((member, pair) -> {
            boolean unsaid = pair.by() == null && pair.app().isEmpty() && !carried.has(member);
            Projection now = is.member(member);
            if (unsaid
                    && kind.rules().same(pair.there(), was.member(member))
                    && !kind.rules().same(pair.there(), now)) {
                moved.put(member, Pair.of(member, carried, is));
            }
        });
        return moved.isEmpty()
                ? agreement
                : agreement.withBase(base -> {
                    Pair.settle(base, moved);
                    return base;
                });
    }
}
