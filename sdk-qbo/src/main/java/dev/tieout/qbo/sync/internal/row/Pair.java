package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.Accepted;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides hold of one member. Immutable.
 *
 * @param app the app's fields of it; one that is blank it had and cleared
 * @param there QuickBooks' fields of it
 * @param by who accepted that they differ, or {@code null} if they agree, or one side never had a say
 * @param at when it was accepted
 */
public record Pair(
        Projection app,
        Projection there,
        Accepted.@Nullable By by,
        @Nullable Instant at) {
    public static Pair of(String member, Projection app, Projection there) {
        return new Pair(app.member(member), there.member(member), null, null);
    }

    public Pair accepted(Accepted.By who, Instant when) {
        return new Pair(app, there, who, when);
    }

    /**
     * Remembers on what the app had a word before: a value that it cleared is blank, which is "nothing" and not "whatever".
     * A member that is one of many (with {@code #}) does not come back under its name.
     */
    private Pair remembering(String member, @Nullable Pair before) {
        if (before == null || member.indexOf('#') >= 0) {
            return this;
        }
        Projection.Builder words = Projection.builder();
        before.app().forEach((field, value) -> words.set(field, ""));
        Projection all = words.putAll(app).build();
        return all.equals(app) ? this : new Pair(all, there, by, at);
    }

    /** Tells whether the app had exactly this. */
    public boolean appHad(Projection fields) {
        Projection.Builder had = Projection.builder();
        app.forEach((field, value) -> {
            if (!value.isEmpty()) {
                had.set(field, value);
            }
        });
        return had.build().equals(fields);
    }

    /** Makes pairs the base of their members; where neither side has or had a word, there is none. */
    public static void settle(Map<String, Pair> base, Map<String, Pair> pairs) {
        pairs.forEach((member, pair) -> {
            Pair next = pair.remembering(member, base.get(member));
            if (next.app().isEmpty() && next.there().isEmpty()) {
                base.remove(member);
            } else {
                base.put(member, next);
            }
        });
    }

    @Override
    public String toString() {
        return "Pair[by=" + by + ", at=" + at + "]";
    }
}
