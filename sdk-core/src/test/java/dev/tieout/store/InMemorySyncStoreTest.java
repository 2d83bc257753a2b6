package dev.tieout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the contract suite of the testkit leaves open to a store. */
class InMemorySyncStoreTest {
    private static final TenantId TENANT = TenantId.of("shameless-books");

    @Test
    void moreThanAThousandInOneCallAreRefused() {
        InMemorySyncStore store = new InMemorySyncStore();
        List<SyncRow> rows = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> new SyncRow(
                        new RowKey(TENANT, "9130", "client", "c-" + i), null, "WAITING", null, "{\"v\":1}", 0))
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.saveAll(rows))
                .withMessageContaining("1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.findAll(rows.stream().map(SyncRow::key).toList()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.findByRemoteIds(
                        TENANT,
                        "9130",
                        "client",
                        rows.stream().map(row -> row.key().id()).toList()));
        assertThat(store.tenants(null, 10)).isEmpty();
    }
}
