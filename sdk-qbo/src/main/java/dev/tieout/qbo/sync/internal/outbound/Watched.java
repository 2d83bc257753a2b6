package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.MetaData;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which lists of a company somebody chooses from, and when the change feed last saw them change: an ordinary row, so that what
 * one node's feed sees drops what another node remembers. Thread-safe.
 */
public final class Watched {
    private static final String KIND = "catalog";
    private static final String STATE = "CATALOG";

    private final SyncStore store;

    public Watched(SyncStore store) {
        this.store = store;
    }

    /**
     * What is watched of a company.
     *
     * @param lists QuickBooks' words for them
     * @param changed when each was last seen to change
     * @param seen the newest change of each list that was seen, by QuickBooks' clock
     */
    private record Row(Set<String> lists, Map<String, Instant> changed, Map<String, Instant> seen) {
        Row saw(String list, Instant newest, Instant now) {
            Map<String, Instant> changes = new LinkedHashMap<>(changed);
            changes.put(list, now);
            Map<String, Instant> sights = new LinkedHashMap<>(seen);
            sights.put(list, newest);
            return new Row(lists, changes, sights);
        }
    }

    /** When a list last changed, as far as was seen; from now on it is looked out for. */
    public Instant changed(CompanyScope scope, EntityType<?> list) {
        RowKey key = key(scope);
        @Nullable Row row = store.find(key).map(Watched::read).orElse(null);
        if (row == null || !row.lists().contains(list.name())) {
            RecordRows.mark(store, key, found -> {
                Row known = found == null ? new Row(Set.of(), Map.of(), Map.of()) : read(found);
                Set<String> lists = new TreeSet<>(known.lists());
                return lists.add(list.name()) ? write(key, new Row(lists, known.changed(), known.seen()), found) : null;
            });
        }
        @Nullable Instant changed = row == null ? null : row.changed().get(list.name());
        return changed == null ? Instant.EPOCH : changed;
    }

    /** The lists that the change feed is to look at. */
    public Set<String> lists(CompanyScope scope) {
        return store.find(key(scope)).map(Watched::read).map(Row::lists).orElse(Set.of());
    }

    /** Takes in what the feed says of a list; what it said before already is no news. */
    public boolean saw(CompanyScope scope, EntityType<?> list, List<? extends QboEntity> changed, Instant now) {
        Optional<Instant> newest = changed.stream()
                .flatMap(entity -> entity.metaData().flatMap(MetaData::lastUpdatedTime).stream())
                .map(OffsetDateTime::toInstant)
                .max(Instant::compareTo);
        boolean[] news = new boolean[1];
        if (newest.isPresent()) {
            RowKey key = key(scope);
            RecordRows.mark(store, key, found -> {
                Row known = found == null ? new Row(Set.of(), Map.of(), Map.of()) : read(found);
                @Nullable Instant before = known.seen().get(list.name());
                news[0] = before == null || newest.get().isAfter(before);
                return news[0] ? write(key, known.saw(list.name(), newest.get(), now), found) : null;
            });
        }
        return news[0];
    }

    /** The feed lost its thread: anything may have changed. */
    public void lost(CompanyScope scope, Instant now) {
        RowKey key = key(scope);
        RecordRows.mark(store, key, found -> {
            if (found == null) {
                return null;
            }
            Row known = read(found);
            Map<String, Instant> changed = new LinkedHashMap<>();
            known.lists().forEach(list -> changed.put(list, now));
            return write(key, new Row(known.lists(), changed, known.seen()), found);
        });
    }

    private static RowKey key(CompanyScope scope) {
        return scope.ownKey(KIND, "lists");
    }

    private static Row read(SyncRow row) {
        Map<String, Object> o = Json.read(row.document());
        return new Row(
                Set.copyOf(Json.texts(o, "lists")),
                moments(Json.object(o, "changed")),
                moments(Json.object(o, "seen")));
    }

    private static Map<String, Instant> moments(Map<String, Object> o) {
        Map<String, Instant> moments = new LinkedHashMap<>();
        o.keySet().forEach(name -> moments.put(name, Instant.parse(Json.required(o, name))));
        return moments;
    }

    private static SyncRow write(RowKey key, Row row, @Nullable SyncRow before) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("lists", List.copyOf(row.lists()));
        o.put("changed", texts(row.changed()));
        o.put("seen", texts(row.seen()));
        return new SyncRow(key, null, STATE, null, Json.write(o), before == null ? 0 : before.version());
    }

    private static Map<String, String> texts(Map<String, Instant> moments) {
        Map<String, String> texts = new LinkedHashMap<>();
        moments.forEach((name, moment) -> texts.put(name, moment.toString()));
        return texts;
    }
}
