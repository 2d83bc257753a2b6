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
 * then one that was never seen (protocol.md §6). So where the caller asked for no order, pages are cut by the time of the
 * last change instead: nothing is missed, and a record that changes meanwhile may come again. Not thread-safe.
 */
final class Pages<T extends QboEntity> implements Iterator<T> {
    private final Function<Query<T>, List<T>> fetch;
    private final Query<T> query;
    private final Deque<T> page = new ArrayDeque<>();
    private final boolean byTime;
    private String from = "";
    private Set<String> seenAtFrom = Set.of();
    private int position;
    private boolean last;

    Pages(Query<T> query, Function<Query<T>, List<T>> fetch) {
        this.query = query;
        this.fetch = fetch;
        this.byTime = query.freeToOrder();
        this.position = query.start();
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && !last) {
            List<T> rows = fetch.apply((byTime ? query.changedFrom(from) : query).startingAt(position));
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
        if (last || rows.isEmpty()) {
            return;
        }
        String end = time(rows.get(rows.size() - 1));
        if (end.isEmpty() || end.equals(from)) {
            // More of one second than a page holds (or no time at all): go on by position within it.
            position += rows.size();
            return;
        }
        from = end;
        position = 1;
        Set<String> seen = new HashSet<>();
        for (T row : rows) {
            if (time(row).equals(end)) {
                seen.add(key(row));
            }
        }
        seenAtFrom = seen;
    }

    private static String key(QboEntity row) {
        return row.id().orElse("") + "/" + row.syncToken().orElse("");
    }

    private static String time(QboEntity row) {
        return row.metaData()
                .flatMap(MetaData::lastUpdatedTime)
                .map(OffsetDateTime::toInstant)
                .map(moment -> DateTimeFormatter.ISO_INSTANT.format(moment))
                .orElse("");
    }
}
