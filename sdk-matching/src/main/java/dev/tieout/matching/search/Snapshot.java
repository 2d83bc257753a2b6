package dev.tieout.matching.search;

import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit.Quality;
import dev.tieout.matching.search.Ranked.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * One state of the search: a few segments, each several times larger than the next, and the latest changes as they came.
 * Immutable; a change makes a new one that shares the segments.
 *
 * @param parts the segments with the rows that no longer count, the largest first
 * @param latest the latest customers, each id once
 * @param size how many customers count
 * @param version grows with each change
 */
record Snapshot(List<Part> parts, List<ParsedCustomer> latest, int size, long version) {
    static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), 0, 0);

    /** So many are searched one by one faster than an index is built. */
    private static final int MOST_LATEST = 128;

    /** A segment is merged with the one before it unless that one is so much larger. */
    private static final int GROWTH = 4;

    /** A segment and its dead rows. */
    record Part(Segment segment, RowSet dead) {
        int alive() {
            return segment.size() - dead.count();
        }

        void addAlive(List<CustomerSearchEntry> entries) {
            for (int row = 0; row < segment.size(); row++) {
                if (!dead.contains(row)) {
                    entries.add(segment.get(row));
                }
            }
        }
    }

    Snapshot with(List<CustomerSearchEntry> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        Draft draft = new Draft(this);
        entries.forEach(entry -> draft.remove(entry.id()));
        draft.add(entries);
        return draft.done();
    }

    Snapshot without(RemoteId id) {
        Draft draft = new Draft(this);
        return draft.remove(id) ? draft.done() : this;
    }

    /** Adds the best hits of each part; the best of all are among them. */
    void find(Query query, int limit, List<Found> hits) {
        if (query.folded().isEmpty()) {
            first(limit, hits);
            return;
        }
        for (ParsedCustomer one : latest) {
            Quality quality = one.quality(query);
            if (quality != null) {
                hits.add(new Found(quality, one.ranked()));
            }
        }
        parts.forEach(part -> part.segment().find(query, part.dead(), limit, hits));
    }

    /** Adds those that have most of the words in some form. */
    void findLoosely(Query query, int limit, List<Found> hits) {
        if (!latest.isEmpty()) {
            Segment segment =
                    Segment.of(latest.stream().map(ParsedCustomer::entry).toList());
            segment.findLoosely(query, new RowSet(segment.size()), limit, hits);
        }
        parts.forEach(part -> part.segment().findLoosely(query, part.dead(), limit, hits));
    }

    private void first(int limit, List<Found> hits) {
        latest.forEach(one -> hits.add(new Found(Quality.PREFIX, one.ranked())));
        for (Part part : parts) {
            int wanted = limit;
            for (int row = 0; row < part.segment().size() && wanted > 0; row++) {
                if (!part.dead().contains(row)) {
                    hits.add(new Found(Quality.PREFIX, Ranked.of(part.segment().get(row))));
                    wanted--;
                }
            }
        }
    }

    /** A snapshot in the making. Not thread-safe. */
    private static final class Draft {
        private final List<Part> parts;
        private final List<ParsedCustomer> latest;
        private final boolean[] ownDead;
        private final long version;
        private int size;

        Draft(Snapshot from) {
            parts = new ArrayList<>(from.parts);
            latest = new ArrayList<>(from.latest);
            ownDead = new boolean[parts.size()];
            size = from.size;
            version = from.version + 1;
        }

        boolean remove(RemoteId id) {
            boolean removed = latest.removeIf(one -> one.entry().id().equals(id));
            for (int i = 0; i < parts.size() && !removed; i++) {
                removed = removeFrom(i, id);
            }
            size -= removed ? 1 : 0;
            return removed;
        }

        private boolean removeFrom(int i, RemoteId id) {
            Part part = parts.get(i);
            int row = part.segment().rowOf(id);
            if (row < 0 || part.dead().contains(row)) {
                return false;
            }
            if (!ownDead[i]) {
                part = new Part(part.segment(), part.dead().copy());
                parts.set(i, part);
                ownDead[i] = true;
            }
            part.dead().add(row);
            return true;
        }

        void add(List<CustomerSearchEntry> entries) {
            size += entries.size();
            if (latest.size() + entries.size() <= MOST_LATEST) {
                entries.forEach(entry -> latest.add(ParsedCustomer.of(entry)));
                return;
            }
            List<CustomerSearchEntry> merged = new ArrayList<>(entries);
            latest.forEach(one -> merged.add(one.entry()));
            latest.clear();
            while (!parts.isEmpty() && parts.get(parts.size() - 1).alive() <= (long) merged.size() * GROWTH) {
                parts.remove(parts.size() - 1).addAlive(merged);
            }
            Segment segment = Segment.of(merged);
            parts.add(new Part(segment, new RowSet(segment.size())));
        }

        Snapshot done() {
            return new Snapshot(List.copyOf(parts), List.copyOf(latest), size, version);
        }
    }
}
