package dev.tieout.qbo.entity;

/**
 * A field that a query may filter by.
 *
 * @param <T> the entity
 * @param <V> what the field is compared with; a reference is compared with the id it holds
 */
public sealed interface FilterField<T extends QboEntity, V> permits QueryField {
    /**
     * The name in the query language, for instance {@code MetaData.LastUpdatedTime}.
     *
     * @return the name
     */
    String name();

    /**
     * The type of the values it is compared with.
     *
     * @return the class of the values
     */
    Class<V> valueType();
}
