package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.SyncState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A firm that hands everything over on its first day: work grows with what there is, and no faster. */
class FirstDayTest {
    /** More than a page of any list, and more than a minute's worth of writes. */
    private static final int FEW = 2_400;

    private static final double LINEAR = 2.15;

    /** What one first day took. */
    private record Cost(long storeCalls, long rowsRead, long rowsSaved, long calls) {}

    /** Counts the rows that go in and out of a store. */
    private static final class Counting {
        final TreeMap<String, Long> calls = new TreeMap<>();
        final TreeMap<String, Long> rows = new TreeMap<>();
        private final SyncStore store = new InMemorySyncStore();

        SyncStore store() {
            return (SyncStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, arguments) -> {
                        try {
                            Object result = method.invoke(store, arguments);
                            calls.merge(method.getName(), 1L, Long::sum);
                            rows.merge(method.getName(), size(result), Long::sum);
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static long size(Object result) {
            if (result instanceof Collection<?> many) {
                return many.size();
            }
            return result instanceof Optional<?> one && one.isEmpty() ? 0 : 1;
        }

        long rows(boolean saved) {
            return rows.entrySet().stream()
                    .filter(e -> e.getKey().startsWith("save") == saved)
                    .mapToLong(e -> e.getValue())
                    .sum();
        }
    }

    private static Cost firstDay(int n) {
        Counting counting = new Counting();
        try (Firm firm = Firm.withDefaults(counting.store())) {
            ServiceItem item = firm.linkedItem("s-1");
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                clients.add(Client.builder(LocalId.of("c-" + i), "Client Number " + i)
                        .build());
            }
            firm.clients.put(Firm.TENANT, clients);
            // The invoices first: each waits for its client.
            for (Client client : clients) {
                String id = "i-" + client.id().value();
                firm.company.invoices().stage(Firm.invoice(id, client, item, "10.00"));
            }
            firm.fake.clock().advance(Duration.ofSeconds(1));
            clients.forEach(client -> firm.company.clients().stage(client));
            counting.calls.clear();
            counting.rows.clear();
            firm.fake.history().clear();
            // What QuickBooks' limits hold up goes on in the next minute.
            while (firm.company.overview().counts().get(RecordKind.INVOICE).getOrDefault(SyncState.SYNCED, 0L) < n) {
                firm.work();
                firm.fake.clock().advance(Duration.ofMinutes(1));
            }
            assertThat(firm.company.overview().counts().get(RecordKind.INVOICE))
                    .containsEntry(SyncState.SYNCED, (long) n);
            return new Cost(
                    counting.calls.values().stream().mapToLong(v -> v).sum(),
                    counting.rows(false),
                    counting.rows(true),
                    firm.fake.history().all().size());
        }
    }

    @Test
    void workGrowsLinearlyWithWhatIsStagedAtOnce() {
        Cost few = firstDay(FEW);
        Cost many = firstDay(2 * FEW);

        assertThat((double) many.calls() / few.calls())
                .as("calls: %s, then %s", few, many)
                .isLessThan(LINEAR);
        assertThat((double) many.rowsSaved() / few.rowsSaved())
                .as("saved: %s, then %s", few, many)
                .isLessThan(LINEAR);
        assertThat((double) many.rowsRead() / few.rowsRead())
                .as("read: %s, then %s", few, many)
                .isLessThan(LINEAR);
        assertThat((double) many.storeCalls() / few.storeCalls())
                .as("asked: %s, then %s", few, many)
                .isLessThan(LINEAR);
    }
}
