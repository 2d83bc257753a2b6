package dev.tieout.qbo.api;

import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.fault.QboException;
import java.util.List;

/**
 * What became of one item of a batch, or one file of an upload. Each succeeds or fails on its own (QuickBooks facts
 * P5.3, P9.1).
 */
public sealed interface BatchOutcome {
    /**
     * The write was carried out.
     *
     * @param entity the entity as QuickBooks holds it now
     * @param repeated whether an earlier attempt of the same call may have carried it out: the answer may then be as old
     *     as that one
     */
    record Written(QboEntity entity, boolean repeated) implements BatchOutcome {}

    /**
     * The query was answered.
     *
     * @param entities one page; their class is that of the query
     */
    record Found(List<QboEntity> entities) implements BatchOutcome {
        public Found {
            entities = List.copyOf(entities);
        }
    }

    /**
     * It was refused, and nothing of it was done.
     *
     * @param failure why
     */
    record Failed(QboException failure) implements BatchOutcome {}

    /**
     * It may or may not have been done. Send the same items with the same request id again, or look.
     *
     * @param failure an {@link dev.tieout.qbo.fault.OutcomeUnknownException OutcomeUnknownException}
     */
    record Unknown(QboException failure) implements BatchOutcome {}

    /**
     * It was not sent, because an earlier part of the batch failed as a whole.
     *
     * @param failure what happened to the earlier part
     */
    record NotSent(QboException failure) implements BatchOutcome {}
}
