package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SyncStore} must do. Extend it, give it your store, and run it with JUnit. The tests are final: a
 * store that cannot pass one is no {@code SyncStore}. They use tenants of their own and delete them, so a store that is
 * shared with other tests will do.
 *
 * <p>The tests come by topic from the classes above this one: one row, many rows in one call, what is due, pages. Those
 * here are about writers that meet and about durability.
 */
public abstract class SyncStoreContract extends SyncStoreListContract {
    /** For subclasses. */
    protected SyncStoreContract() {}

    @Override
    final void delete(SyncStore open, TenantId tenant) {
        open.deleteTenant(tenant);
    }

    /** Of writers that save the same version at once, exactly one wins each round. */
    @Test
    public final void oneOfManyWritersOfAVersionWins() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        RowKey key = key(tenant(), "1");
        for (int round = 0; round < 20; round++) {
            long version = round;
            List<SaveResult> results =
                    Race.run(thread -> opened().save(new SyncRow(key, null, "S" + thread, null, "x", version)));

            assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
            assertThat(opened().find(key).orElseThrow().version()).isEqualTo(version + 1);
        }
    }

    /** Calls that share their rows, in whatever order, all come back: each row is won once. */
    @Test
    public final void callsThatShareRowsAllComeBackAndEachRowIsWonOnce() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        TenantId tenant = tenant();
        for (int round = 0; round < 10; round++) {
            long version = round;
            List<List<SaveResult>> results = Race.run(thread -> {
                List<SyncRow> rows = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    int row = thread % 2 == 0 ? i : 9 - i;
                    rows.add(new SyncRow(key(tenant, "r" + row), null, "S" + thread, null, "x", version));
                }
                List<SaveResult> outcomes = new ArrayList<>(opened().saveAll(rows));
                if (thread % 2 != 0) {
                    Collections.reverse(outcomes);
                }
                return outcomes;
            });

            for (int row = 0; row < 10; row++) {
                int at = row;
                assertThat(results.stream().map(outcomes -> outcomes.get(at)))
                        .containsOnlyOnce(SaveResult.SAVED)
                        .containsOnly(SaveResult.SAVED, SaveResult.STALE);
                assertThat(opened().find(key(tenant, "r" + row)).orElseThrow().version())
                        .isEqualTo(version + 1);
            }
        }
    }

    /** Of rows that claim the same remote id at once, exactly one gets it. */
    @Test
    public final void oneOfManyClaimsOfARemoteIdWins() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        TenantId tenant = tenant();
        for (int round = 0; round < 20; round++) {
            String remote = "r" + round;
            List<SaveResult> results =
                    Race.run(thread -> opened().save(row(key(tenant, remote + "-" + thread), remote, "SYNCED", null)));

            assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
            assertThat(Collections.frequency(results, SaveResult.TAKEN)).isEqualTo(results.size() - 1);
        }
    }

    /** What was saved is there after the store was opened again. */
    @Test
    public final void rowsSurviveReopening() {
        assumeTrue(powers().contains(Power.DURABLE), "the store does not declare DURABLE");
        SyncRow row = saved(row(key(tenant(), "1"), "58", "SYNCED", NOON));

        SyncStore again = reopen(opened());

        assertThat(again.find(row.key())).contains(row);
        assertThat(again.save(row(key(row.key().tenant(), "2"), "58", "SYNCED", null)))
                .isEqualTo(SaveResult.TAKEN);
        reopened(again);
    }
}
