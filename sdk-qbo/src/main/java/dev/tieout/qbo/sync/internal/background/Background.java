// Over 300 lines: all that nobody waits for, each kind of due row a short method.
package dev.tieout.qbo.sync.internal.background;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.SequencedWrites;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.Progress;
import dev.tieout.qbo.sync.internal.handle.Introductions;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.handle.Waking;
import dev.tieout.qbo.sync.internal.inbound.ChangeFeed;
import dev.tieout.qbo.sync.internal.inbound.MergeNote;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.outbound.Backoff;
import dev.tieout.qbo.sync.internal.outbound.ChangeCursor;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Ripples;
import dev.tieout.qbo.sync.internal.outbound.Scopes;
import dev.tieout.qbo.sync.internal.outbound.Thrown;
import dev.tieout.qbo.sync.internal.outbound.Turn;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.Offer;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step of background work: leases firms that have something due, and works through it in order. Thread-safe; any
 * number of nodes may run it.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int TENANTS = 100;
    private static final int ROWS = 600;
    private static final int CHUNK = SequencedWrites.MOST;

    private record Pause(int failures, Instant until) {}

    private final Parts parts;
    private final Scopes scopes;
    private final Locks locks;
    private final ChangeFeed feed;
    private final Waking waking;
    private final Meter meter;
    private final String nodeName;
    private final Rota rota = new Rota();

    /** Firms whose rows this node cannot work through, such as rows of a newer version: they must not starve others. */
    private final Map<TenantId, Pause> paused = new ConcurrentHashMap<>();

    /** Firms whose company's limits let no more through, and until when: the limits hold up the firm, not each record. */
    private final Map<TenantId, Instant> throttled = new ConcurrentHashMap<>();

    /** Parents of a firm that have come, and whose children are looked for when there are enough of them. */
    private final Map<TenantId, Remembered> remembered = new ConcurrentHashMap<>();

    public Background(Parts parts, Scopes scopes, Locks locks, ChangeFeed feed, Meter meter, String nodeName) {
        this.parts = parts;
        this.scopes = scopes;
        this.locks = locks;
        this.feed = feed;
        this.waking = new Waking(parts);
        this.meter = meter;
        this.nodeName = nodeName;
    }

    /**
     * Does what is due, a bounded piece of it for each firm.
     *
     * @return how many rows it worked on; 0 means that nothing was due
     */
    public int run() {
        Instant now = parts.clock().instant();
        paused.values().removeIf(pause -> pause.until().isBefore(now.minus(Duration.ofHours(2))));
        throttled.values().removeIf(until -> !until.isAfter(now));
        int worked = 0;
        for (TenantId tenant : due(TENANTS)) {
            worked += step(tenant);
        }
        return worked;
    }

    /** Names firms that have something due, at most so many, those that had their turn in this round last. */
    public List<TenantId> due(int most) {
        Instant now = parts.clock().instant();
        return rota.due(parts.store(), now, most, paused.size() + throttled.size(), tenant -> {
            @Nullable Pause pause = paused.get(tenant);
            return isThrottled(tenant) || (pause != null && pause.until().isAfter(now));
        });
    }

    /** Names the firms that this process works on at this moment. */
    public Set<TenantId> busy() {
        return rota.busy();
    }

    /**
     * Does a bounded piece of what is due for one firm.
     *
     * @return how many rows it worked on; 0 too if another thread or node works on the firm
     */
    public int step(TenantId tenant) {
        if (!rota.claim(tenant)) {
            return 0;
        }
        try {
            return leased(tenant);
        } finally {
            rota.done(tenant);
        }
    }

    private int leased(TenantId tenant) {
        TenantLease lease = new TenantLease(parts.store(), parts.clock(), nodeName, tenant);
        try {
            if (!lease.hold()) {
                return 0;
            }
            int worked = work(tenant, lease);
            meter.storeNowAndThen();
            if (worked > 0) {
                paused.remove(tenant);
            } else if (isDue(tenant)) {
                pause(tenant);
            }
            return worked;
        } catch (RuntimeException e) {
            // One firm's trouble must not keep the others waiting; its rows stay due.
            pause(tenant);
            LOG.error(
                    "background run failed tenant={} with {}",
                    tenant,
                    LOG.isDebugEnabled() ? new Thrown(e) : e.getClass().getName());
            return 0;
        } finally {
            release(lease, tenant);
        }
    }

    /** What another node did meanwhile is no reason to pass a firm over. */
    private boolean isDue(TenantId tenant) {
        Instant now = parts.clock().instant();
        return parts.store().nextDue(tenant).filter(due -> !due.isAfter(now)).isPresent();
    }

    private static void release(TenantLease lease, TenantId tenant) {
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.warn(
                    "lease not given back tenant={} with {}",
                    tenant,
                    e.getClass().getName());
        }
    }

    private boolean isThrottled(TenantId tenant) {
        @Nullable Instant until = throttled.get(tenant);
        return until != null && until.isAfter(parts.clock().instant());
    }

    private void pause(TenantId tenant) {
        paused.compute(tenant, (t, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            return new Pause(failures, parts.clock().instant().plus(Backoff.after(failures)));
        });
    }

    /** One bounded step of one firm, for hosts that have an engine of their own. */
    public Progress run(TenantId tenant, Duration budget) {
        if (!rota.claim(tenant)) {
            return progress(tenant, 0, Progress.Why.BUSY);
        }
        try {
            return within(tenant, budget);
        } finally {
            rota.done(tenant);
        }
    }

    private Progress within(TenantId tenant, Duration budget) {
        Instant end = parts.clock().instant().plus(budget);
        TenantLease lease = new TenantLease(parts.store(), parts.clock(), nodeName, tenant);
        if (!lease.hold()) {
            return progress(tenant, 0, Progress.Why.BUSY);
        }
        int done = 0;
        try {
            while (true) {
                int worked = work(tenant, lease);
                meter.storeNowAndThen();
                done += worked;
                @Nullable Instant until = throttled.get(tenant);
                if (until != null && isThrottled(tenant)) {
                    return new Progress(done, false, until, Progress.Why.THROTTLED);
                }
                if (worked == 0) {
                    boolean connected =
                            scopes.find(tenant).map(CompanyScope::connected).orElse(false);
                    return progress(tenant, done, connected ? Progress.Why.DONE : Progress.Why.NOT_CONNECTED);
                }
                if (!parts.clock().instant().isBefore(end)) {
                    return progress(tenant, done, Progress.Why.BUDGET);
                }
            }
        } finally {
            release(lease, tenant);
        }
    }

    /** Removes every row of a firm while nobody is at work for it, who would store again what he works on. */
    public void purge(TenantId tenant) {
        // A name of its own: this node's background work is no reason to go ahead either.
        TenantLease lease = new TenantLease(parts.store(), parts.clock(), nodeName + " purging", tenant);
        if (!lease.hold()) {
            throw new IllegalStateException(
                    "Firm " + tenant + " is being worked on in the background: purge it again some minutes later");
        }
        parts.store().deleteTenant(tenant);
        remembered.remove(tenant);
    }

    private Progress progress(TenantId tenant, int done, Progress.Why why) {
        @Nullable Instant next = parts.store().nextDue(tenant).orElse(null);
        boolean more = next != null && !next.isAfter(parts.clock().instant());
        return new Progress(done, more, next, why);
    }

    /**
     * Keeps in mind that a record of QuickBooks was merged into another. No call goes out.
     *
     * @param entity what QuickBooks calls the records
     */
    public void noteMerge(CompanyScope scope, String entity, RemoteId gone, RemoteId survivor) {
        for (Kind<?, ?> kind : parts.kinds().all()) {
            // Kept although no link may lead to it: a create whose answer is out, or an earlier merge, may make one.
            if (kind.type().name().equals(entity)) {
                new MergeNote(kind.name(), gone, survivor)
                        .keep(parts.store(), scope, parts.clock().instant());
            }
        }
    }

    private int work(TenantId tenant, TenantLease lease) {
        Instant now = parts.clock().instant();
        List<SyncRow> due = parts.store().dueRows(tenant, now, ROWS);
        Optional<CompanyScope> found = scopes.find(tenant);
        if (found.isEmpty()) {
            due.forEach(this::rest);
            return 0;
        }
        CompanyScope scope = found.get().inBackground();
        List<SyncRow> feeds = new ArrayList<>();
        Map<Integer, List<SyncRow>> records = new TreeMap<>();
        int worked = 0;
        for (SyncRow row : due) {
            boolean current = row.key().realm().equals(scope.realm().value());
            if (!current) {
                rest(row);
            } else if (row.key().kind().equals(MergeNote.KIND)) {
                // Merges first: what refers to the one that went would be refused.
                follow(scope, row);
                worked++;
            } else if (row.key().kind().equals(Offer.KIND)) {
                offer(scope, row);
                worked++;
            } else if (row.key().kind().equals(ChangeCursor.KIND)) {
                feeds.add(row);
            } else if (parts.kinds().find(row.key().kind()).isPresent() && RecordRow.readable(row)) {
                RecordKind kind = new RecordKind(row.key().kind());
                records.computeIfAbsent(parts.kinds().rank(kind), r -> new ArrayList<>())
                        .add(row);
            }
            // Rows of kinds and formats that this version does not know are left to nodes that do.
        }
        for (List<SyncRow> rows : records.values()) {
            worked += push(scope, rows, lease);
        }
        wake(scope, due.size() == ROWS);
        // Last the change feed: a create in flight must settle before its echo is read.
        for (SyncRow cursor : feeds) {
            if (lease.hold()) {
                read(scope, cursor);
                worked++;
            }
        }
        return worked;
    }

    private int push(CompanyScope scope, List<SyncRow> rows, TenantLease lease) {
        Ripples ripples = new Ripples();
        Set<RecordRef> lacking = new LinkedHashSet<>();
        int worked = 0;
        CompanyScope current = scope;
        for (int from = 0; from < rows.size() && !isThrottled(scope.tenant()) && lease.hold(); from += CHUNK) {
            List<SyncRow> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            Turn turn = new Turn(parts, current, true);
            List<Work<?, ?>> works = new ArrayList<>();
            for (SyncRow row : chunk) {
                open(turn, row).ifPresent(works::add);
            }
            locks.with(works.stream().map(Work::key).toList(), () -> turn.run(works));
            ripples.add(turn.ripples());
            works.forEach(work -> lacking.addAll(work.lacking()));
            worked += works.size();
            if (turn.connectionFailed()) {
                // The rest waits for the connection, and is not refused chunk by chunk.
                current = scopes.find(scope.tenant())
                        .filter(now -> now.realm().equals(scope.realm()))
                        .orElse(scope)
                        .inBackground();
            }
            @Nullable Instant until = turn.throttledUntil();
            if (until != null) {
                // What is due behind it stays due: tried now, each would be read, stored and refused, minute by minute.
                throttled.put(scope.tenant(), until);
            }
        }
        remembered(scope).add(ripples);
        new Introductions(parts, locks).of(scope, lacking);
        return worked;
    }

    /**
     * Wakes the children of parents that came. To find them, all that waits is looked through; while more is due, that is
     * done only when half as many came as were looked through last, so that it is paid for by those who came. A process that
     * dies meanwhile leaves the children to their own due time.
     */
    private void wake(CompanyScope scope, boolean more) {
        Remembered those = remembered(scope);
        @Nullable Ripples ripples = those.take(more);
        if (ripples != null) {
            those.looked(waking.dependents(scope, ripples));
        }
    }

    private Remembered remembered(CompanyScope scope) {
        return remembered.computeIfAbsent(scope.tenant(), tenant -> new Remembered());
    }

    /** What a firm's work meant for other records that are not woken yet. Thread-safe. */
    private static final class Remembered {
        private Ripples ripples = new Ripples();
        private int looked;

        synchronized void add(Ripples more) {
            ripples.add(more);
        }

        synchronized @Nullable Ripples take(boolean more) {
            if (more && ripples.arrived().size() * 2 < looked) {
                return null;
            }
            Ripples taken = ripples;
            ripples = new Ripples();
            return taken;
        }

        synchronized void looked(int rows) {
            looked = rows;
        }
    }

    private Optional<Work<?, ?>> open(Turn turn, SyncRow row) {
        try {
            Kind<?, ?> kind = parts.kinds().find(row.key().kind()).orElseThrow();
            return Optional.of(turn.work(kind, row));
        } catch (RuntimeException e) {
            // A row that cannot be read stops itself only: it is looked at again much later.
            LOG.warn(
                    "row unreadable tenant={} kind={} localId={} with {}",
                    row.key().tenant(),
                    row.key().kind(),
                    row.key().id(),
                    e.getClass().getName());
            Instant later = parts.clock().instant().plus(parts.times().slow());
            parts.store()
                    .save(new SyncRow(row.key(), row.remoteId(), row.state(), later, row.document(), row.version()));
            return Optional.empty();
        }
    }

    private void follow(CompanyScope scope, SyncRow note) {
        if (!scope.connected()) {
            MergeNote.later(parts.store(), note, parts.clock().instant().plus(Duration.ofHours(1)));
            return;
        }
        try {
            waking.dependents(scope, feed.follow(scope, note));
        } catch (QboException e) {
            LOG.debug("merge not followed tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
            MergeNote.later(parts.store(), note, parts.clock().instant().plus(Backoff.after(1)));
        }
    }

    private void offer(CompanyScope scope, SyncRow row) {
        if (!scope.connected()) {
            Offer.later(
                    parts.store(),
                    row,
                    parts.clock().instant().plus(parts.times().slow()));
            return;
        }
        try {
            waking.dependents(scope, feed.offer(scope, row));
        } catch (QboException e) {
            LOG.debug("record not offered tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
            Offer.later(parts.store(), row, parts.clock().instant().plus(Backoff.after(1)));
        }
    }

    /** The regular look at a company: its connection first, then what changed. */
    private void read(CompanyScope scope, SyncRow cursor) {
        try {
            switch (scopes.check(scope.tenant())) {
                case CONNECTED, DEGRADED -> {
                    if (meter.isSpent()) {
                        feed.regularly(cursor);
                    } else {
                        Ripples ripples = feed.read(scope, cursor);
                        waking.dependents(scope, ripples);
                        if (ripples.saw()) {
                            // A read is paid for, and of a company where nothing happens nobody reads the name.
                            scopes.refreshCompany(scope.tenant());
                        }
                    }
                }
                // Whether the trouble is over is found out here, and the deadline of the repair must not be missed.
                case REAUTHORIZE -> feed.withinTheHour(cursor);
                case DISCONNECTED, NEVER_CONNECTED -> rest(cursor);
            }
        } catch (QboException e) {
            LOG.debug("change feed not read tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
            feed.later(cursor);
        }
    }

    /** Rows of another company, or of none: they are woken when it is connected again. */
    private void rest(SyncRow row) {
        // STALE: someone else stored it meanwhile, and it will come up again if it is due.
        parts.store().save(new SyncRow(row.key(), row.remoteId(), row.state(), null, row.document(), row.version()));
    }
}
