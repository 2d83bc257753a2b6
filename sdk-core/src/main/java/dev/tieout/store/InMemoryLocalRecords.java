package dev.tieout.store;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link LocalRecords} that forget everything when the process ends: for tests and first steps. Thread-safe.
 *
 * @param <T> the kind of record
 */
public final class InMemoryLocalRecords<T> implements LocalRecords<T> {
    private static final class Firm<T> {
        final Map<LocalId, LocalRecord<T>> records = new LinkedHashMap<>();
        final Map<String, LocalId> created = new HashMap<>();
        long changes;
    }

    private final Function<T, LocalId> id;
    private final UnaryOperator<T> inactive;
    private final Object lock = new Object();
    private final Map<TenantId, Firm<T>> firms = new HashMap<>();

    private InMemoryLocalRecords(Function<T, LocalId> id, UnaryOperator<T> inactive) {
        this.id = id;
        this.inactive = inactive;
    }

    /**
     * An empty list of clients.
     *
     * @return the records
     */
    public static InMemoryLocalRecords<Client> clients() {
        return new InMemoryLocalRecords<>(
                Client::id, client -> client.toBuilder().active(false).build());
    }

    /**
     * An empty list of service items.
     *
     * @return the records
     */
    public static InMemoryLocalRecords<ServiceItem> serviceItems() {
        return new InMemoryLocalRecords<>(
                ServiceItem::id, item -> item.toBuilder().active(false).build());
    }

    /**
     * Adds or replaces records, as the app itself would.
     *
     * @param tenant the firm
     * @param records the records
     */
    public void put(TenantId tenant, Iterable<T> records) {
        synchronized (lock) {
            records.forEach(record -> store(firm(tenant), record));
        }
    }

    @Override
    public Stream<T> all(TenantId tenant) {
        synchronized (lock) {
            return List.copyOf(firm(tenant).records.values()).stream().map(LocalRecord::record);
        }
    }

    @Override
    public Optional<LocalRecord<T>> find(TenantId tenant, LocalId id) {
        synchronized (lock) {
            return Optional.ofNullable(firm(tenant).records.get(id));
        }
    }

    @Override
    public LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal) {
        synchronized (lock) {
            Firm<T> firm = firm(tenant);
            @Nullable LocalId earlier = firm.created.get(idempotencyKey);
            if (earlier == null) {
                store(firm, proposal);
                earlier = id.apply(proposal);
                firm.created.put(idempotencyKey, earlier);
            }
            @Nullable LocalRecord<T> made = firm.records.get(earlier);
            return made == null ? new LocalOutcome.Missing() : new LocalOutcome.Done(earlier, made.version());
        }
    }

    @Override
    public LocalOutcome update(TenantId tenant, T record, String basedOn) {
        synchronized (lock) {
            Firm<T> firm = firm(tenant);
            @Nullable LocalRecord<T> stored = firm.records.get(id.apply(record));
            if (stored == null) {
                return new LocalOutcome.Missing();
            }
            return stored.version().equals(basedOn) ? store(firm, record) : new LocalOutcome.Stale();
        }
    }

    @Override
    public LocalOutcome deactivate(TenantId tenant, LocalId id) {
        synchronized (lock) {
            Firm<T> firm = firm(tenant);
            @Nullable LocalRecord<T> stored = firm.records.get(id);
            return stored == null ? new LocalOutcome.Missing() : store(firm, inactive.apply(stored.record()));
        }
    }

    private LocalOutcome.Done store(Firm<T> firm, T record) {
        LocalId key = id.apply(record);
        String version = Long.toString(++firm.changes);
        firm.records.put(key, new LocalRecord<>(record, version));
        return new LocalOutcome.Done(key, version);
    }

    private Firm<T> firm(TenantId tenant) {
        return firms.computeIfAbsent(tenant, key -> new Firm<>());
    }
}
