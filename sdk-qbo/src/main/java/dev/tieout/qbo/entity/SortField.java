package dev.tieout.qbo.entity;

/**
 * A field that a query may sort by.
 *
 * @param <T> the entity
 */
public sealed interface SortField<T extends QboEntity> permits QueryField {
    /**
     * The name in the query language, for instance {@code MetaData.LastUpdatedTime}.
     *
     * @return the name
     */
    String name();
}
