package dev.tieout.qbo.api;

import dev.tieout.qbo.entity.MetaData;
import dev.tieout.qbo.entity.QboEntity;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a query page by page, holding one page.
 *
 * <p>Pages of QuickBooks are no snapshot: a record that leaves the result moves all later ones up, and position 1001 is
 * then one that was never seen (QuickBooks fact P6.6). So where the caller asked for no order, pages are cut by the
 * time of the last change instead: nothing is missed, and a record that changes meanwhile may come again. Not
 * thread-safe.
 */
final class Pages<T extends QboEntity> implements Iterator<T> {
    private final Function<Query<T>, List<T>> fetch;
    private final Query<T> query;
    private final Deque<T> page = new ArrayDeque<>();
    private final boolean byTime;
    private String from = "";
    private Set<String> seenAtFrom = new HashSet<>();
    private String lastSeen = "";
    private int position;
    private boolean last;

    Pages(Query<T> query, Function<Query<T>, List<T>> fetch) {
        this.byTime = query.freeToOrder();
        // Two, because pages by time overlap by one.
        this.query = byTime ? query.pageSize(Math.max(2, query.pageSize())) : query;
        this.fetch = fetch;
        this.position = query.start();
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && !last) {
            List<T> rows = fetch.apply((byTime ? query.changedFrom(from) : query).startingAt(position));
            if (byTime && position > 1 && (rows.isEmpty() || !key(rows.get(0)).equals(lastSeen))) {
                // Records left this second while it was read, and the rest moved up: once more from its start.
                position = 1;
                continue;
            }
            last = rows.size() < query.pageSize();
            if (byTime) {
                takeByTime(rows);
            } else {
                page.addAll(rows);
                position += rows.size();
            }
        }
        return !page.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.removeFirst();
    }

    /** Times have full seconds, so the next page begins with what has the last one's time, and some come again. */
    private void takeByTime(List<T> rows) {
        for (T row : rows) {
            if (!seenAtFrom.contains(key(row))) {
                page.add(row);
            }
        }
        if (last) {
            return;
        }
        T end = rows.get(rows.size() - 1);
        lastSeen = key(end);
        if (time(end).isEmpty() || time(end).equals(from)) {
            // More of one second than a page holds: on by position, beginning with the last one seen, to notice shifts.
            position += rows.size() - 1;
            rows.forEach(row -> seenAtFrom.add(key(row)));
            return;
        }
        from = time(end);
        position = 1;
        seenAtFrom = new HashSet<>();
        rows.stream().filter(row -> time(row).equals(from)).forEach(row -> seenAtFrom.add(key(row)));
    }

    private static String key(QboEntity row) {
        return row.id().orElse("") + "/" + row.syncToken().orElse("");
    }

    private static String time(QboEntity row) {
        return row.metaData()
                .flatMap(MetaData::lastUpdatedTime)
                .map(OffsetDateTime::toInstant)
                .map(DateTimeFormatter.ISO_INSTANT::format)
                .orElse("");
    }
}
