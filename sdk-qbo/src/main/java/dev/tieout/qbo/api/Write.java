package dev.tieout.qbo.api;

import dev.tieout.TieoutException;
import dev.tieout.internal.Given;
import dev.tieout.qbo.entity.EntityPatch;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.EntityTypes;
import dev.tieout.qbo.entity.Operation;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A write as a value: what is done, to which kind of entity, and the exact body that goes over the wire. It can be
 * stored before it is sent, and sent again, byte for byte, with the same request id. Immutable.
 *
 * @param <T> the entity
 */
public final class Write<T extends QboEntity> {
    /** Entities whose delete wants the whole record rather than id and sync token (QuickBooks fact P8.8). */
    private static final Set<String> DELETED_BY_WHOLE_RECORD = Set.of("Transfer", "Attachable");

    private final EntityType<T> type;
    private final WriteOperation operation;
    private final String body;

    private Write(EntityType<T> type, WriteOperation operation, byte[] body) {
        this(type, operation, new String(body, StandardCharsets.UTF_8));
    }

    private Write(EntityType<T> type, WriteOperation operation, String body) {
        this.type = type;
        this.operation = operation;
        this.body = body;
    }

    /**
     * Makes a new record.
     *
     * @param <T> the entity
     * @param entity made with its builder, without an id
     * @return the write
     */
    public static <T extends QboEntity & Supports.Create> Write<T> create(T entity) {
        if (Given.value("entity", entity).id().isPresent()) {
            throw new IllegalArgumentException(entity.entityType().name()
                    + " has an Id: QuickBooks would take its create for an update; build a new one");
        }
        EntityType<T> type = typeOf(entity);
        return new Write<>(type, WriteOperation.CREATE, type.codec().body(entity));
    }

    /**
     * Changes the fields of a patch, and no others.
     *
     * @param <T> the entity
     * @param patch made by the record that was read
     * @return the write
     */
    public static <T extends QboEntity & Supports.SparseUpdate> Write<T> update(EntityPatch<T> patch) {
        EntityType<T> type = Given.value("patch", patch).entityType();
        return new Write<>(type, WriteOperation.UPDATE, type.codec().body(patch));
    }

    /**
     * Replaces a whole record. QuickBooks resets every writable field that is left out (QuickBooks fact P8.2): start
     * from the record that was read, by its {@code toBuilder()}.
     *
     * @param <T> the entity
     * @param entity with id and sync token
     * @return the write
     */
    public static <T extends QboEntity & Supports.FullUpdate> Write<T> replace(T entity) {
        EntityType<T> type = typeOf(entity);
        return new Write<>(type, WriteOperation.REPLACE, type.codec().body(entity));
    }

    /**
     * Makes a list entry inactive. QuickBooks then appends {@code (deleted)} to its name (QuickBooks fact P8.12).
     *
     * @param <T> the entity
     * @param entity as it was read
     * @return the write
     */
    public static <T extends QboEntity & Supports.Inactivate> Write<T> inactivate(T entity) {
        EntityType<T> type = typeOf(entity);
        return new Write<>(type, WriteOperation.INACTIVATE, type.codec().inactivation(entity));
    }

    /**
     * Deletes a record for good.
     *
     * @param <T> the entity
     * @param entity as it was read
     * @return the write
     */
    public static <T extends QboEntity & Supports.Delete> Write<T> delete(T entity) {
        EntityType<T> type = typeOf(entity);
        byte[] body = DELETED_BY_WHOLE_RECORD.contains(type.name())
                ? type.codec().body(entity)
                : type.codec().stub(id(entity), syncToken(entity));
        return new Write<>(type, WriteOperation.DELETE, body);
    }

    /**
     * Voids a transaction: it stays, with zero amounts.
     *
     * @param <T> the entity
     * @param entity as it was read
     * @return the write
     */
    public static <T extends QboEntity & Supports.Void> Write<T> voidTransaction(T entity) {
        EntityType<T> type = typeOf(entity);
        byte[] body = voidsByOperation(type)
                ? type.codec().stub(id(entity), syncToken(entity))
                : type.codec().sparseStub(id(entity), syncToken(entity));
        return new Write<>(type, WriteOperation.VOID, body);
    }

    /**
     * A write that was stored.
     *
     * @param entity the {@link EntityType#name()}
     * @param operation the operation
     * @param body the {@link #body()}
     * @return the same write
     * @throws TieoutException if this version does not know the entity, or the entity has no such operation
     */
    public static Write<?> restore(String entity, WriteOperation operation, String body) {
        EntityType<?> type = EntityTypes.byName(Given.value("entity", entity))
                .orElseThrow(() -> new TieoutException(
                        "This version does not know the entity " + entity + ": update the library on this node"));
        return restore(type, operation, body);
    }

    /**
     * A write that was stored.
     *
     * @param <T> the entity
     * @param type the entity
     * @param operation the operation
     * @param body the {@link #body()}
     * @return the same write
     * @throws TieoutException if the entity has no such operation
     */
    public static <T extends QboEntity> Write<T> restore(EntityType<T> type, WriteOperation operation, String body) {
        Given.value("type", type);
        Given.value("body", body);
        Operation needed = switch (Given.value("operation", operation)) {
            case CREATE -> Operation.CREATE;
            case UPDATE -> Operation.SPARSE_UPDATE;
            case REPLACE -> Operation.FULL_UPDATE;
            case INACTIVATE -> Operation.INACTIVATE;
            case DELETE -> Operation.DELETE;
            case VOID -> Operation.VOID;
        };
        if (!type.supports(needed)) {
            throw new TieoutException("QuickBooks has no " + operation.word() + " for " + type.name());
        }
        return new Write<>(type, operation, body);
    }

    /**
     * The kind of entity.
     *
     * @return never null
     */
    public EntityType<T> type() {
        return type;
    }

    /**
     * What is done.
     *
     * @return never null
     */
    public WriteOperation operation() {
        return operation;
    }

    /**
     * The exact JSON that goes over the wire. Holds content of the books.
     *
     * @return one JSON object
     */
    public String body() {
        return body;
    }

    /** Invoices have an operation of their own for it; the others are voided by an update (QuickBooks fact P8.9). */
    static boolean voidsByOperation(EntityType<?> type) {
        return type.name().equals("Invoice");
    }

    /** The value of the {@code operation} parameter; empty where there is none. */
    Optional<String> operationParameter() {
        return switch (operation) {
            case DELETE -> Optional.of("delete");
            case VOID -> Optional.of(voidsByOperation(type) ? "void" : "update");
            default -> Optional.empty();
        };
    }

    @SuppressWarnings("unchecked") // entity classes are final, so an entity's type is that of its class
    static <T extends QboEntity> EntityType<T> typeOf(T entity) {
        Given.value("entity", entity);
        return (EntityType<T>) entity.entityType();
    }

    private static String id(QboEntity entity) {
        return entity.id().orElseThrow(() -> notRead(entity));
    }

    private static String syncToken(QboEntity entity) {
        return entity.syncToken().orElseThrow(() -> notRead(entity));
    }

    private static IllegalArgumentException notRead(QboEntity entity) {
        return new IllegalArgumentException(
                entity.entityType().name() + " has no Id or no SyncToken: only a record that was read can be changed");
    }

    /** Names operation and entity, never the body. */
    @Override
    public String toString() {
        return "Write[" + operation + " " + type.name() + "]";
    }
}
