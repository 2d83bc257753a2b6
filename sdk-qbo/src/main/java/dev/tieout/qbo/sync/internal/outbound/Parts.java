package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.sync.internal.decide.Question.Times;
import dev.tieout.qbo.sync.internal.kind.Kinds;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.spi.SyncStore;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the engine works with. Immutable; the parts are thread-safe.
 *
 * @param rows the records' rows
 * @param kinds the kinds of record
 * @param clock the time
 * @param requestIds makes random request ids: computed ones repeat when a store is wiped or a company changes hands, and
 *     QuickBooks then replays a stranger's answer (QuickBooks fact P2.10)
 * @param times limits counted in time
 * @param companies what companies' own settings say
 * @param told who is told of changes
 */
public record Parts(
        RecordRows rows,
        Kinds kinds,
        InstantSource clock,
        Supplier<String> requestIds,
        Times times,
        CompanyReads companies,
        Told told) {
    public SyncStore store() {
        return rows.store();
    }
}
