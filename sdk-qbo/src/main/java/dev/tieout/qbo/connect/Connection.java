package dev.tieout.qbo.connect;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A firm's connection as it stands. A snapshot without secrets. Immutable.
 *
 * @param tenant the firm
 * @param realm its QuickBooks company; kept after the end, so that the same one can be recognised
 * @param state how it is
 * @param trouble what is wrong, or why it ended
 * @param connectedAt when an administrator last connected
 * @param refreshedAt when the tokens were last refreshed
 * @param refreshExpiresAt when the connection dies if it is never used, some 100 days after the last refresh
 * @param hardExpiresAt when it dies in any case, five years after connecting, where Intuit says so
 */
public record Connection(
        TenantId tenant,
        Optional<RealmId> realm,
        ConnectionState state,
        Optional<Trouble> trouble,
        Optional<Instant> connectedAt,
        Optional<Instant> refreshedAt,
        Optional<Instant> refreshExpiresAt,
        Optional<Instant> hardExpiresAt) {
    /**
     * Says whether calls can be made.
     *
     * @return {@code true} if connected or degraded
     */
    public boolean usable() {
        return state == ConnectionState.CONNECTED || state == ConnectionState.DEGRADED;
    }
}
