package dev.tieout.qbo.sync.internal;

import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.api.Changes;
import dev.tieout.qbo.api.ChangesRequest;
import dev.tieout.qbo.api.DeletedRecord;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.KindSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what changed in a company and lets it in. The mark moves only after everything up to it is in.
 *
 * <p>QuickBooks gives at most 1,000 changes, without saying that there are more, and looks back 30 days (protocol.md
 * §7.1). Where either limit may have cut something off, the entity is read by query in the order of change, and the linked
 * records are counted over to find the deleted ones.
 */
public final class ChangeFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    /** A day less than QuickBooks looks back. */
    private static final Duration LOOK_BACK = Duration.ofDays(29);

    private static final int PAGE = 100;
    private static final int LONGEST_CHAIN = 10;

    private final EngineParts parts;
    private final Duration pollEvery;
    private final LocalRecords<Client> clients;
    private final LocalRecords<ServiceItem> items;
    private final Slice<Client, Customer> clientSlice;
    private final Slice<ServiceItem, Item> itemSlice;

    public ChangeFeed(
            EngineParts parts,
            Duration pollEvery,
            LocalRecords<Client> clients,
            LocalRecords<ServiceItem> items,
            Slice<Client, Customer> clientSlice,
            Slice<ServiceItem, Item> itemSlice) {
        this.parts = parts;
        this.pollEvery = pollEvery;
        this.clients = clients;
        this.items = items;
        this.clientSlice = clientSlice;
        this.itemSlice = itemSlice;
    }

    /** Reads on from a company's mark. */
    void read(CompanyScope scope, SyncRow cursor) {
        Instant since = ChangeCursor.since(cursor);
        Instant now = parts.clock().instant();
        Instant next = since.isBefore(now.minus(LOOK_BACK)) ? readByQuery(scope, since, now) : readFeed(scope, since);
        if (next.isAfter(since)) {
            new ChangeCursor(parts.store()).advance(cursor, next, now.plus(pollEvery));
        } else {
            later(cursor);
        }
    }

    /** Lets a link move that a merge in QuickBooks took the ground from. */
    void follow(CompanyScope scope, SyncRow row) {
        MergeNote note = MergeNote.read(row);
        follow(scope, note, parts.slice(note.kind()));
        MergeNote.followed(parts.store(), row);
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void follow(
            CompanyScope scope, MergeNote note, Slice<L, E> slice) {
        RemoteId last = note.survivor();
        // What it was merged into may have been merged on.
        for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
            Optional<MergeNote> next = MergeNote.find(parts.store(), scope, note.kind(), last);
            if (next.isEmpty()) {
                break;
            }
            last = next.get().survivor();
        }
        Reading.byIds(scope.api(), slice.type(), slice.idField(), List.of(last)).stream()
                .filter(survivor -> !RecordSync.isInactive(slice.project(survivor)))
                .forEach(survivor -> arrivals(scope, slice).merged(note.gone(), survivor));
    }

    /** Leaves a note for later. */
    void followLater(SyncRow row) {
        MergeNote.later(parts.store(), row, parts.clock().instant().plus(Backoff.after(1)));
    }

    /** Leaves the mark where it is and tries again soon. */
    void later(SyncRow cursor) {
        Instant soon = parts.clock().instant().plus(Backoff.after(1));
        new ChangeCursor(parts.store()).advance(cursor, ChangeCursor.since(cursor), soon);
    }

    /** Leaves the mark where it is until the next regular look. */
    void atNextPoll(SyncRow cursor) {
        new ChangeCursor(parts.store())
                .advance(
                        cursor,
                        ChangeCursor.since(cursor),
                        parts.clock().instant().plus(pollEvery));
    }

    private Instant readFeed(CompanyScope scope, Instant since) {
        ChangesRequest request = ChangesRequest.since(since);
        for (Slice<?, ?> slice : parts.slices()) {
            request = add(request, slice);
        }
        Changes changes = scope.api().changes(request);
        if (!changes.faults().isEmpty()) {
            LOG.warn(
                    "change feed incomplete tenant={} realm={} faults={}",
                    scope.tenant(),
                    scope.realm(),
                    changes.faults().size());
            return since;
        }
        boolean whole = true;
        for (Slice<?, ?> slice : parts.slices()) {
            whole &= takeIn(scope, slice, since, changes);
        }
        return whole ? changes.nextSince() : since;
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> ChangesRequest add(
            ChangesRequest request, Slice<L, E> slice) {
        return request.of(slice.type());
    }

    /** Says whether everything could be let in. */
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean takeIn(
            CompanyScope scope, Slice<L, E> slice, Instant since, Changes all) {
        Changes changes =
                all.overflow() ? scope.api().changes(ChangesRequest.since(since).of(slice.type())) : all;
        if (changes.overflow()) {
            return readByQuery(scope, slice, since);
        }
        Arrivals<L, E> arrivals = arrivals(scope, slice);
        changes.changed(slice.type()).forEach(arrivals::changed);
        for (DeletedRecord gone : changes.deleted(slice.type())) {
            arrivals.deleted(gone.id());
        }
        return !arrivals.postponed();
    }

    private Instant readByQuery(CompanyScope scope, Instant since, Instant now) {
        LOG.warn(
                "gap in the change feed, reading by query tenant={} realm={} from={}",
                scope.tenant(),
                scope.realm(),
                since);
        boolean whole = true;
        for (Slice<?, ?> slice : parts.slices()) {
            whole &= readByQuery(scope, slice, since);
        }
        return whole ? now.minus(Duration.ofMinutes(5)) : since;
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean readByQuery(
            CompanyScope scope, Slice<L, E> slice, Instant since) {
        Arrivals<L, E> arrivals = arrivals(scope, slice);
        try (Stream<E> changed = scope.api()
                .query(Query.of(slice.type())
                        .atLeast(slice.changedField(), since.atOffset(ZoneOffset.UTC))
                        .includeInactive())) {
            changed.forEach(arrivals::changed);
        }
        List<RecordRow> page = new ArrayList<>();
        parts.rows()
                .all(scope, slice.kind(), null)
                .filter(row -> row.remoteId() != null)
                .forEach(row -> {
                    page.add(row);
                    if (page.size() == PAGE) {
                        findDeleted(scope, slice, arrivals, page);
                        page.clear();
                    }
                });
        findDeleted(scope, slice, arrivals, page);
        return !arrivals.postponed();
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void findDeleted(
            CompanyScope scope, Slice<L, E> slice, Arrivals<L, E> arrivals, List<RecordRow> rows) {
        List<RemoteId> ids =
                rows.stream().map(row -> Objects.requireNonNull(row.remoteId())).toList();
        Set<RemoteId> there = new HashSet<>();
        Reading.byIds(scope.api(), slice.type(), slice.idField(), ids)
                .forEach(entity -> there.add(Settling.remoteId(entity)));
        ids.stream().filter(id -> !there.contains(id)).forEach(arrivals::deleted);
    }

    @SuppressWarnings("unchecked") // a slice's records are of the slice's type
    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Arrivals<L, E> arrivals(
            CompanyScope scope, Slice<L, E> slice) {
        @Nullable LocalRecords<L> records = null;
        KindSettings travel = KindSettings.money().off();
        if (slice == (Object) clientSlice) {
            Survivors survivors = new Survivors(parts, scope);
            return (Arrivals<L, E>)
                    new Arrivals<>(parts, scope, clientSlice, scope.settings().clients(), clients)
                            .lookingForSurvivors(survivors::of);
        } else if (slice == (Object) itemSlice) {
            records = (LocalRecords<L>) items;
            travel = scope.settings().serviceItems();
        }
        return new Arrivals<>(parts, scope, slice, travel, records);
    }
}
