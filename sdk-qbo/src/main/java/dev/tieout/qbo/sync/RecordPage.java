package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;

/**
 * Some records of a list. Immutable.
 *
 * @param records the records
 * @param next where the next page begins; empty at the end
 */
public record RecordPage(List<SyncStatus> records, Optional<LocalId> next) {
    public RecordPage {
        records = List.copyOf(records);
    }
}
