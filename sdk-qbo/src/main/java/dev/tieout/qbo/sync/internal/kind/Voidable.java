package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.QboEntity;

/** The power to be voided: kept, and taken out of the books. */
public interface Voidable<E extends QboEntity> {
    Write<E> voiding(E current);
}
