package dev.tieout.qbo.sync.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.store.InMemorySyncStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A lease is given back by who holds it, and by nobody else: two nodes at once is what it is there to prevent. */
class TenantLeaseTest {
    private static final TenantId FIRM = TenantId.of("firm-1");

    private final InMemorySyncStore store = new InMemorySyncStore();
    private Instant now = Instant.parse("2026-11-02T10:00:00Z");

    private TenantLease lease(String node) {
        return new TenantLease(store, () -> now, node, FIRM);
    }

    private long version() {
        return store.find(new RowKey(FIRM, "", "lease", "tenant")).orElseThrow().version();
    }

    @Test
    void aNodeThatSleptDoesNotGiveAnothersLeaseBack() {
        TenantLease slow = lease("node-1");
        assertThat(slow.hold()).isTrue();
        now = now.plus(TenantLease.LENGTH);
        TenantLease other = lease("node-2");
        assertThat(other.hold()).isTrue();
        slow.release();
        assertThat(lease("node-3").hold()).isFalse();
        assertThat(lease("node-2").hold()).isTrue();
    }

    @Test
    void aNodeThatSleptDoesNotTakeBackWhatAnotherHolds() {
        TenantLease slow = lease("node-1");
        assertThat(slow.hold()).isTrue();
        now = now.plus(TenantLease.LENGTH);
        assertThat(lease("node-2").hold()).isTrue();
        assertThat(slow.hold()).isFalse();
        slow.release();
        assertThat(lease("node-3").hold()).isFalse();
    }

    @Test
    void whatWasNeverHeldIsNotGivenBack() {
        assertThat(lease("node-1").hold()).isTrue();
        long version = version();
        TenantLease refused = lease("node-2");
        assertThat(refused.hold()).isFalse();
        refused.release();
        assertThat(version()).isEqualTo(version);
        assertThat(lease("node-3").hold()).isFalse();
    }

    @Test
    void itIsRenewedByTimeAndThenGivenBackAtOnce() {
        TenantLease lease = lease("node-1");
        assertThat(lease.hold()).isTrue();
        long version = version();
        now = now.plus(Duration.ofSeconds(59));
        assertThat(lease.hold()).isTrue();
        assertThat(version()).isEqualTo(version);
        for (int minute = 0; minute < 20; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            assertThat(lease.hold()).isTrue();
            assertThat(lease("node-2").hold()).isFalse();
        }
        lease.release();
        assertThat(lease("node-2").hold()).isTrue();
    }
}
