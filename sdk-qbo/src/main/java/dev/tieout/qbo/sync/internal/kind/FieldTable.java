package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.qbo.entity.EntityPatch;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind, each listed once: how the app has it, how QuickBooks has it, what clearing means. Immutable.
 *
 * @param <L> the app's record
 * @param <B> the builder of QuickBooks' entity
 * @param <E> QuickBooks' entity
 */
public final class FieldTable<L, B, E extends QboEntity> {
    /** Puts the app's value into the entity to send. */
    @FunctionalInterface
    public interface Say<L, B> {
        void say(L local, Links links, B entity);
    }

    private record Field<L, B, E extends QboEntity>(
            Say<L, B> say,
            BiConsumer<E, Projection.Builder> read,
            @Nullable BiConsumer<EntityPatch<E>, E> write) {}

    private final Map<String, Field<L, B, E>> fields = new LinkedHashMap<>();

    /** A field of any form; one that the app lacks is cleared. */
    public FieldTable<L, B, E> field(String member, Say<L, B> say, BiConsumer<E, Projection.Builder> read) {
        fields.put(member, new Field<>(say, read, null));
        return this;
    }

    /** A field of any form, with a way of its own to be written. */
    public FieldTable<L, B, E> field(
            String member, Say<L, B> say, BiConsumer<E, Projection.Builder> read, BiConsumer<EntityPatch<E>, E> write) {
        fields.put(member, new Field<>(say, read, write));
        return this;
    }

    /** A field of one value that both sides have or lack. */
    public <V> FieldTable<L, B, E> value(
            String member,
            Function<L, @Nullable V> app,
            BiConsumer<B, V> set,
            Function<E, ? extends Optional<?>> there) {
        return field(
                member,
                (local, links, entity) -> {
                    @Nullable V value = app.apply(local);
                    if (value != null && !value.toString().isBlank()) {
                        set.accept(entity, value);
                    }
                },
                (entity, to) -> to.put(member, text(there.apply(entity).orElse(null))));
    }

    /**
     * As {@link #value}, of a field that is an object around one text: it is emptied, not left out.
     *
     * @param part the text's name within the object
     */
    public <V> FieldTable<L, B, E> wrapped(
            String member,
            String part,
            Function<L, @Nullable V> app,
            BiConsumer<B, V> set,
            Function<E, ? extends Optional<?>> there) {
        value(member, app, set, there);
        return writing(member, emptying(member, "{\"" + part + "\":\"\"}"));
    }

    /** A field that names a parent: the app by its own id, QuickBooks by the id of what the parent is linked with. */
    public FieldTable<L, B, E> parent(
            String member,
            RecordKind kind,
            Function<L, LocalId> app,
            BiConsumer<B, Ref> set,
            Function<E, Optional<Ref>> there) {
        return field(
                member,
                (local, links, entity) -> set.accept(
                        entity, Ref.of(links.remote(kind, app.apply(local)).value())),
                (entity, to) ->
                        to.put(member, there.apply(entity).flatMap(Ref::value).orElse(null)));
    }

    /** A field that names a record of QuickBooks' own, such as a class, by its id there. */
    public FieldTable<L, B, E> reference(
            String member,
            Function<L, @Nullable String> app,
            BiConsumer<B, Ref> set,
            Function<E, Optional<Ref>> there) {
        return wrapped(
                member,
                "value",
                app,
                (entity, id) -> set.accept(entity, Ref.of(id)),
                entity -> there.apply(entity).flatMap(Ref::value));
    }

    /** Writes a field that the app lacks as a value that says nothing. */
    public static <E extends QboEntity> BiConsumer<EntityPatch<E>, E> emptying(String member, String json) {
        return (patch, wanted) -> {
            if (wanted.has(member)) {
                patch.take(member, wanted);
            } else {
                // An empty text clears, a null is not known to (QuickBooks fact P8.5).
                patch.empty(member, json);
            }
        };
    }

    private FieldTable<L, B, E> writing(String member, BiConsumer<EntityPatch<E>, E> write) {
        fields.computeIfPresent(member, (name, field) -> new Field<>(field.say(), field.read(), write));
        return this;
    }

    /** Puts all of the app's values into an entity. */
    public void say(L local, Links links, B entity) {
        fields.values().forEach(field -> field.say().say(local, links, entity));
    }

    /** Reads all fields of an entity. */
    public Projection project(E entity) {
        Projection.Builder to = Projection.builder();
        fields.values().forEach(field -> field.read().accept(entity, to));
        return to.build();
    }

    /** Writes some members as the wanted entity has them. */
    public void write(Set<String> members, E wanted, EntityPatch<E> patch) {
        for (String member : members) {
            @Nullable Field<L, B, E> field = fields.get(member);
            if (field != null && field.write() != null) {
                field.write().accept(patch, wanted);
            } else {
                patch.take(member, wanted);
            }
        }
    }

    public boolean has(String member) {
        return fields.containsKey(member);
    }

    /** A number without the zeros that say nothing; other values as they are. */
    public static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
