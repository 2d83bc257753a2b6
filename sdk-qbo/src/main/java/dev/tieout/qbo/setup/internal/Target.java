package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;

/** What the setup must know of the kind of record that it brings together. */
interface Target<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    TwoWay<L, E> kind();

    Handle<L, E> handle();

    /** What the app's record is called in a sentence. */
    String localWord();

    /** What the record of QuickBooks is called in a sentence. */
    String remoteWord();

    boolean active(L local);

    String name(L local);

    String name(E remote);

    /** Who has a record's name, and which are free. */
    CreateOutcome.NameTaken taken(CompanyScope scope, L local);

    /** Links changed. */
    default void changed(CompanyScope scope) {}
}
