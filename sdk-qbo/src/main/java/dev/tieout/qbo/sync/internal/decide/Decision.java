package dev.tieout.qbo.sync.internal.decide;

import dev.tieout.sync.KeptOut;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens next to a record. Immutable.
 *
 * @param step the next step
 * @param fields what becomes of each member; empty where the members do not matter yet
 */
public record Decision(Step step, Map<String, Verdict> fields) {
    public Decision {
        fields = new TreeMap<>(fields);
    }

    static Decision of(Step step) {
        return new Decision(step, Map.of());
    }

    /** Names the members with a verdict. */
    public Set<String> members(Verdict verdict) {
        Set<String> members = new TreeSet<>();
        fields.forEach((member, v) -> {
            if (v == verdict) {
                members.add(member);
            }
        });
        return members;
    }

    /** The next step. */
    public sealed interface Step {
        /** Nothing: both sides agree, or what differs is accepted. */
        record Nothing() implements Step {}

        /** Nothing, and the record is not kept in step. */
        record StayOut(KeptOut why) implements Step {}

        /** Nothing, until a parent has come. */
        record WaitForParent(
                RecordRef parent, RecordRef root, @Nullable SyncProblem problem) implements Step {}

        /** Nothing, until a moment. */
        record WaitUntil(Instant moment, @Nullable SyncProblem problem) implements Step {}

        /** Nothing, until someone changes something; at the moment given, time may have cured it. */
        record Blocked(SyncProblem problem, Instant againAt) implements Step {}

        /** A person is asked about the members to tell. */
        record Ask(Set<String> members) implements Step {}

        /** QuickBooks kept other values than it was sent. */
        record NotKept(Set<String> members) implements Step {}

        /** It is gone from QuickBooks, and only a person's word brings it back. */
        record Gone() implements Step {}

        record Create() implements Step {}

        record Update(Set<String> members) implements Step {}

        @SuppressWarnings("JavaLangClash") // only ever written as Step.Void
        record Void() implements Step {}

        record Delete() implements Step {}

        /** The app is given QuickBooks' values of some members. */
        record TakeIn(Set<String> members) implements Step {}

        /** The write in flight goes out again, under its id and with its body. */
        record Resend() implements Step {}

        /** QuickBooks is read or searched for what became of the write in flight. */
        record Probe() implements Step {}

        /** Nobody could establish what became of the write in flight: a person does. */
        record Unclear() implements Step {}
    }
}
