package dev.tieout.qbo.entity;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.tieout.qbo.entity.internal.EntityCodec;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import okio.Buffer;

/**
 * A kind of entity: its name, its endpoint, and what QuickBooks lets an app do with it. The constants are on the entity
 * classes ({@code Customer.TYPE}); all of them: {@link EntityTypes}.
 *
 * <p>Immutable, thread-safe.
 *
 * @param <T> the entity
 */
public final class EntityType<T extends QboEntity> {
    private final ObjectType<T> type;
    private final Class<T> javaClass;
    private final Set<Operation> operations;
    private final ObjectCodec<T> codec;

    EntityType(ObjectType<T> type, Class<T> javaClass, Operation... operations) {
        this.type = type;
        this.javaClass = javaClass;
        EnumSet<Operation> set = EnumSet.noneOf(Operation.class);
        Collections.addAll(set, operations);
        this.operations = Collections.unmodifiableSet(set);
        this.codec = new ObjectCodec<>(type, this.operations);
    }

    /**
     * The name QuickBooks uses in JSON, queries and webhooks.
     *
     * @return for instance {@code Customer}
     */
    public String name() {
        return type.name;
    }

    /**
     * The last part of the entity's URL.
     *
     * @return for instance {@code customer}
     */
    public String endpoint() {
        return type.name.toLowerCase(Locale.ROOT);
    }

    /**
     * The class of its records.
     *
     * @return the class
     */
    public Class<T> javaClass() {
        return javaClass;
    }

    /**
     * What QuickBooks lets an app do with it (QuickBooks facts E1).
     *
     * @return the operations, not to be modified
     */
    public Set<Operation> operations() {
        return operations;
    }

    /**
     * Says whether QuickBooks has an operation for it.
     *
     * @param operation the operation
     * @return {@code true} if it has
     */
    public boolean supports(Operation operation) {
        return operations.contains(operation);
    }

    /**
     * Reads a record from its JSON text, for instance one kept with {@link QboObject#toJson()}.
     *
     * @param json one JSON object, without an envelope
     * @return the record
     * @throws UnreadableJsonException if the text is not one well-formed JSON object
     */
    public T fromJson(String json) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
            T entity = codec.read(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new UnreadableJsonException(name());
            }
            return entity;
        } catch (IOException | JsonDataException e) {
            throw new UnreadableJsonException(name());
        }
    }

    /**
     * Not API: its type is not exported. How the rest of this module reads and writes the entity.
     *
     * @return the codec
     */
    @SuppressWarnings("exports")
    public EntityCodec<T> codec() {
        return codec;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return type.name;
    }
}
