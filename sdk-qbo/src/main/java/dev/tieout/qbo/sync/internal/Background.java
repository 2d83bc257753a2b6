package dev.tieout.qbo.sync.internal;

import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.spi.SyncRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private static final int ROWS = 200;

    private final EngineParts parts;
    private final Scopes scopes;
    private final Outbound outbound;
    private final ChangeFeed feed;
    private final TenantLease lease;

    public Background(EngineParts parts, Scopes scopes, Outbound outbound, ChangeFeed feed, String nodeName) {
        this.parts = parts;
        this.scopes = scopes;
        this.outbound = outbound;
        this.feed = feed;
        this.lease = new TenantLease(parts.store(), parts.clock(), nodeName);
    }

    /**
     * Does what is due, a bounded piece of it for each firm.
     *
     * @return how many rows it worked on; 0 means that nothing was due
     */
    public int run() {
        int worked = 0;
        for (TenantId tenant : parts.store().dueTenants(parts.clock().instant(), TENANTS)) {
            if (lease.take(tenant)) {
                try {
                    worked += work(tenant);
                } catch (RuntimeException e) {
                    // One firm's trouble must not keep the others waiting; its rows stay due.
                    LOG.error("background run failed tenant={}", tenant, e);
                } finally {
                    lease.release(tenant);
                }
            }
        }
        return worked;
    }

    /**
     * Keeps in mind that a record of QuickBooks was merged into another. No call goes out.
     *
     * @param entity what QuickBooks calls the records; what no link leads to is let go
     */
    public void noteMerge(CompanyScope scope, String entity, RemoteId gone, RemoteId survivor) {
        for (Slice<?, ?> slice : parts.slices()) {
            if (slice.type().name().equals(entity)) {
                new MergeNote(slice.kind(), gone, survivor)
                        .keep(parts.store(), scope, parts.clock().instant());
            }
        }
    }

    private int work(TenantId tenant) {
        Instant now = parts.clock().instant();
        List<SyncRow> due = parts.store().dueRows(tenant, now, ROWS).stream()
                .sorted(Comparator.comparing(Background::isNoMerge)
                        .thenComparing(Background::recordKind, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> String.valueOf(row.dueAt()))
                        .thenComparing(SyncRow::key))
                .toList();
        Optional<CompanyScope> scope = scopes.find(tenant);
        int worked = 0;
        for (SyncRow row : due) {
            if (!lease.take(tenant)) {
                return worked;
            }
            boolean current = scope.isPresent()
                    && row.key().realm().equals(scope.get().realm().value());
            if (current && row.key().kind().equals(ChangeCursor.KIND)) {
                read(background(scope.get()), row);
            } else if (current && scopes.usable(tenant) && row.key().kind().equals(MergeNote.KIND)) {
                follow(background(scope.get()), row);
            } else if (current
                    && scopes.usable(tenant)
                    && CompanyScope.isRecord(row.key().kind())) {
                RecordRow record = RecordRow.open(row);
                outbound.push(background(scope.get()), record.kind(), record.localId());
            } else {
                rest(row);
            }
            worked++;
        }
        return worked;
    }

    private void follow(CompanyScope scope, SyncRow note) {
        try {
            feed.follow(scope, note);
        } catch (QboException e) {
            LOG.debug("merge not followed tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
            feed.followLater(note);
        }
    }

    /** The regular look at a company: its connection first, then what changed. */
    private void read(CompanyScope scope, SyncRow cursor) {
        try {
            switch (scopes.check(scope.tenant())) {
                case CONNECTED, DEGRADED -> feed.read(scope, cursor);
                // The deadline of the repair must not be missed.
                case REAUTHORIZE -> feed.atNextPoll(cursor);
                case DISCONNECTED, NEVER_CONNECTED -> rest(cursor);
            }
        } catch (QboException e) {
            LOG.debug("change feed not read tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
            feed.later(cursor);
        }
    }

    /** Nothing can be done while the company is not connected: the row is woken when it is again. */
    private void rest(SyncRow row) {
        // STALE: someone else stored it meanwhile, and it will come up again if it is due.
        parts.store().save(new SyncRow(row.key(), row.remoteId(), row.state(), null, row.document(), row.version()));
    }

    private static CompanyScope background(CompanyScope scope) {
        return new CompanyScope(scope.tenant(), scope.realm(), scope.api().background(), scope.settings());
    }

    /** Merges first: what refers to the one that went would be refused. */
    private static boolean isNoMerge(SyncRow row) {
        return !row.key().kind().equals(MergeNote.KIND);
    }

    /** Parents before children; last the change feed, for a create in flight must settle before its echo is read. */
    private static @Nullable Integer recordKind(SyncRow row) {
        String kind = row.key().kind();
        return CompanyScope.isRecord(kind) ? Waking.KINDS.indexOf(CompanyScope.kind(kind)) : null;
    }
}
