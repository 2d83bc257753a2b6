package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.row.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What QuickBooks holds of one record, as text, as entity and as compared fields: each text is read once, however often it is
 * decided about and stored. Not thread-safe.
 */
final class Seen<E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private final Kind<?, E> kind;
    private @Nullable String text;
    private @Nullable E entity;
    private @Nullable Projection fields;

    Seen(Kind<?, E> kind) {
        this.kind = kind;
    }

    /** An answer is in the hand that is the same as its text. */
    void hold(String json, E answer) {
        text = json;
        entity = answer;
        fields = null;
    }

    @SuppressWarnings("ReferenceEquality") // the same text need not be read twice; an equal one may be
    E entity(String json) {
        @Nullable E known = entity;
        if (known == null || text != json) {
            known = kind.type().fromJson(json);
            hold(json, known);
        }
        return known;
    }

    Projection fields(String json) {
        E known = entity(json);
        @Nullable Projection projected = fields;
        if (projected == null) {
            projected = kind.project(known);
            fields = projected;
        }
        return projected;
    }
}
