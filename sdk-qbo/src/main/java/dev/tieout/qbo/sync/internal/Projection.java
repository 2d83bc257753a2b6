package dev.tieout.qbo.sync.internal;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record that both sides know, as text by field path. Comparing two of them is how the engine tells an
 * edit from an echo. Immutable.
 */
public final class Projection {
    private final NavigableMap<String, String> fields;

    private Projection(NavigableMap<String, String> fields) {
        this.fields = Collections.unmodifiableNavigableMap(fields);
    }

    public static Projection of(Map<String, String> fields) {
        return new Projection(new TreeMap<>(fields));
    }

    public static Builder builder() {
        return new Builder();
    }

    public NavigableMap<String, String> fields() {
        return fields;
    }

    public @Nullable String get(String field) {
        return fields.get(field);
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
        fields.forEach((field, value) -> {
            if (memberOf(field).equals(member)) {
                part.put(field, value);
            }
        });
        return part;
    }

    /** Returns the same fields, those of one member replaced by another projection's. */
    public Projection withMember(String member, Projection from) {
        NavigableMap<String, String> changed = new TreeMap<>(fields);
        member(member).keySet().forEach(changed::remove);
        changed.putAll(from.member(member));
        return new Projection(changed);
    }

    /** Names the members that differ, one that only one side has included. */
    public Set<String> differing(Projection other) {
        Set<String> all = new TreeSet<>(members());
        all.addAll(other.members());
        all.removeIf(member -> member(member).equals(other.member(member)));
        return all;
    }

    /**
     * Tells whether this side has what the app wants of a member. More than the app wants does no harm (QuickBooks adds
     * defaults), unless the app had it too and has cleared it.
     */
    public boolean satisfies(Projection app, @Nullable Projection agreed, String member) {
        NavigableMap<String, String> wanted = app.member(member);
        boolean cleared = agreed != null
                && agreed.member(member).keySet().stream()
                        .anyMatch(field -> !wanted.containsKey(field) && fields.containsKey(field));
        return !cleared && wanted.entrySet().stream().allMatch(e -> e.getValue().equals(fields.get(e.getKey())));
    }

    /** Names the members that changed from this to a newer state in a way that the app does not have. */
    public Set<String> newsFor(Projection app, Projection newer) {
        Set<String> news = new TreeSet<>();
        for (String member : differing(newer)) {
            Set<String> names = new TreeSet<>(member(member).keySet());
            names.addAll(newer.member(member).keySet());
            boolean known = names.stream()
                    .filter(name -> !Objects.equals(get(name), newer.get(name)))
                    .allMatch(name -> Objects.equals(app.get(name), newer.get(name)));
            if (!known) {
                news.add(member);
            }
        }
        return news;
    }

    private static String memberOf(String field) {
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

        public Projection build() {
            return new Projection(new TreeMap<>(fields));
        }
    }
}
