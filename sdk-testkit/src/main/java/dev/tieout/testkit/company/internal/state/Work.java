package dev.tieout.testkit.company.internal.state;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanyChange;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything one request changes, seen by the rules as if it were done already, and made true by {@link #commit} at
 * once or never. Used by one thread under the company's lock.
 */
public final class Work {
    private final Books books;
    private final Instant now;
    private final String realmId;
    private final Map<Key, Staged> staged = new LinkedHashMap<>();
    private final Map<Key, CompanyChange> changes = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> lastNumbers = new LinkedHashMap<>();
    private final Set<Books.Merged> merged = new LinkedHashSet<>();
    private final Sequences sequences;

    private record Key(EntityKind kind, String id) {}

    private record Staged(@Nullable JsonObject record) {}

    /** Work on {@code books} at a moment. */
    public Work(Books books, String realmId, Instant now) {
        this.books = books;
        this.realmId = realmId;
        this.now = now;
        this.sequences = books.sequences().copy();
    }

    /** The moment all changes of this work bear. */
    public Instant now() {
        return now;
    }

    /** The record as this work would leave it, {@code null} if there is none; not to be changed. */
    public @Nullable JsonObject find(EntityKind kind, @Nullable String id) {
        if (id == null) {
            return null;
        }
        Staged mine = staged.get(new Key(kind, id));
        return mine == null ? books.find(kind, id) : mine.record();
    }

    /** The record as it was before this work, {@code null} if it did not exist. */
    public @Nullable JsonObject before(EntityKind kind, String id) {
        return books.find(kind, id);
    }

    /** A copy of a record to change; the same one when asked again. */
    public JsonObject edit(EntityKind kind, String id) {
        Key key = new Key(kind, id);
        Staged mine = staged.get(key);
        if (mine != null && mine.record() != null) {
            return mine.record();
        }
        JsonObject record = books.find(kind, id);
        if (record == null) {
            throw new IllegalStateException("no record to edit: " + kind + " " + id);
        }
        JsonObject copy = record.copy();
        staged.put(key, new Staged(copy));
        return copy;
    }

    /** Stages a record under its Id. */
    public void put(EntityKind kind, JsonObject record) {
        staged.put(new Key(kind, record.text("Id", "")), new Staged(record));
    }

    /** Stages the removal of a record. */
    public void delete(EntityKind kind, String id) {
        staged.put(new Key(kind, id), new Staged(null));
    }

    /** Keeps the content of an uploaded file. */
    public void file(String attachableId, byte[] content) {
        files.put(attachableId, content);
    }

    /** The next Id of a kind's sequence. */
    public String nextId(EntityKind kind) {
        return sequences.next(kind);
    }

    /** The next Id of addresses, which have a sequence of their own (QuickBooks fact E2.11). */
    public String nextAddressId() {
        return sequences.next("PhysicalAddress", 1);
    }

    /** Notes an Id that was not taken from a sequence, so that the sequence goes on behind it. */
    public void seen(EntityKind kind, String id) {
        sequences.seen(kind, id);
    }

    /** Notes an address Id that was not taken from the sequence. */
    public void seenAddress(String id) {
        sequences.seen("PhysicalAddress", id);
    }

    /** The last document number a counter gave out or saw, {@code null} if none. */
    public @Nullable String lastNumber(String counter) {
        String mine = lastNumbers.get(counter);
        return mine == null ? books.lastNumbers().get(counter) : mine;
    }

    /** Notes a document number: the next one follows it. */
    public void lastNumber(String counter, String number) {
        lastNumbers.put(counter, number);
    }

    /** The records whose indexed field has a value, as this work would leave them. */
    public List<JsonObject> with(EntityKind kind, String field, String value) {
        List<JsonObject> found = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>(books.table(kind).with(field, value));
        staged.forEach((key, mine) -> {
            if (key.kind() == kind) {
                ids.add(key.id());
            }
        });
        for (String id : ids) {
            JsonObject record = find(kind, id);
            if (record != null && holds(record, field, value)) {
                found.add(record);
            }
        }
        return found;
    }

    private static boolean holds(JsonObject record, String field, String value) {
        String own = field.endsWith("Ref") ? record.ref(field) : record.text(field);
        return own != null && Table.fold(own).equals(Table.fold(value));
    }

    /** All records of a kind as this work would leave them. */
    public Collection<JsonObject> all(EntityKind kind) {
        Map<String, JsonObject> all = new LinkedHashMap<>();
        books.table(kind).inOrder().forEach(record -> all.put(record.text("Id", ""), record));
        staged.forEach((key, mine) -> {
            if (key.kind() == kind) {
                all.remove(key.id());
                if (mine.record() != null) {
                    all.put(key.id(), mine.record());
                }
            }
        });
        return all.values();
    }

    /** Whether there was a record that has been deleted. */
    public boolean deleted(EntityKind kind, @Nullable String id) {
        return books.tombstones().stream()
                .anyMatch(gone -> gone.kind() == kind && gone.id().equals(id));
    }

    /** Notes that a record was merged into another. */
    public void merged(EntityKind kind, String id) {
        merged.add(new Books.Merged(kind, id));
    }

    /** Whether a record was merged into another. */
    public boolean isMerged(EntityKind kind, String id) {
        return books.merged().contains(new Books.Merged(kind, id));
    }

    /** Marks a staged record as changed: token + 1, changed now. */
    public void bump(EntityKind kind, JsonObject record) {
        BigDecimal token = record.amount("SyncToken").add(BigDecimal.ONE);
        record.set("SyncToken", token.toPlainString());
        touch(record);
        note(kind, record, ChangeKind.UPDATE);
    }

    /** Moves a staged record's time of change without its token (QuickBooks fact E3.3). */
    public void touch(JsonObject record) {
        JsonObject meta = record.objectOrNew("MetaData");
        meta.set("LastUpdatedTime", Times.stamp(now));
    }

    /** Notes a change for listeners; the first of a record wins unless a stronger one follows. */
    public void note(EntityKind kind, JsonObject record, ChangeKind change) {
        note(kind, record.text("Id", ""), change, null);
    }

    /** Notes a change with the Id that went away in a merge. */
    public void note(EntityKind kind, String id, ChangeKind change, @Nullable String deletedId) {
        Key key = new Key(kind, id);
        if (change == ChangeKind.UPDATE && changes.containsKey(key)) {
            return;
        }
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        changes.put(key, new CompanyChange(realmId, kind.json(), id, change, second, deletedId));
    }

    /** One staged record. */
    @FunctionalInterface
    public interface Visitor {
        /** Called with the record before and after this work; null where there is none. */
        void staged(EntityKind kind, String id, @Nullable JsonObject before, @Nullable JsonObject after);
    }

    /** Visits all that is staged so far. */
    public void forEachStaged(Visitor visitor) {
        List<Map.Entry<Key, Staged>> entries = new ArrayList<>(staged.entrySet());
        entries.forEach(entry -> {
            Key key = entry.getKey();
            visitor.staged(
                    key.kind(),
                    key.id(),
                    books.find(key.kind(), key.id()),
                    entry.getValue().record());
        });
    }

    /** Makes all of it true and returns what listeners should hear. */
    public List<CompanyChange> commit() {
        books.sequences(sequences);
        staged.forEach((key, mine) -> {
            Table table = books.table(key.kind());
            if (mine.record() != null) {
                table.put(Shape.ordered(key.kind().type(), mine.record()).freeze());
            } else if (table.find(key.id()) != null) {
                table.remove(key.id());
                books.files().remove(key.id());
                books.tombstones().add(new Books.Tombstone(key.kind(), key.id(), now));
            }
        });
        books.files().putAll(files);
        books.lastNumbers().putAll(lastNumbers);
        books.merged().addAll(merged);
        return new ArrayList<>(changes.values());
    }
}
