package dev.tieout.qbo.api;

import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What has changed since a moment, of which entities. Immutable. QuickBooks looks back 30 days at most and gives at most
 * 1,000 records in all, with no way to ask for more (QuickBooks facts P7.2, P7.3).
 */
public final class ChangesRequest {
    private final Instant since;
    private final Set<EntityType<?>> types;

    private ChangesRequest(Instant since, Set<EntityType<?>> types) {
        this.since = since;
        this.types = types;
    }

    /**
     * Since a moment: {@link Changes#nextSince()} of the answer before.
     *
     * @param moment by QuickBooks' clock
     * @return a request of no entity yet
     */
    public static ChangesRequest since(Instant moment) {
        return new ChangesRequest(moment, Set.of());
    }

    /**
     * Of one more entity.
     *
     * @param <T> the entity
     * @param type as {@code Invoice.TYPE}
     * @return a wider request
     */
    public <T extends QboEntity & Supports.Cdc> ChangesRequest of(EntityType<T> type) {
        Set<EntityType<?>> all = new LinkedHashSet<>(types);
        all.add(type);
        return new ChangesRequest(since, all);
    }

    /**
     * The moment.
     *
     * @return never null
     */
    public Instant since() {
        return since;
    }

    Set<EntityType<?>> types() {
        return types;
    }
}
