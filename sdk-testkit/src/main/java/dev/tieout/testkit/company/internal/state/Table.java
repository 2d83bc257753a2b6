package dev.tieout.testkit.company.internal.state;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.Times;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The committed records of one kind with the indexes that queries need. Guarded by the company's lock. */
public final class Table {
    private static final List<String> INDEXED = List.of(
            "DisplayName",
            "Name",
            "FullyQualifiedName",
            "DocNumber",
            "PrimaryEmailAddr",
            "CustomerRef",
            "VendorRef",
            "ParentRef",
            "AccountSubType",
            "Code");
    private static final Comparator<Place> PLACES =
            Comparator.comparing(Place::key).thenComparing(Place::number).thenComparing(Place::id);
    private static final Comparator<Moment> MOMENTS = Comparator.comparingLong(Moment::second)
            .thenComparing(Moment::number)
            .thenComparing(Moment::id);

    private final EntityKind kind;
    private final Map<String, JsonObject> records = new HashMap<>();
    private final NavigableSet<Place> byName = new TreeSet<>(PLACES);
    private final NavigableSet<Moment> byTime = new TreeSet<>(MOMENTS);
    private final Map<String, Map<String, Set<String>>> byValue = new HashMap<>();
    private String lastTime = "";
    private long lastSecond;

    private record Place(String key, long number, String id) {}

    private record Moment(long second, long number, String id) {}

    Table(EntityKind kind) {
        this.kind = kind;
        INDEXED.forEach(field -> byValue.put(field, new HashMap<>()));
    }

    /** The record, {@code null} if there is none. */
    public @Nullable JsonObject find(String id) {
        return records.get(id);
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    /** The Ids, in no order. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(records.keySet());
    }

    void put(JsonObject record) {
        String id = record.text("Id", "");
        remove(id);
        records.put(id, record);
        byName.add(place(record, id));
        byTime.add(moment(record, id));
        byValue.forEach((field, values) -> {
            String value = key(record, field);
            if (value != null) {
                values.computeIfAbsent(value, any -> new LinkedHashSet<>(2)).add(id);
            }
        });
    }

    void remove(String id) {
        JsonObject old = records.remove(id);
        if (old == null) {
            return;
        }
        byName.remove(place(old, id));
        byTime.remove(moment(old, id));
        byValue.forEach((field, values) -> {
            String value = key(old, field);
            Set<String> ids = value == null ? null : values.get(value);
            if (ids != null && ids.remove(id) && ids.isEmpty()) {
                values.remove(value);
            }
        });
    }

    /** Whether {@link #with} knows the field. */
    public static boolean indexed(String field) {
        return INDEXED.contains(field);
    }

    /** The Ids of records whose indexed field has this value, letters in any case. */
    public Collection<String> with(String field, String value) {
        Map<String, Set<String>> values = byValue.get(field);
        Set<String> ids = values == null ? null : values.get(fold(value));
        return ids == null ? List.of() : new ArrayList<>(ids);
    }

    /**
     * The records in the order of answers without ORDERBY: lists by name in code-point order with children behind
     * their parent, transactions by last change, newest first (QuickBooks fact P6.13).
     */
    public Iterable<JsonObject> inOrder() {
        return kind.transaction()
                ? () -> byTime.descendingSet().stream()
                        .map(moment -> record(moment.id()))
                        .iterator()
                : () -> byName.stream().map(place -> record(place.id())).iterator();
    }

    /** The records changed at or after a moment, oldest change first. */
    public Iterable<JsonObject> changedSince(Instant since) {
        Moment from = new Moment(since.getEpochSecond(), Long.MIN_VALUE, "");
        return () -> byTime.tailSet(from, true).stream()
                .map(moment -> record(moment.id()))
                .iterator();
    }

    private JsonObject record(String id) {
        JsonObject record = records.get(id);
        if (record == null) {
            throw new IllegalStateException("an index names a record that is not there: " + kind + " " + id);
        }
        return record;
    }

    private Place place(JsonObject record, String id) {
        return new Place(sortKey(kind, record), number(id), id);
    }

    /** What rows of a kind are sorted by without ORDERBY, in code-point order. */
    public static String sortKey(EntityKind kind, JsonObject record) {
        return switch (kind) {
            case CUSTOMER, ITEM, CLASS, DEPARTMENT -> record.text("FullyQualifiedName", record.text("DisplayName", ""));
            case TAX_CODE -> ofTaxCode(record.text("Id", ""), record.text("Name", ""));
            default -> kind.nameField() == null ? "" : record.text(kind.nameField(), "");
        };
    }

    /** QuickBooks' own codes come first, TAX before NON (QuickBooks fact T2.1). */
    private static String ofTaxCode(String id, String name) {
        return switch (id) {
            case "TAX" -> "0";
            case "NON" -> "1";
            default -> id.matches("\\d+") ? "3" + name : "2";
        };
    }

    private Moment moment(JsonObject record, String id) {
        JsonObject meta = record.object("MetaData");
        String text = meta == null ? null : meta.text("LastUpdatedTime", meta.text("CreateTime", ""));
        return new Moment(text == null ? 0 : second(text), number(id), id);
    }

    /** Records written together bear the same time; parsing it once is a fifth of the cost of seeding. */
    private long second(String text) {
        if (!text.equals(lastTime)) {
            Instant time = Times.moment(text);
            lastTime = text;
            lastSecond = time == null ? 0 : time.getEpochSecond();
        }
        return lastSecond;
    }

    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException word) {
            return Long.MAX_VALUE;
        }
    }

    private static @Nullable String key(JsonObject record, String field) {
        Object value = record.get(field);
        if (value instanceof JsonObject object) {
            value = object.text(field.endsWith("Ref") ? "value" : "Address");
        }
        return value instanceof String text ? fold(text) : null;
    }

    /** The form in which names are compared: letters in any case, Unicode composed, blanks at the ends cut. */
    public static String fold(String text) {
        String trimmed = text.strip();
        return (Normalizer.isNormalized(trimmed, Normalizer.Form.NFC)
                        ? trimmed
                        : Normalizer.normalize(trimmed, Normalizer.Form.NFC))
                .toLowerCase(Locale.ROOT);
    }
}
