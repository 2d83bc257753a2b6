package dev.tieout.qbo.sync.internal.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record as text by path, such as {@code BillAddr.City}. The part before the first dot is the
 * <em>member</em>: what is written, told and decided as a whole. Immutable.
 */
public final class Projection {
    public static final Projection EMPTY = new Projection(new TreeMap<>());

    private final NavigableMap<String, String> fields;

    private Projection(NavigableMap<String, String> fields) {
        this.fields = fields;
    }

    public static Projection of(Map<String, String> fields) {
        return fields.isEmpty() ? EMPTY : new Projection(new TreeMap<>(fields));
    }

    public static Builder builder() {
        return new Builder();
    }

    public NavigableMap<String, String> fields() {
        return Collections.unmodifiableNavigableMap(fields);
    }

    public @Nullable String get(String field) {
        return fields.get(field);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Names the members that the fields belong to: {@code BillAddr} for {@code BillAddr.City}. */
    public Set<String> members() {
        Set<String> members = new TreeSet<>();
        fields.keySet().forEach(field -> members.add(memberOf(field)));
        return members;
    }

    /** Returns the fields of one member; empty if there is none. */
    public NavigableMap<String, String> member(String member) {
        NavigableMap<String, String> part = new TreeMap<>();
        @Nullable String whole = fields.get(member);
        if (whole != null) {
            part.put(member, whole);
        }
        String beginning = member + ".";
        for (Map.Entry<String, String> e : fields.tailMap(beginning).entrySet()) {
            if (!e.getKey().startsWith(beginning)) {
                break;
            }
            part.put(e.getKey(), e.getValue());
        }
        return part;
    }

    public boolean has(String member) {
        if (fields.containsKey(member)) {
            return true;
        }
        String beginning = member + ".";
        @Nullable String next = fields.ceilingKey(beginning);
        return next != null && next.startsWith(beginning);
    }

    /** Returns the same fields, those of one member replaced by another projection's. */
    public Projection withMember(String member, Projection from) {
        NavigableMap<String, String> changed = new TreeMap<>(fields);
        member(member).keySet().forEach(changed::remove);
        changed.putAll(from.member(member));
        return new Projection(changed);
    }

    /** Returns the same fields, those of several members replaced by another projection's. */
    public Projection withMembers(Collection<String> members, Projection from) {
        Projection changed = this;
        for (String member : members) {
            changed = changed.withMember(member, from);
        }
        return changed;
    }

    /** Returns the fields of some members only. */
    public Projection only(Collection<String> members) {
        NavigableMap<String, String> kept = new TreeMap<>();
        members.forEach(member -> kept.putAll(member(member)));
        return new Projection(kept);
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
        return o instanceof Projection p && p.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Names the fields only: values are the firm's business. */
    @Override
    public String toString() {
        return "Projection" + fields.keySet();
    }

    /** Collects fields; blank values count as absent, as they do in QuickBooks. */
    public static final class Builder {
        private final NavigableMap<String, String> fields = new TreeMap<>();

        private Builder() {}

        public Builder put(String field, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                fields.put(field, value.toString());
            }
            return this;
        }

        public Builder putAll(Projection other) {
            fields.putAll(other.fields);
            return this;
        }

        public Projection build() {
            return new Projection(new TreeMap<>(fields));
        }
    }
}
