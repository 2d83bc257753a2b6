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
    private record Held<T>(T record, long changes) {
        String version() {
            return Long.toString(changes);
        }
    }

    private static final class Firm<T> {
        final Map<LocalId, Held<T>> records = new LinkedHashMap<>();
        final Map<String, LocalId> created = new HashMap<>();

        LocalOutcome put(LocalId id, T record) {
            records.merge(id, new Held<>(record, 1), (old, first) -> new Held<>(record, old.changes() + 1));
            return unchanged(id);
        }

        LocalOutcome unchanged(LocalId id) {
            @Nullable Held<T> held = records.get(id);
            return held == null ? new LocalOutcome.Missing() : new LocalOutcome.Done(id, held.version());
        }
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
     * Adds or replaces records, as the app itself would: each gets another version.
     *
     * @param tenant the firm
     * @param records the records
     */
    public void put(TenantId tenant, Iterable<T> records) {
        synchronized (lock) {
            records.forEach(record -> firm(tenant).put(id.apply(record), record));
        }
    }

    @Override
    public Stream<T> all(TenantId tenant) {
        synchronized (lock) {
            return firm(tenant).records.values().stream().map(Held::record).toList().stream();
        }
    }

    @Override
    public Optional<LocalRecord<T>> find(TenantId tenant, LocalId id) {
        synchronized (lock) {
            return Optional.ofNullable(firm(tenant).records.get(id))
                    .map(held -> new LocalRecord<>(held.record(), held.version()));
        }
    }

    @Override
    public LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal) {
        synchronized (lock) {
            Firm<T> firm = firm(tenant);
            @Nullable LocalId earlier = firm.created.putIfAbsent(idempotencyKey, id.apply(proposal));
            return earlier == null ? firm.put(id.apply(proposal), proposal) : firm.unchanged(earlier);
        }
    }

    @Override
    public LocalOutcome update(TenantId tenant, T record, String basedOn) {
        synchronized (lock) {
            Firm<T> firm = firm(tenant);
            @Nullable Held<T> held = firm.records.get(id.apply(record));
            if (held == null) {
                return new LocalOutcome.Missing();
            }
            return held.version().equals(basedOn) ? firm.put(id.apply(record), record) : new LocalOutcome.Stale();
        }
    }

    @Override
    public LocalOutcome deactivate(TenantId tenant, LocalId id) {
        synchronized (lock) {
            Firm<T> firm = firm(tenant);
            @Nullable Held<T> held = firm.records.get(id);
            if (held == null) {
                return new LocalOutcome.Missing();
            }
            T off = inactive.apply(held.record());
            return off.equals(held.record()) ? firm.unchanged(id) : firm.put(id, off);
        }
    }

    private Firm<T> firm(TenantId tenant) {
        return firms.computeIfAbsent(tenant, key -> new Firm<>());
    }
}
