package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.QboEntity;

/** The power to be deleted. */
public interface Deletable<E extends QboEntity> {
    Write<E> deleting(E current);
}
