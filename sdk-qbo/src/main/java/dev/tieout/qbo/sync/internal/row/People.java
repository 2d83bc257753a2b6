package dev.tieout.qbo.sync.internal.row;

import dev.tieout.LocalId;
import dev.tieout.sync.KeptOut;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a record as a whole. Never forgotten by itself. Immutable.
 *
 * @param out that it stays out of step, and how that was said; {@code null} if nobody said so
 * @param wasLinked what it was linked with before it was unmatched, or {@code null}
 * @param perhaps a record of QuickBooks that may be the same, and about which a person is asked; {@code null} if none
 * @param others records of QuickBooks that are certainly not the same
 * @param said who said so and when: of {@code out} under {@link #OUT}, of {@code others} under their ids; what was stored by
 *     older versions has none
 * @param called what it is called in QuickBooks while the app calls it otherwise, or {@code null}
 * @param merged that what this one was linked with was merged into what another record of the app holds, until a person says
 *     otherwise; {@code null} if it was not
 */
public record People(
        @Nullable KeptOut out,
        @Nullable String wasLinked,
        @Nullable String perhaps,
        Set<String> others,
        Map<String, Said> said,
        @Nullable Called called,
        @Nullable Merged merged) {
    /** Under which it is kept who said that a record stays out. No id is empty. */
    public static final String OUT = "";

    public static final People NONE = new People(null, null, null, Set.of(), Map.of(), null, null);

    /**
     * A person's word. Immutable.
     *
     * @param by who, in the host's words; {@code null} if the host did not say
     * @param at when
     * @param undo whether a setup run was taken back: no word about the record, which is an open question again
     */
    public record Said(@Nullable String by, Instant at, boolean undo) {
        @Override
        public String toString() {
            return "Said[at=" + at + "]";
        }
    }

    /**
     * A name that a person chose because the app's is taken in QuickBooks. Immutable.
     *
     * @param app the name in the app
     * @param name the name in QuickBooks
     */
    public record Called(String app, String name) {
        /** Names are the firm's business. */
        @Override
        public String toString() {
            return "Called";
        }
    }

    /**
     * Two linked records became one in QuickBooks. Immutable.
     *
     * @param with the record of the app that holds the one that stayed
     * @param gone the one that went
     * @param told whether QuickBooks told of it: what depends on this one then goes the same way. Otherwise transactions only
     *     look like it
     */
    public record Merged(LocalId with, String gone, boolean told) {}

    public People called(Called newCalled) {
        return new People(out, wasLinked, perhaps, others, said, newCalled, merged);
    }

    public People out(KeptOut how, @Nullable String linked) {
        return new People(how, linked == null ? wasLinked : linked, perhaps, others, said, called, null);
    }

    /** As {@link #out(KeptOut, String)}; what was said before stays where it is only said again. */
    public People out(KeptOut how, @Nullable String linked, Said who) {
        boolean again = out == how && said.containsKey(OUT) && said.get(OUT).undo() == who.undo();
        return again ? out(how, linked) : out(how, linked).saying(OUT, who);
    }

    public People in() {
        return new People(null, wasLinked, null, others, without(OUT), called, null);
    }

    public People asking(@Nullable String remoteId) {
        return new People(out, wasLinked, remoteId, others, said, called, merged);
    }

    public People notTheSame(String remoteId) {
        Set<String> more = new TreeSet<>(others);
        more.add(remoteId);
        return new People(
                out,
                wasLinked,
                remoteId.equals(perhaps) ? null : perhaps,
                more,
                said,
                called,
                remoteId.equals(perhaps) ? null : merged);
    }

    public People notTheSame(String remoteId, Said who) {
        return others.contains(remoteId)
                ? notTheSame(remoteId)
                : notTheSame(remoteId).saying(remoteId, who);
    }

    /** They are the same after all. */
    public People same(String remoteId) {
        if (!others.contains(remoteId)) {
            return this;
        }
        Set<String> fewer = new TreeSet<>(others);
        fewer.remove(remoteId);
        return new People(out, wasLinked, perhaps, fewer, without(remoteId), called, merged);
    }

    public People merged(Merged newMerged) {
        return new People(out, wasLinked, perhaps, others, said, called, newMerged);
    }

    private People saying(String about, Said who) {
        Map<String, Said> more = new TreeMap<>(said);
        more.put(about, who);
        return new People(out, wasLinked, perhaps, others, more, called, merged);
    }

    private Map<String, Said> without(String about) {
        if (!said.containsKey(about)) {
            return said;
        }
        Map<String, Said> fewer = new TreeMap<>(said);
        fewer.remove(about);
        return fewer;
    }
}
