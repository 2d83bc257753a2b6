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
 * @param companyName what the company calls itself, as it was last read; kept after the end like the company
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
        Optional<String> companyName,
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

    /** The same with other trouble. */
    Connection with(Optional<Trouble> other) {
        return new Connection(
                tenant,
                realm,
                companyName,
                other.map(t -> t.cause().state()).orElse(ConnectionState.CONNECTED),
                other,
                connectedAt,
                refreshedAt,
                refreshExpiresAt,
                hardExpiresAt);
    }

    /** Names everything but the company's name, which is the firm's business. */
    @Override
    public String toString() {
        return "Connection[tenant=" + tenant + ", realm=" + realm + ", state=" + state + ", trouble=" + trouble
                + ", connectedAt=" + connectedAt + ", refreshedAt=" + refreshedAt + ", refreshExpiresAt="
                + refreshExpiresAt + ", hardExpiresAt=" + hardExpiresAt + "]";
    }
}
