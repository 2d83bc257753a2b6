package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.row.People.Called;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import java.util.Optional;

/** A name that a person chose because a record's own is taken. */
public final class ChosenName {
    private static final int TRIES = 5;

    private ChosenName() {}

    /**
     * The chosen name becomes the record's own in the app, before it is created, so that both have it whatever ends in between.
     * A record that the app does not give back, or whose name somebody changed meanwhile, is left: the name stands with the
     * link.
     */
    public static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void writeBack(
            TwoWay<L, E> kind, TenantId tenant, LocalId id, Called called) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<LocalRecord<L>> found = kind.records().find(tenant, id);
            if (found.isEmpty()) {
                return;
            }
            L old = found.get().record();
            L named = kind.called(old, called.app(), called.name());
            if (named.equals(old)
                    || !(kind.records().update(tenant, named, found.get().version()) instanceof LocalOutcome.Stale)) {
                return;
            }
        }
    }
}
