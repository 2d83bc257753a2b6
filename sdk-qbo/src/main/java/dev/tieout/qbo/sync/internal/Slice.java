package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of record brings to the engine: how the app's record and QuickBooks' entity correspond. Stateless.
 *
 * @param <L> the app's record
 * @param <E> QuickBooks' entity
 */
public interface Slice<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    RecordKind kind();

    EntityType<E> type();

    /** The field to look entities up by id. */
    FilterField<E, String> idField();

    /** The field to look entities up by the time of their last change. */
    FilterField<E, OffsetDateTime> changedField();

    LocalId id(L local);

    String encode(L local);

    L decode(String json);

    /** Says whether the firm wants such records created, or changed, in QuickBooks. */
    boolean sends(SyncSettings settings, boolean create);

    /** Says whether the app takes this kind of record back from QuickBooks. */
    boolean bothWays();

    /** Names the records that must be in QuickBooks before this one can be. */
    List<Parent> parents(L local);

    /**
     * Builds the entity that a create sends.
     *
     * @throws Blocked if it cannot be built until someone changes something
     */
    E entity(L local, Links links);

    /** Reads the fields that both sides know, of an entity built here or read from QuickBooks. */
    Projection project(E entity);

    /** Builds the write that creates an entity. */
    Write<E> create(E entity);

    /**
     * Builds the sparse update that brings the named fields of an entity to what the app wants.
     *
     * @param current the entity as QuickBooks holds it now
     * @param wanted the entity as the app wants it
     * @param fields the fields to write; one that the wanted entity lacks is cleared
     */
    Write<E> update(E current, E wanted, Set<String> fields);

    /** Builds the write that voids an entity, where QuickBooks has that. */
    default Optional<Write<E>> voiding(E current) {
        return Optional.empty();
    }

    /** Tells whether an entity is void. */
    default boolean isVoid(E entity) {
        return false;
    }

    /** What a record comes to in the app; zero where records have no amount. */
    default BigDecimal total(L local) {
        return BigDecimal.ZERO;
    }

    /** What a record comes to in QuickBooks, counted as the app counts it; zero where records have no amount. */
    default BigDecimal total(E entity, L local) {
        return BigDecimal.ZERO;
    }

    /** Builds the app's record out of its old self and the fields that changed in QuickBooks. */
    default L accept(L local, Projection merged) {
        throw new IllegalStateException(kind() + " does not come back from QuickBooks");
    }

    /** Tells whether a record of QuickBooks that the app has not may become one of the app. */
    default boolean wanted(E entity) {
        return bothWays();
    }

    /** Builds a new record of the app out of a record of QuickBooks. */
    default L adopt(LocalId proposed, E entity) {
        throw new IllegalStateException(kind() + " does not come back from QuickBooks");
    }

    /**
     * Looks for the entity that a create of unknown outcome may have made, by its natural key.
     *
     * @return what could be it, none of it linked yet for all this slice knows
     */
    List<E> probe(CompanyScope scope, E wanted, Instant notBefore);

    /**
     * A parent record.
     *
     * @param kind its kind
     * @param id its id in the app
     */
    record Parent(RecordKind kind, LocalId id) {
        String text() {
            return kind + " " + id;
        }
    }

    /** Looks up what other records are called in QuickBooks. */
    interface Links {
        /** The id of a record that {@link Slice#parents} named. */
        RemoteId remote(RecordKind kind, LocalId id);

        /** The company that is written to. */
        CompanyScope scope();
    }

    /** Thrown when a record cannot be written until someone changes something; nothing was sent. */
    final class Blocked extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ProblemCause cause;
        private final String remedy;
        private final @Nullable String field;

        public Blocked(ProblemCause cause, String message, String remedy, @Nullable String field) {
            super(message, null, false, false);
            this.cause = cause;
            this.remedy = remedy;
            this.field = field;
        }

        /** The field at fault in QuickBooks' words, or {@code null} if it is no single one. */
        @Nullable
        String field() {
            return field;
        }

        SyncProblem problem(Instant now) {
            return new SyncProblem(cause, String.valueOf(getMessage()), remedy, field, null, null, null, null, now);
        }
    }
}
