package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Changes;
import dev.tieout.qbo.api.ChangesRequest;
import dev.tieout.qbo.api.DeletedRecord;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.Backoff;
import dev.tieout.qbo.sync.internal.outbound.ChangeCursor;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Ripples;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.row.Offer;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what changed in a company and lets it in. The mark moves only after everything up to it is in.
 *
 * <p>QuickBooks gives at most 1,000 changes, without saying that there are more, and looks back 30 days (QuickBooks facts
 * P7.2, P7.3). Where either limit may have cut something off, the entity is read by query in the order of change, and the
 * linked records are counted over to find the deleted ones.
 */
public final class ChangeFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    /** A day less than QuickBooks looks back. */
    private static final Duration LOOK_BACK = Duration.ofDays(29);

    private static final int PAGE = 200;

    private final Parts parts;
    private final Polling polling;
    private final Thrift thrift;

    public ChangeFeed(Parts parts, Polling polling, Thrift thrift) {
        this.parts = parts;
        this.polling = polling;
        this.thrift = thrift;
    }

    /**
     * Reads on from a company's mark.
     *
     * @return what it means for the records that depend on those that changed
     */
    public Ripples read(CompanyScope scope, SyncRow cursor) {
        Instant since = ChangeCursor.since(cursor);
        Instant now = parts.clock().instant();
        Ripples ripples = new Ripples();
        Instant next = since.isBefore(now.minus(LOOK_BACK))
                ? readByQuery(scope, since, now, ripples)
                : readFeed(scope, since, ripples);
        if (next.isAfter(since)) {
            new ChangeCursor(parts.store()).advance(cursor, next, thrift.later(now, polling.after(cursor, now)));
        } else if (ripples.inQuestion()) {
            // It takes as long as a person takes, and each look is paid for.
            withinTheHour(cursor);
        } else {
            later(cursor);
        }
        return ripples;
    }

    /** Lets a link move that a merge in QuickBooks took the ground from. */
    public Ripples follow(CompanyScope scope, SyncRow note) {
        Merges merges = new Merges(parts, scope);
        merges.follow(note);
        return merges.ripples();
    }

    /** Offers the app a record again that it did not take. */
    public Ripples offer(CompanyScope scope, SyncRow row) {
        Offer offer = Offer.read(row);
        Ripples ripples = new Ripples();
        parts.kinds().find(offer.kind().word()).ifPresent(kind -> offer(scope, kind, offer, ripples));
        return ripples;
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void offer(
            CompanyScope scope, Kind<L, E> kind, Offer offer, Ripples ripples) {
        if (kind instanceof TwoWay<L, E> both) {
            @Nullable LocalId made = new Adoption<>(parts, scope, both).again(offer);
            if (made != null) {
                ripples.arrived().add(new RecordRef(kind.name(), made));
            }
        }
    }

    /** Leaves the mark where it is and tries again soon. */
    public void later(SyncRow cursor) {
        Instant soon = parts.clock().instant().plus(Backoff.after(1));
        new ChangeCursor(parts.store()).advance(cursor, ChangeCursor.since(cursor), soon);
    }

    /** Leaves the mark where it is until the next regular look. */
    public void regularly(SyncRow cursor) {
        Instant now = parts.clock().instant();
        new ChangeCursor(parts.store()).advance(cursor, ChangeCursor.since(cursor), polling.after(cursor, now));
    }

    /** Leaves the mark where it is until the next regular look, but no longer than an hour. */
    public void withinTheHour(SyncRow cursor) {
        Instant now = parts.clock().instant();
        Instant hour = now.plus(Duration.ofHours(1));
        Instant poll = polling.after(cursor, now);
        new ChangeCursor(parts.store()).advance(cursor, ChangeCursor.since(cursor), poll.isBefore(hour) ? poll : hour);
    }

    private Instant readFeed(CompanyScope scope, Instant since, Ripples ripples) {
        ChangesRequest request = ChangesRequest.since(since);
        for (Kind<?, ?> kind : parts.kinds().all()) {
            request = add(request, kind);
        }
        CatalogFeed catalog = new CatalogFeed(parts, scope);
        request = catalog.add(request);
        Changes changes = scope.api().changes(request);
        if (!changes.faults().isEmpty()) {
            LOG.warn(
                    "change feed incomplete tenant={} realm={} faults={}",
                    scope.tenant(),
                    scope.realm(),
                    changes.faults().size());
            return since;
        }
        catalog.saw(changes);
        if (!changes.entities().isEmpty()) {
            ripples.hasSeen();
        }
        Merges merges = new Merges(parts, scope);
        boolean whole = true;
        for (Kind<?, ?> kind : parts.kinds().all()) {
            whole &= takeIn(scope, kind, since, changes, merges, ripples);
        }
        ripples.add(merges.ripples());
        return whole ? changes.nextSince() : since;
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> ChangesRequest add(
            ChangesRequest request, Kind<L, E> kind) {
        return request.of(kind.type());
    }

    /** Says whether everything could be let in. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean takeIn(
            CompanyScope scope, Kind<L, E> kind, Instant since, Changes all, Merges merges, Ripples ripples) {
        Changes changes =
                all.overflow() ? scope.api().changes(ChangesRequest.since(since).of(kind.type())) : all;
        if (changes.overflow()) {
            return readByQuery(scope, kind, since, merges, ripples);
        }
        Arrivals<L, E> arrivals = new Arrivals<>(parts, scope, kind, merges);
        arrivals.changed(changes.changed(kind.type()), since);
        arrivals.deleted(
                changes.deleted(kind.type()).stream().map(DeletedRecord::id).toList());
        arrivals.followHeld(since);
        arrivals.noteUnlinked();
        ripples.add(arrivals.ripples());
        if (arrivals.inQuestion()) {
            ripples.isInQuestion();
        }
        return !arrivals.postponed();
    }

    private Instant readByQuery(CompanyScope scope, Instant since, Instant now, Ripples ripples) {
        LOG.warn(
                "gap in the change feed, reading by query tenant={} realm={} from={}",
                scope.tenant(),
                scope.realm(),
                since);
        new CatalogFeed(parts, scope).lost();
        ripples.hasSeen();
        Merges merges = new Merges(parts, scope);
        boolean whole = true;
        for (Kind<?, ?> kind : parts.kinds().all()) {
            whole &= readByQuery(scope, kind, since, merges, ripples);
        }
        ripples.add(merges.ripples());
        return whole ? now.minus(Duration.ofMinutes(5)) : since;
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean readByQuery(
            CompanyScope scope, Kind<L, E> kind, Instant since, Merges merges, Ripples ripples) {
        Arrivals<L, E> arrivals = new Arrivals<>(parts, scope, kind, merges);
        List<E> page = new ArrayList<>();
        try (Stream<E> changed = scope.api()
                .query(Query.of(kind.type())
                        .atLeast(kind.about().changed(), since.atOffset(ZoneOffset.UTC))
                        .includeInactive())) {
            changed.forEach(entity -> {
                page.add(entity);
                if (page.size() == PAGE) {
                    arrivals.changed(List.copyOf(page), since);
                    page.clear();
                }
            });
        }
        arrivals.changed(page, since);
        List<RemoteId> ids = new ArrayList<>();
        parts.rows()
                .all(scope.tenant(), scope.realm().value(), kind.name(), null)
                .filter(row -> row.remoteId() != null)
                .forEach(row -> {
                    ids.add(RemoteId.of(String.valueOf(row.remoteId())));
                    if (ids.size() == PAGE) {
                        findDeleted(scope, kind, arrivals, ids);
                        ids.clear();
                    }
                });
        findDeleted(scope, kind, arrivals, ids);
        arrivals.followHeld(since);
        arrivals.noteUnlinked();
        ripples.add(arrivals.ripples());
        if (arrivals.inQuestion()) {
            ripples.isInQuestion();
        }
        return !arrivals.postponed();
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void findDeleted(
            CompanyScope scope, Kind<L, E> kind, Arrivals<L, E> arrivals, List<RemoteId> ids) {
        Set<RemoteId> there = new HashSet<>();
        Reading.byIds(scope.api(), kind.type(), kind.about().id(), List.copyOf(ids))
                .forEach(entity -> there.add(Settle.remoteId(entity)));
        arrivals.deleted(ids.stream().filter(id -> !there.contains(id)).toList());
    }
}
