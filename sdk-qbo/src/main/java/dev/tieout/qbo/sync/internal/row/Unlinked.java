package dev.tieout.qbo.sync.internal.row;

import dev.tieout.qbo.json.internal.Json;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a company has of one kind of transaction that is linked with no record of the app, in outline: what a bookkeeper
 * entered by hand. One row for each kind, fed by the change feed. Immutable.
 *
 * @param from the first day that it covers
 * @param until everything made before has been seen; what the feed has read since counts too
 * @param records the transactions by id
 */
public record Unlinked(LocalDate from, Instant until, Map<String, Bare> records) {
    public static final String KIND = "unlinked";
    private static final String STATE = "UNLINKED";
    private static final int MOST = 2_000;

    public Unlinked {
        records = Map.copyOf(records);
    }

    /** Adds and replaces some, and takes others out. */
    public Unlinked with(Collection<Bare> there, Set<String> gone) {
        Map<String, Bare> next = new LinkedHashMap<>(records);
        next.keySet().removeAll(gone);
        there.forEach(each -> next.put(each.id(), each));
        return new Unlinked(from, until, next);
    }

    public Unlinked reaching(LocalDate day, Instant seen) {
        return new Unlinked(day.isBefore(from) ? day : from, seen.isAfter(until) ? seen : until, records);
    }

    /** What is stored of it: the oldest are forgotten first, and it covers no more than it has. */
    Unlinked bounded() {
        if (records.size() <= MOST) {
            return this;
        }
        List<Bare> newest = records.values().stream()
                .sorted(Comparator.comparing(Bare::date).reversed())
                .limit(MOST)
                .toList();
        LocalDate first = newest.get(MOST - 1).date().plusDays(1);
        Map<String, Bare> kept = new LinkedHashMap<>();
        newest.stream().filter(each -> !each.date().isBefore(first)).forEach(each -> kept.put(each.id(), each));
        return new Unlinked(first, until, kept);
    }

    /** Changes what is stored, if anything is. */
    public static void change(SyncStore store, RowKey key, UnaryOperator<Unlinked> change) {
        RecordRows.mark(store, key, row -> {
            if (row == null) {
                return null;
            }
            Unlinked before = read(row);
            Unlinked after = change.apply(before);
            return after.equals(before) ? null : after.bounded().row(key, row.version());
        });
    }

    /** Stores it, with what stands there already. */
    public void keep(SyncStore store, RowKey key) {
        RecordRows.mark(store, key, row -> {
            if (row == null) {
                return bounded().row(key, 0);
            }
            Unlinked there = read(row).with(records.values(), Set.of()).reaching(from, until);
            return there.bounded().row(key, row.version());
        });
    }

    private SyncRow row(RowKey key, long version) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("from", from.toString());
        o.put("until", until.toString());
        o.put("records", records.values().stream().map(Bare::write).toList());
        return new SyncRow(key, null, STATE, null, Json.write(o), version);
    }

    /** @throws IllegalArgumentException if the document was changed by hand */
    public static Unlinked read(SyncRow row) {
        Map<String, Object> o = Json.read(row.document());
        Map<String, Bare> records = new LinkedHashMap<>();
        if (o.get("records") instanceof List<?> list) {
            for (Object each : new ArrayList<>(list)) {
                if (each instanceof List<?> cells) {
                    Bare bare = Bare.read(cells);
                    records.put(bare.id(), bare);
                }
            }
        }
        return new Unlinked(
                LocalDate.parse(Json.required(o, "from")), Instant.parse(Json.required(o, "until")), records);
    }
}
