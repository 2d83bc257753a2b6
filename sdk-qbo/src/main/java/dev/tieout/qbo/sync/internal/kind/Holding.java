package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import java.util.Set;

/**
 * The power to hold entities of another kind without a word: neither their token nor their time of change tells of it, so
 * they are read again when something that holds them changes.
 */
public interface Holding<E extends QboEntity> {
    /** The kind that is held. */
    RecordKind held();

    /** What an entity holds. */
    Set<RemoteId> held(E entity);
}
