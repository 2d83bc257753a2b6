package dev.tieout.testkit.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Header fields of a request or a response: names in any case, several values a name, in order. Immutable. */
public final class FakeHeaders {
    private static final FakeHeaders NONE = new FakeHeaders(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final SortedMap<String, List<String>> fields;

    private FakeHeaders(SortedMap<String, List<String>> fields) {
        this.fields = fields;
    }

    /** No header fields. */
    public static FakeHeaders none() {
        return NONE;
    }

    /** The fields of a map from name to values, as most servers have them; names that differ in case are joined. */
    public static FakeHeaders of(Map<String, ? extends List<String>> fields) {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) ->
                copy.computeIfAbsent(name, any -> new ArrayList<>()).addAll(values));
        return new FakeHeaders(copy);
    }

    /** These fields and one more value at the end of {@code name}. */
    public FakeHeaders with(String name, String value) {
        SortedMap<String, List<String>> copy = copyOf(fields);
        copy.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return new FakeHeaders(copy);
    }

    /** These fields without {@code name}. */
    public FakeHeaders without(String name) {
        SortedMap<String, List<String>> copy = copyOf(fields);
        copy.remove(name);
        return new FakeHeaders(copy);
    }

    /** The first value of {@code name}, empty if there is none. */
    public Optional<String> first(String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** All values of {@code name} in order, empty if there is none. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(fields.getOrDefault(name, List.of()));
    }

    /** Calls {@code each} with every name and value, in the order of the names. */
    public void forEach(BiConsumer<String, String> each) {
        fields.forEach((name, values) -> values.forEach(value -> each.accept(name, value)));
    }

    private static SortedMap<String, List<String>> copyOf(SortedMap<String, List<String>> fields) {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        return copy;
    }

    /** Names only, since values may be credentials. */
    @Override
    public String toString() {
        return fields.keySet().toString();
    }
}
