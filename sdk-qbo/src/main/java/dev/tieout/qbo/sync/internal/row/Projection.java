package dev.tieout.qbo.sync.internal.row;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record, or of a part of it, as text by path, such as {@code BillAddr.City}. The part before the first dot
 * is the <em>member</em>: what is written, told and decided as a whole. Immutable.
 */
public final class Projection {
    // A record is taken apart and compared member by member many times: its members are pieces of the same two arrays.
    private static final String[] NONE = {};
    public static final Projection EMPTY = new Projection(NONE, NONE, 0, 0);

    /** Sorted, each once. */
    private final String[] names;

    private final String[] values;
    private final int from;
    private final int to;

    private Projection(String[] names, String[] values, int from, int to) {
        this.names = names;
        this.values = values;
        this.from = from;
        this.to = to;
    }

    public static Projection of(Map<String, String> fields) {
        Builder builder = builder();
        fields.forEach(builder::set);
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The fields in the order of their names. */
    public Map<String, String> fields() {
        return new Fields(this);
    }

    public void forEach(BiConsumer<? super String, ? super String> each) {
        for (int i = from; i < to; i++) {
            each.accept(names[i], values[i]);
        }
    }

    public @Nullable String get(String field) {
        int at = Arrays.binarySearch(names, from, to, field);
        return at < 0 ? null : values[at];
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** Names the members that the fields belong to: {@code BillAddr} for {@code BillAddr.City}. */
    public Set<String> members() {
        Set<String> members = new TreeSet<>();
        String last = "";
        for (int i = from; i < to; i++) {
            if (!isIn(names[i], last)) {
                last = memberOf(names[i]);
                members.add(last);
            }
        }
        return members;
    }

    /** Returns the fields of one member; empty if there is none. */
    public Projection member(String member) {
        int whole = Arrays.binarySearch(names, from, to, member);
        int first = firstIn(member);
        int end = first;
        while (end < to && isIn(names[end], member)) {
            end++;
        }
        if (whole < 0) {
            return part(first, end);
        }
        if (first == end) {
            return part(whole, whole + 1);
        }
        if (whole + 1 == first) {
            return part(whole, end);
        }
        // What sorts before a dot stands between the member itself and its parts.
        Builder builder = builder().set(names[whole], values[whole]);
        part(first, end).forEach(builder::set);
        return builder.build();
    }

    private Projection part(int first, int end) {
        return first == end ? EMPTY : new Projection(names, values, first, end);
    }

    /** Where the first name is, or would be, that begins with the member and a dot. */
    private int firstIn(String member) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(names[middle], member)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBefore(String name, String member) {
        if (name.length() <= member.length() || !name.startsWith(member)) {
            return name.compareTo(member) <= 0;
        }
        return name.charAt(member.length()) < '.';
    }

    private static boolean isIn(String name, String member) {
        return name.length() > member.length() && name.charAt(member.length()) == '.' && name.startsWith(member);
    }

    public boolean has(String member) {
        if (Arrays.binarySearch(names, from, to, member) >= 0) {
            return true;
        }
        int first = firstIn(member);
        return first < to && isIn(names[first], member);
    }

    /** Returns the same fields, those of one member replaced by another projection's. */
    public Projection withMember(String member, Projection other) {
        return withMembers(List.of(member), other);
    }

    /** Returns the same fields, those of several members replaced by another projection's. */
    public Projection withMembers(Collection<String> members, Projection other) {
        Set<String> replaced = Set.copyOf(members);
        Builder changed = builder();
        forEach((field, value) -> {
            if (!replaced.contains(memberOf(field))) {
                changed.set(field, value);
            }
        });
        replaced.forEach(member -> other.member(member).forEach(changed::set));
        return changed.build();
    }

    /** Returns the fields of some members only. */
    public Projection only(Collection<String> members) {
        Builder kept = builder();
        members.forEach(member -> member(member).forEach(kept::set));
        return kept.build();
    }

    /** What a member says, in one text to show to a person; {@code null} for nothing. */
    public @Nullable String shown(String member) {
        List<String> parts = new ArrayList<>();
        member(member)
                .forEach((field, value) ->
                        parts.add(field.equals(member) ? value : field.substring(member.length() + 1) + ": " + value));
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    public static String memberOf(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Projection p
                && Arrays.equals(names, from, to, p.names, p.from, p.to)
                && Arrays.equals(values, from, to, p.values, p.from, p.to);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + names[i].hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    /** Names the fields only: values are the firm's business. */
    @Override
    public String toString() {
        return "Projection" + List.of(names).subList(from, to);
    }

    /** The fields as a map that cannot be changed. */
    private static final class Fields extends AbstractMap<String, String> {
        private final Projection of;

        Fields(Projection of) {
            this.of = of;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, String>> iterator() {
                    List<Entry<String, String>> entries = new ArrayList<>();
                    of.forEach((name, value) -> entries.add(Map.entry(name, value)));
                    return List.copyOf(entries).iterator();
                }

                @Override
                public int size() {
                    return of.to - of.from;
                }
            };
        }

        @Override
        public @Nullable String get(@Nullable Object name) {
            return name instanceof String field ? of.get(field) : null;
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }
    }

    /** Collects fields; blank values count as absent, as they do in QuickBooks. */
    public static final class Builder {
        private String[] names = new String[24];
        private String[] values = new String[24];
        private int size;

        private Builder() {}

        public Builder put(String field, @Nullable Object value) {
            if (value == null) {
                return this;
            }
            String text = value.toString();
            return text.isBlank() ? this : set(field, text);
        }

        /** As it is, blank too: a field that was cleared. */
        public Builder set(String field, String value) {
            int at = size > 0 && names[size - 1].compareTo(field) < 0
                    ? -size - 1
                    : Arrays.binarySearch(names, 0, size, field);
            if (at >= 0) {
                values[at] = value;
                return this;
            }
            int place = -at - 1;
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            System.arraycopy(names, place, names, place + 1, size - place);
            System.arraycopy(values, place, values, place + 1, size - place);
            names[place] = field;
            values[place] = value;
            size++;
            return this;
        }

        public Builder putAll(Projection other) {
            other.forEach(this::set);
            return this;
        }

        public Projection build() {
            return size == 0 ? EMPTY : new Projection(Arrays.copyOf(names, size), Arrays.copyOf(values, size), 0, size);
        }
    }
}
