package dev.tieout.qbo.sync.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Firms take turns, however many have more to do than a turn holds. */
class RotaTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private final SyncStore store = new InMemorySyncStore();
    private final Rota rota = new Rota();

    private static TenantId firm(String name) {
        return TenantId.of(name);
    }

    private void due(String firm, Instant since) {
        SyncRow row = new SyncRow(new RowKey(firm(firm), "1", "client", "c-1"), null, "WAITING", since, "{}", 0);
        assertThat(store.save(row)).isEqualTo(SaveResult.SAVED);
    }

    private List<TenantId> next(int most) {
        return rota.due(store, NOW, most, 0, tenant -> false);
    }

    private void serve(TenantId tenant) {
        assertThat(rota.claim(tenant)).isTrue();
        rota.done(tenant);
    }

    @Test
    void theOneThatCameLastIsServedInTheRoundThoughAllOthersHaveOlderWorkLeft() {
        for (int n = 0; n < 25; n++) {
            due("flood-" + n, NOW.minusSeconds(1000 - n));
        }
        due("small", NOW);
        Set<TenantId> served = new HashSet<>();
        int turns = 0;
        while (!served.contains(firm("small"))) {
            for (TenantId tenant : next(10)) {
                serve(tenant);
                assertThat(served.add(tenant))
                        .as("%s has one turn a round", tenant)
                        .isTrue();
                turns++;
            }
        }
        assertThat(turns).isEqualTo(26);
        assertThat(next(10)).as("the next round").hasSize(10).startsWith(firm("flood-0"));
    }

    @Test
    void whoIsBusyOrPassedOverIsNotNamed() {
        due("one", NOW.minusSeconds(3));
        due("two", NOW.minusSeconds(2));
        due("three", NOW.minusSeconds(1));
        assertThat(rota.claim(firm("one"))).isTrue();
        assertThat(rota.claim(firm("one"))).as("twice").isFalse();
        assertThat(rota.busy()).containsExactly(firm("one"));
        assertThat(rota.due(store, NOW, 10, 1, firm("two")::equals)).containsExactly(firm("three"));
        rota.done(firm("one"));
        assertThat(next(10)).as("one had its turn").containsExactly(firm("two"), firm("three"));
        serve(firm("two"));
        serve(firm("three"));
        assertThat(next(10)).containsExactly(firm("one"), firm("two"), firm("three"));
    }

    @Test
    void nothingDueIsNobodysTurn() {
        due("later", NOW.plusSeconds(1));
        assertThat(next(10)).isEmpty();
    }
}
