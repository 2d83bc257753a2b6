package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a run: how things were before, and what became of it. Immutable.
 *
 * @param localName the name of the app's record as it was shown
 * @param remoteName the name of QuickBooks' record as it was shown
 * @param inactive whether one of the two was out of use when it was shown
 * @param before how things were; stored before anything is touched, so that a node that goes on can tell its own work from
 *     others'
 * @param done what became of it
 * @param undone what became of taking it back, or {@code null}
 */
record RunLine(
        SetupDecision decision,
        @Nullable String localName,
        @Nullable String remoteName,
        boolean inactive,
        @Nullable Before before,
        @Nullable Done done,
        @Nullable Undone undone) {
    /**
     * How things were.
     *
     * @param at when it was looked at
     * @param linked what the app's record was linked with
     * @param held whether QuickBooks' record was linked
     * @param there the compared fields of QuickBooks' record
     */
    record Before(Instant at, @Nullable RemoteId linked, boolean held, Projection there) {}

    /**
     * What became of it.
     *
     * @param after what QuickBooks held when it was done, of what the run wrote
     */
    record Done(
            Result result,
            @Nullable LocalId local,
            @Nullable RemoteId remote,
            String note,
            List<String> suggestions,
            @Nullable SyncProblem problem,
            Projection after) {}

    /**
     * What became of taking it back.
     *
     * @param result a word of {@code SetupUndo.Result}
     */
    record Undone(String result, String note) {}

    RunLine with(Before newBefore) {
        return new RunLine(decision, localName, remoteName, inactive, newBefore, done, undone);
    }

    RunLine with(Done newDone) {
        return new RunLine(decision, localName, remoteName, inactive, before, newDone, undone);
    }

    RunLine with(Undone newUndone) {
        return new RunLine(decision, localName, remoteName, inactive, before, done, newUndone);
    }

    Entry entry() {
        return done == null
                ? new Entry(
                        decision,
                        Result.NOT_DONE,
                        decision.local(),
                        localName,
                        decision.remote(),
                        remoteName,
                        "",
                        List.of(),
                        null)
                : new Entry(
                        decision,
                        done.result(),
                        done.local(),
                        localName,
                        done.remote(),
                        remoteName,
                        done.note(),
                        done.suggestions(),
                        done.problem());
    }
}
