package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.RecordSync;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.spi.LocalRecords;

/** What the setup must know of the kind of record that it brings together. */
interface Target<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    Slice<L, E> slice();

    RecordSync<L, E> sync();

    LocalRecords<L> records();

    /** What the app's record is called in a sentence. */
    String localWord();

    /** What the record of QuickBooks is called in a sentence. */
    String remoteWord();

    boolean active(L local);

    String name(L local);

    String name(E remote);

    CreateOutcome create(CompanyScope scope, L local);

    LocalId adopt(CompanyScope scope, E remote);
}
