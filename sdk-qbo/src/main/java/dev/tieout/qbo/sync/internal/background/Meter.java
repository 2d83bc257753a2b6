package dev.tieout.qbo.sync.internal.background;

import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import dev.tieout.qbo.call.Priority;
import dev.tieout.qbo.call.Purpose;
import dev.tieout.qbo.call.Usage;
import dev.tieout.qbo.call.WorkspaceUsage;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.inbound.Thrift;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is asked of QuickBooks, by firm and month, and holds the month's reads against the budget. Background work
 * stores what was counted once a minute, added to what other nodes counted; so does whoever asks for the figures, and a
 * process that is closed. One that is killed loses what it had not stored. Thread-safe.
 */
public final class Meter implements CallListener, Thrift {
    private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
    private static final String KIND = "usage";
    private static final String STATE = "USAGE";
    private static final Set<String> NOT_COUNTED = Set.of("token", "userinfo", "keys");
    private static final Duration STORED_EVERY = Duration.ofMinutes(1);
    private static final Duration SUMMED_EVERY = Duration.ofMinutes(5);
    private static final int PAGE = 500;
    private static final double NEAR_ITS_END = 0.9;

    private record Key(TenantId tenant, YearMonth month) {}

    private record Summed(Instant at, WorkspaceUsage usage) {}

    private final SyncStore store;
    private final InstantSource clock;
    private final long budget;
    private final Predicate<TenantId> known;
    private final Map<Key, Usage> open = new ConcurrentHashMap<>();
    private volatile Instant storedAt;
    private volatile @Nullable Summed summed;

    /** @param known whether a firm was ever connected and not purged since: of no other anything is stored */
    public Meter(SyncStore store, InstantSource clock, long budget, Predicate<TenantId> known) {
        this.store = store;
        this.clock = clock;
        this.budget = budget;
        this.known = known;
        this.storedAt = clock.instant();
    }

    @Override
    public void ended(CallInfo call, CallResult result) {
        if (result.failure().isPresent() || NOT_COUNTED.contains(call.entity())) {
            return;
        }
        YearMonth month = month();
        boolean batch = call.operation().equals("batch");
        Map<Purpose, Long> reads = call.write() ? Map.of() : Map.of(purpose(call), 1L);
        Usage one = new Usage(month, reads, call.write() && !batch ? 1 : 0, batch ? 1 : 0);
        open.merge(new Key(call.tenant(), month), one, Usage::plus);
    }

    private static Purpose purpose(CallInfo call) {
        if (call.operation().equals("cdc")) {
            return Purpose.CHANGES;
        }
        return call.priority() == Priority.INTERACTIVE ? Purpose.PEOPLE : Purpose.BACKGROUND;
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Stores what was counted, where the last time was a minute ago. */
    void storeNowAndThen() {
        if (!clock.instant().isBefore(storedAt.plus(STORED_EVERY))) {
            store();
        }
    }

    /** Stores what was counted. Where the store fails it is kept for the next time. */
    public void store() {
        storedAt = clock.instant();
        for (Key key : Set.copyOf(open.keySet())) {
            @Nullable Usage counted = open.remove(key);
            if (counted != null) {
                try {
                    add(key, counted);
                } catch (RuntimeException e) {
                    open.merge(key, counted, Usage::plus);
                    LOG.debug(
                            "usage not stored tenant={} with {}",
                            key.tenant(),
                            e.getClass().getName());
                }
            }
        }
    }

    private void add(Key key, Usage counted) {
        if (!known.test(key.tenant())) {
            return;
        }
        RowKey row = row(key.tenant(), key.month());
        RecordRows.mark(
                store,
                row,
                before -> new SyncRow(
                        row,
                        null,
                        STATE,
                        null,
                        write(
                                before == null
                                        ? counted
                                        : read(before, key.month()).plus(counted)),
                        before == null ? 0 : before.version()));
    }

    /** What one firm asked for in a month. */
    public Usage of(TenantId tenant, YearMonth month) {
        store();
        return store.find(row(tenant, month)).map(row -> read(row, month)).orElseGet(() -> Usage.none(month));
    }

    /** What all firms asked for in a month. */
    public Usage ofAll(YearMonth month) {
        store();
        Usage sum = Usage.none(month);
        @Nullable TenantId after = null;
        List<TenantId> page;
        do {
            page = store.tenants(after, PAGE);
            List<RowKey> keys = page.stream().map(tenant -> row(tenant, month)).toList();
            for (SyncRow row : store.findAll(keys)) {
                sum = sum.plus(read(row, month));
            }
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return sum;
    }

    /** What all firms asked for this month, and what is left. */
    public WorkspaceUsage now() {
        Instant now = clock.instant();
        YearMonth month = month();
        Instant begins = begin(month);
        Instant renews = begin(month.plusMonths(1));
        Usage usage = ofAll(month);
        // A month is not told by its first hours.
        double gone = Math.max(
                Duration.ofDays(1).toSeconds(), Duration.between(begins, now).toSeconds());
        double all = Duration.between(begins, renews).toSeconds();
        WorkspaceUsage found = new WorkspaceUsage(usage, budget, Math.round(usage.totalReads() * all / gone), renews);
        summed = new Summed(now, found);
        return found;
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private WorkspaceUsage lately() {
        @Nullable Summed last = summed;
        Instant now = clock.instant();
        if (last != null
                && now.isBefore(last.at().plus(SUMMED_EVERY))
                && last.usage().usage().month().equals(month())) {
            return last.usage();
        }
        return now();
    }

    /** Says whether the month's reads are used up: what nobody waits for is not asked for any more. */
    boolean isSpent() {
        return lately().state() == WorkspaceUsage.State.SPENT;
    }

    @Override
    public Instant later(Instant now, Instant planned) {
        WorkspaceUsage usage = lately();
        Duration rest = Duration.between(now, planned);
        Instant stretched = switch (usage.state()) {
            case WITHIN -> planned;
            case NEAR -> now.plus(rest.multipliedBy(usage.usage().totalReads() >= budget * NEAR_ITS_END ? 4 : 2));
            case SPENT -> planned;
        };
        // A new month has a budget of its own.
        return stretched.isAfter(usage.renewsAt()) && planned.isBefore(usage.renewsAt()) ? usage.renewsAt() : stretched;
    }

    private static RowKey row(TenantId tenant, YearMonth month) {
        return new RowKey(tenant, "", KIND, month.toString());
    }

    private static String write(Usage usage) {
        Map<String, Object> reads = new LinkedHashMap<>();
        usage.reads().forEach((purpose, count) -> reads.put(purpose.name(), count.toString()));
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("reads", reads);
        o.put("writes", Long.toString(usage.writes()));
        o.put("batches", Long.toString(usage.batches()));
        return Json.write(o);
    }

    private static Usage read(SyncRow row, YearMonth month) {
        Map<String, Object> o = Json.read(row.document());
        Map<String, Object> stored = Json.object(o, "reads");
        Map<Purpose, Long> reads = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            if (stored.containsKey(purpose.name())) {
                reads.put(purpose, Json.number(stored, purpose.name()));
            }
        }
        return new Usage(month, reads, Json.number(o, "writes"), Json.number(o, "batches"));
    }
}
