package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.MetaData;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads that several parts of the engine make. */
public final class Reading {
    private Reading() {}

    /** Reads entities by id, the inactive ones too; those that QuickBooks does not have are missing from the list. */
    public static <E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> List<E> byIds(
            QboApi api, EntityType<E> type, FilterField<E, String> idField, List<RemoteId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> values = ids.stream().map(RemoteId::value).toList();
        return api.query(Query.of(type).in(idField, values).includeInactive()).toList();
    }

    public static boolean createdSince(Optional<MetaData> metaData, Instant notBefore) {
        return metaData.flatMap(MetaData::createTime)
                .map(time -> !time.toInstant().isBefore(notBefore))
                .orElse(false);
    }
}
