package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.qbo.sync.internal.outbound.ChangeCursor;
import dev.tieout.spi.SyncRow;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a company is asked for changes when nobody rings. Immutable.
 *
 * @param alone while no webhook has ever come for it
 * @param besideWebhooks once one has: then only what was lost on its way is looked for
 */
public record Polling(Duration alone, Duration besideWebhooks) {
    Instant after(SyncRow cursor, Instant now) {
        return now.plus(ChangeCursor.isRung(cursor) ? besideWebhooks : alone);
    }
}
