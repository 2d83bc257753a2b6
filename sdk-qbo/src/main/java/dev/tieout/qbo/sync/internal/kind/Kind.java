package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
import dev.tieout.qbo.sync.internal.decide.Question.Locked;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record: how the app's record and QuickBooks' entity correspond. Stateless, thread-safe.
 *
 * @param <L> the app's record
 * @param <E> QuickBooks' entity
 */
public interface Kind<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    /** What is fixed about the kind. */
    About<E> about();

    /**
     * What is fixed about a kind of record.
     *
     * @param name the kind
     * @param type QuickBooks' entity
     * @param id the field to look entities up by id
     * @param created the field to look entities up by the time when they were made
     * @param changed the field to look entities up by the time of their last change
     * @param parents the kinds whose records may have to come first
     * @param rules how fields are compared
     */
    record About<E extends QboEntity>(
            RecordKind name,
            EntityType<E> type,
            FilterField<E, String> id,
            FilterField<E, OffsetDateTime> created,
            FilterField<E, OffsetDateTime> changed,
            List<RecordKind> parents,
            FieldRules rules) {}

    default RecordKind name() {
        return about().name();
    }

    default EntityType<E> type() {
        return about().type();
    }

    default FieldRules rules() {
        return about().rules();
    }

    LocalId id(L local);

    String encode(L local);

    L decode(String json);

    /** The day that a record of money bears in the app; {@code null} for what has none. */
    default @Nullable LocalDate day(L local) {
        return null;
    }

    /** Names the records that must be in QuickBooks before this one can be, each once. */
    default List<RecordRef> parents(L local) {
        return List.of();
    }

    /**
     * Builds the entity that a create sends.
     *
     * @throws Blocked if it cannot be built until someone changes something
     */
    E entity(L local, Links links);

    /** Reads all compared fields of an entity, whatever the app has. */
    Projection project(E entity);

    /**
     * Says what the app wants, in fields that correspond with QuickBooks'.
     *
     * @param wanted the entity as the app wants it
     * @param local the app's record
     * @param seen the entity as QuickBooks was last seen to hold it, or {@code null}
     * @param base what the app had when both last agreed; empty if they never did
     */
    default Projection app(E wanted, L local, @Nullable E seen, Projection base) {
        return project(wanted);
    }

    /**
     * Says what QuickBooks has, in the fields of the app.
     *
     * @param seen the entity as QuickBooks holds it
     * @param app what the app has
     * @param base what the app had when both last agreed
     */
    default Projection there(E seen, Projection app, Projection base) {
        return project(seen);
    }

    /**
     * Adds what a record is created with and nobody compares later, such as the exchange rate of its day.
     *
     * @param wanted the entity as the app wants it
     */
    default E completed(E wanted, L local, Links links) {
        return wanted;
    }

    /** Builds the write that creates an entity. */
    Write<E> create(E wanted);

    /**
     * Builds the sparse update that brings some members of an entity to what the app wants.
     *
     * @param current the entity as QuickBooks holds it
     * @param wanted the entity as the app wants it
     * @param app the compared fields of the app
     * @param members the members to write; one that the app lacks is cleared
     */
    Write<E> update(E current, E wanted, Projection app, Set<String> members);

    /**
     * How a write goes out; one that needs options of its own goes in a call of its own.
     *
     * @param options the plain ones
     */
    default WriteOptions options(Write<?> write, WriteOptions options) {
        return options;
    }

    /** After a create: the app's fields under the names that QuickBooks' answer gives them. */
    default Projection renamed(Projection carried, E answer) {
        return carried;
    }

    /** What stands in the way of ending a record, as far as QuickBooks' last answer tells. */
    default @Nullable Obstructed endObstacle(E seen) {
        return null;
    }

    /** What stands in the way of ending a record, as far as the company's own settings tell. */
    default @Nullable Obstructed closedBooks(E seen, Links links) {
        return null;
    }

    /** A parent that a record can do without, by a policy of the firm's, while it is not linked. */
    default boolean canDoWithout(RecordRef parent, SyncSettings settings) {
        return false;
    }

    /** Fields that QuickBooks would drop without a word, because the company does not keep track of them. */
    default List<String> dropped(L local, CompanyFacts company) {
        return List.of();
    }

    /** Members that a policy leaves to QuickBooks: they are not sent, and whatever it has there is accepted. */
    default Set<String> left(Links links) {
        return Set.of();
    }

    /** Members of which a policy accepts what QuickBooks kept in place of what it was sent. */
    default Set<String> tolerated(Links links) {
        return Set.of();
    }

    /**
     * Levels what a policy has count as the same.
     *
     * @return what QuickBooks has, as it counts
     */
    default Projection levelled(Projection app, Projection there, SyncSettings settings) {
        return there;
    }

    /** Members that QuickBooks will not let go now. */
    default @Nullable Locked locked(E seen, Instant now) {
        return null;
    }

    /**
     * Tells whether an entity is void, and not only nothing.
     *
     * @param local the app's record, which may show that it is not; {@code null} if there is none
     */
    default boolean isVoid(E entity, @Nullable L local) {
        return false;
    }

    /** The page that shows a record in QuickBooks, below {@code app/}. */
    default Optional<String> page(RemoteId id) {
        return Optional.empty();
    }

    /** Tells whether an entity is what a create would have made, as far as it can be told apart from others. */
    boolean matches(E body, E found);

    /** Tells whether an entity bears a mark that only this create can have given it. */
    boolean bearsOurMark(E body, E found);

    /** Tells whether an entity that somebody has edited since may have been made by a create: any trace of it is left. */
    boolean mayBe(E body, E found);
}
