package dev.tieout.testkit.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One committed change of a record. Immutable.
 *
 * @param realmId the company
 * @param entity the entity's name as in JSON, for example {@code Invoice}
 * @param id the record; of a merge, the survivor
 * @param kind what happened
 * @param time when, in whole seconds as {@code MetaData.LastUpdatedTime}
 * @param deletedId of a merge the record that went away, otherwise {@code null}
 */
public record CompanyChange(
        String realmId,
        String entity,
        String id,
        ChangeKind kind,
        Instant time,
        @Nullable String deletedId) {}
