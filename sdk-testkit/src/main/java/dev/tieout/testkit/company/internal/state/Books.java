package dev.tieout.testkit.company.internal.state;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All committed records of a company. Guarded by the company's lock; changed only by {@link Work#commit}. */
public final class Books {
    private final Map<EntityKind, Table> tables = new EnumMap<>(EntityKind.class);
    private final List<Tombstone> tombstones = new ArrayList<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> lastNumbers = new HashMap<>();
    private final Set<Merged> merged = new HashSet<>();
    private Sequences sequences = new Sequences();

    /**
     * A record that was deleted.
     *
     * @param kind its kind
     * @param id its Id
     * @param time when it was deleted
     */
    public record Tombstone(EntityKind kind, String id, Instant time) {}

    /**
     * A list record that was merged into another.
     *
     * @param kind its kind
     * @param id its Id
     */
    public record Merged(EntityKind kind, String id) {}

    /** Empty books. */
    public Books() {
        for (EntityKind kind : EntityKind.values()) {
            tables.put(kind, new Table(kind));
        }
    }

    /** The records of a kind. */
    public Table table(EntityKind kind) {
        Table table = tables.get(kind);
        if (table == null) {
            throw new IllegalStateException("no table for " + kind);
        }
        return table;
    }

    /** A committed record, {@code null} if there is none. */
    public @Nullable JsonObject find(EntityKind kind, String id) {
        return table(kind).find(id);
    }

    /** The deleted records in the order of their deletion. */
    public List<Tombstone> tombstones() {
        return tombstones;
    }

    /** The content of uploaded files by the Id of their attachment. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** The last document number of each counter. */
    public Map<String, String> lastNumbers() {
        return lastNumbers;
    }

    /** The list records that were merged into others. */
    public Set<Merged> merged() {
        return merged;
    }

    Sequences sequences() {
        return sequences;
    }

    void sequences(Sequences advanced) {
        sequences = advanced;
    }
}
