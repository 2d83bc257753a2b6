package dev.tieout.qbo.api;

import dev.tieout.qbo.entity.QboEntity;

/**
 * One thing that a batch does: a write or a query. Immutable.
 *
 * @param <T> the entity
 */
public sealed interface BatchItem<T extends QboEntity> {
    /**
     * A write.
     *
     * @param <T> the entity
     * @param write what is written
     */
    record OfWrite<T extends QboEntity>(Write<T> write) implements BatchItem<T> {}

    /**
     * One page of a query.
     *
     * @param <T> the entity
     * @param query what is sought
     */
    record OfQuery<T extends QboEntity>(Query<T> query) implements BatchItem<T> {}

    /**
     * Makes an item of a write.
     *
     * @param <T> the entity
     * @param write what is written
     * @return an item
     */
    static <T extends QboEntity> BatchItem<T> of(Write<T> write) {
        return new OfWrite<>(write);
    }

    /**
     * Makes an item of one page of a query.
     *
     * @param <T> the entity
     * @param query what is sought
     * @return an item
     */
    static <T extends QboEntity> BatchItem<T> of(Query<T> query) {
        return new OfQuery<>(query);
    }
}
