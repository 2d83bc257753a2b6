package dev.tieout.qbo.api;

import dev.tieout.qbo.entity.QboEntity;

/**
 * The answer to a write. Immutable.
 *
 * @param <T> the entity
 * @param entity the entity as QuickBooks answered
 * @param repeated whether an earlier attempt of the same call may have carried the write out: QuickBooks then answers as
 *     it did the first time, and the record may have been changed since
 */
public record Submitted<T extends QboEntity>(T entity, boolean repeated) {}
