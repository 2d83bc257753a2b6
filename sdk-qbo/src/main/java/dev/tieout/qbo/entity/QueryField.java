package dev.tieout.qbo.entity;

import java.util.Objects;

/**
 * A field that a query may filter and sort by; made by the entity classes only. Immutable.
 *
 * @param <T> the entity
 * @param <V> what the field is compared with; a reference is compared with the id it holds
 */
public final class QueryField<T extends QboEntity, V> implements FilterField<T, V>, SortField<T> {
    private final String name;
    private final Class<V> valueType;

    QueryField(String name, Class<V> valueType) {
        this.name = Objects.requireNonNull(name, "name");
        this.valueType = Objects.requireNonNull(valueType, "valueType");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<V> valueType() {
        return valueType;
    }

    /** Returns the name in the query language. */
    @Override
    public String toString() {
        return name;
    }
}
