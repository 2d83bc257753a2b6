package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.Accepted;
import java.time.Instant;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides hold of one member. Immutable.
 *
 * @param app the app's fields of it
 * @param there QuickBooks' fields of it
 * @param by who accepted that they differ, or {@code null} if they agree, or one side never had a say
 * @param at when it was accepted
 */
public record Pair(
        NavigableMap<String, String> app,
        NavigableMap<String, String> there,
        Accepted.@Nullable By by,
        @Nullable Instant at) {
    public static Pair of(String member, Projection app, Projection there) {
        return new Pair(app.member(member), there.member(member), null, null);
    }

    public Pair accepted(Accepted.By who, Instant when) {
        return new Pair(app, there, who, when);
    }

    @Override
    public String toString() {
        return "Pair[by=" + by + ", at=" + at + "]";
    }
}
