package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Reads that several parts of the engine make. */
public final class Reading {
    private Reading() {}

    /**
     * Reads entities by id, the inactive ones too, which a query hides (QuickBooks fact P6.10); those that QuickBooks does
     * not have are missing from the list.
     */
    public static <E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<E> byIds(
            QboApi api, EntityType<E> type, FilterField<E, String> idField, List<RemoteId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> values = ids.stream().map(RemoteId::value).toList();
        return api.query(Query.of(type).in(idField, values).includeInactive()).toList();
    }

    /** Reads what was made in a stretch of time, the inactive ones too. */
    public static <E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<E> created(
            QboApi api, Kind.About<E> about, Instant from, Instant to) {
        return api.query(Query.of(about.type())
                        .atLeast(about.created(), from.atOffset(ZoneOffset.UTC))
                        .atMost(about.created(), to.atOffset(ZoneOffset.UTC))
                        .includeInactive())
                .toList();
    }
}
