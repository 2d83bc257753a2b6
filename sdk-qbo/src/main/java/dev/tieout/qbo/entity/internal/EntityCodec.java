package dev.tieout.qbo.entity.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.tieout.qbo.entity.EntityPatch;
import dev.tieout.qbo.entity.QboEntity;
import java.io.IOException;
import java.util.function.Consumer;
import okio.BufferedSource;

/**
 * Reads and writes one kind of entity as JSON. Thread-safe.
 *
 * <p>Malformed JSON is an {@link IOException}; an answer of another shape is a {@link
 * com.squareup.moshi.JsonDataException}. A member of another type than the schema says is neither: it is kept as it
 * came.
 *
 * @param <T> the entity
 */
public interface EntityCodec<T extends QboEntity> {
    /**
     * Reads an entity where the reader stands at its opening brace.
     *
     * @param reader the reader, left after the closing brace
     * @return the entity
     * @throws IOException if the source fails or is not JSON
     */
    T read(JsonReader reader) throws IOException;

    /**
     * Reads the answer to a read or a write: the entity under its own name, beside {@code time}.
     *
     * @param body the answer
     * @return the entity
     * @throws IOException if the source fails or is not JSON
     */
    T readEnvelope(BufferedSource body) throws IOException;

    /**
     * Reads the answer to a query, handing over each entity as soon as it is read.
     *
     * @param body the answer
     * @param each gets the entities in their order
     * @return what the answer says about itself
     * @throws IOException if the source fails or is not JSON
     */
    QueryPage readQuery(BufferedSource body, Consumer<? super T> each) throws IOException;

    /**
     * Writes an entity as a value of a bigger document.
     *
     * @param writer where to
     * @param entity what
     * @throws IOException if the sink fails
     */
    void write(JsonWriter writer, T entity) throws IOException;

    /**
     * Writes the body of a sparse update as a value of a bigger document.
     *
     * @param writer where to
     * @param patch what
     * @throws IOException if the sink fails
     */
    void write(JsonWriter writer, EntityPatch<T> patch) throws IOException;

    /**
     * The body of a create, a full update, or a delete that wants the whole record.
     *
     * @param entity the entity
     * @return JSON in UTF-8
     */
    byte[] body(T entity);

    /**
     * The body of a sparse update.
     *
     * @param patch the changes
     * @return JSON in UTF-8, {@code "sparse":true} first
     */
    byte[] body(EntityPatch<T> patch);

    /**
     * The body of a delete, or of a void by {@code operation=void}: {@code Id} and {@code SyncToken}.
     *
     * @param id the id
     * @param syncToken the sync token
     * @return JSON in UTF-8
     */
    byte[] stub(String id, String syncToken);

    /**
     * The body of a void by {@code include=void}: {@code sparse}, {@code Id} and {@code SyncToken}.
     *
     * @param id the id
     * @param syncToken the sync token
     * @return JSON in UTF-8
     */
    byte[] sparseStub(String id, String syncToken);

    /**
     * The body that makes a list entity inactive: sparse where QuickBooks takes that, else the whole record with {@code
     * "Active":false} (QuickBooks facts E1.1, E1.13).
     *
     * @param entity the record as last read
     * @return JSON in UTF-8
     */
    byte[] inactivation(T entity);
}
