package dev.tieout.qbo.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
    private static RowKey key(String realm, String kind, String id) {
        return new RowKey(TenantId.of("firm"), realm, kind, id);
    }

    @Test
    void theSameIntentHasTheSameId() {
        assertThat(RequestIds.of(key("1", "invoice", "i-1"), "create", 1))
                .isEqualTo(RequestIds.of(key("1", "invoice", "i-1"), "create", 1));
    }

    @Test
    void everyOtherIntentHasAnother() {
        Set<String> ids = new HashSet<>();
        for (String realm : new String[] {"1", "2"}) {
            for (String kind : new String[] {"invoice", "payment"}) {
                for (String id : new String[] {"i-1", "i-11"}) {
                    for (String operation : new String[] {"create", "update"}) {
                        for (long generation = 1; generation < 4; generation++) {
                            ids.add(RequestIds.of(key(realm, kind, id), operation, generation));
                        }
                    }
                }
            }
        }
        assertThat(ids).hasSize(2 * 2 * 2 * 2 * 3);
    }

    @Test
    void itFitsABatchToo() {
        // 50 characters for a write, 36 for a batch (protocol.md §2)
        assertThat(RequestIds.of(
                        key("123456789012345678901", "service_item", "x".repeat(200)), "create", Long.MAX_VALUE))
                .hasSizeLessThanOrEqualTo(36)
                .matches("[a-z0-9]+");
    }
}
