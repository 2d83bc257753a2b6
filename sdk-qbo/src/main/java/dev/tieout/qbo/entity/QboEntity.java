package dev.tieout.qbo.entity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that QuickBooks keeps under an id. Immutable; see {@link QboObject} for what is kept. */
public abstract class QboEntity extends QboObject {
    QboEntity(Shape shape, @Nullable Object[] values) {
        super(shape, values);
    }

    /**
     * The id that QuickBooks gave it.
     *
     * @return digits; empty for one that was not created yet
     */
    public abstract Optional<String> id();

    /**
     * The version of the record, needed to change it. A number that counts up.
     *
     * @return digits; empty for one that was not created yet
     */
    public abstract Optional<String> syncToken();

    /**
     * When the record was made and last changed.
     *
     * @return the times; empty for one that was not created yet
     */
    public abstract Optional<MetaData> metaData();

    /**
     * {@code Deleted} on the stub that stands for a deleted record.
     *
     * @return the status; mostly empty
     */
    public abstract Optional<EntityStatus> status();

    /**
     * What kind of entity this is and what can be done with it.
     *
     * @return the type
     */
    public abstract EntityType<?> entityType();

    /** Names the type, the id and the sync token; shows no content, which may be personal. */
    @Override
    public final String toString() {
        return shape.type.name + "[id=" + id().orElse("none") + ", syncToken="
                + syncToken().orElse("none") + ", " + values.length + " members]";
    }
}
