package dev.tieout.qbo.entity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sparse update: names the fields to change and leaves all others alone. A field that was never set is not sent. A
 * cleared one is sent as {@code ""} where it is text, which clears most of them, and as {@code null} elsewhere, which may
 * clear nothing (QuickBooks fact P8.5): {@link #empty} is the better way there, and the answer tells. Setting a list
 * replaces the whole list.
 *
 * <p>Mutable until it is sent; not thread-safe.
 *
 * @param <T> the entity
 */
public abstract class EntityPatch<T extends QboEntity> {
    final Draft draft;
    private final EntityType<T> type;
    private final String id;
    private final String syncToken;

    EntityPatch(EntityType<T> type, String id, String syncToken, Draft draft) {
        this.type = type;
        this.id = Limits.id(type.name(), "Id", id);
        this.syncToken = Limits.id(type.name(), "SyncToken", syncToken);
        this.draft = Objects.requireNonNull(draft, "draft");
    }

    /**
     * The kind of entity it changes.
     *
     * @return the type
     */
    public final EntityType<T> entityType() {
        return type;
    }

    /**
     * The record it changes.
     *
     * @return the record's id
     */
    public final String id() {
        return id;
    }

    /**
     * The version it was made for; QuickBooks refuses any other with 5010.
     *
     * @return the record's sync token
     */
    public final String syncToken() {
        return syncToken;
    }

    /**
     * Says whether no field was set or cleared.
     *
     * @return {@code true} if sending it would change nothing
     */
    public final boolean isEmpty() {
        return draft.isEmpty();
    }

    /**
     * The same changes for a newer version of the record.
     *
     * @param newSyncToken the sync token just read
     * @return a copy that shares nothing with this one
     */
    public abstract EntityPatch<T> withSyncToken(String newSyncToken);

    /**
     * Takes a field as another object of the kind has it, and clears it where that has none.
     *
     * @param member the field's name in JSON, such as {@code DueDate}
     * @param from where the value comes from
     * @throws IllegalArgumentException if the kind of entity has no such field
     */
    public final void take(String member, T from) {
        int index = from.shape.type.index(member);
        if (index == Shape.UNKNOWN) {
            throw new IllegalArgumentException(type.name() + " has no field " + member);
        }
        int slot = from.shape.slot(index);
        @Nullable Object value = slot < 0 ? null : from.values[slot];
        if (value == null) {
            draft.clear(index);
        } else {
            draft.set(index, value);
        }
    }

    /**
     * Empties a field by a value that says nothing, such as <code>{"value":""}</code>: in a sparse update an empty text
     * clears, and {@code null} is not known to (QuickBooks fact P8.5).
     *
     * @param member the field's name in JSON
     * @param json the value
     */
    public final void empty(String member, String json) {
        draft.raw(member, json);
    }

    /**
     * Sends a field as another object of the kind has it; one that it lacks is not sent.
     *
     * @param member the field's name in JSON
     * @param from where the value comes from
     */
    public final void echo(String member, T from) {
        if (from.has(member)) {
            take(member, from);
        }
    }

    static String idOf(QboEntity entity) {
        return entity.id()
                .orElseThrow(() -> new InvalidFieldException(
                        entity.entityType().name(), "Id", "is missing: only a record that was read can be changed"));
    }

    static String syncTokenOf(QboEntity entity) {
        return entity.syncToken()
                .orElseThrow(() -> new InvalidFieldException(
                        entity.entityType().name(),
                        "SyncToken",
                        "is missing: only a record that was read can be changed"));
    }

    /** Names the type, the id and the sync token; shows no content, which may be personal. */
    @Override
    public final String toString() {
        return type.name() + ".Patch[id=" + id + ", syncToken=" + syncToken + "]";
    }
}
