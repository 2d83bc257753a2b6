package dev.tieout.qbo.sync;

import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;

/**
 * Some of the records of one problem. Immutable.
 *
 * @param records the records, by kind and id
 * @param next where the next page begins; empty after the last
 */
public record ProblemPage(List<SyncStatus> records, Optional<RecordRef> next) {
    /** Copies the list. */
    public ProblemPage {
        records = List.copyOf(records);
    }
}
