package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.sync.SyncProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each decision of a plan, in order. Immutable.
 *
 * @param entries an entry for each decision
 */
public record SetupReport(List<Entry> entries) {
    public SetupReport {
        entries = List.copyOf(entries);
    }

    /** What became of a decision. */
    public enum Result {
        /** Linked; both sides agree. */
        LINKED,
        /** Created and linked. */
        CREATED,
        /** Left alone, as decided. */
        SKIPPED,
        /** It was so already; nothing was done. */
        ALREADY,
        /** What the decision rested on has changed since: nothing was done, preview again. */
        STALE,
        /** The name is taken: nothing was created; the entry has names that are free. */
        NAME_TAKEN,
        /** Linked or staged, but not in step yet: the entry has the problem. */
        PENDING,
        /** QuickBooks refused; the entry has the problem. */
        FAILED
    }

    /**
     * What became of one decision.
     *
     * @param decision the decision
     * @param result what became of it
     * @param local the record of the app, or {@code null} if there is none
     * @param remote the record of QuickBooks, or {@code null} if there is none
     * @param note what to know, in words for the firm's staff; empty if nothing
     * @param suggestions free names, after {@link Result#NAME_TAKEN}
     * @param problem what stands in the way, or {@code null}
     */
    public record Entry(
            SetupDecision decision,
            Result result,
            @Nullable LocalId local,
            @Nullable RemoteId remote,
            String note,
            List<String> suggestions,
            @Nullable SyncProblem problem) {
        public Entry {
            suggestions = List.copyOf(suggestions);
        }

        /** Names ids and the result only. */
        @Override
        public String toString() {
            return "Entry[" + decision.action() + ", local=" + local + ", remote=" + remote + ", " + result + "]";
        }
    }

    /**
     * Counts the entries by result.
     *
     * @return a count for each result that occurs
     */
    public Map<Result, Integer> counts() {
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        entries.forEach(entry -> counts.merge(entry.result(), 1, Integer::sum));
        return counts;
    }

    /**
     * Lists the entries that someone should look at.
     *
     * @return the entries that ended neither as decided nor as they were already
     */
    public List<Entry> open() {
        return entries.stream()
                .filter(e -> switch (e.result()) {
                    case STALE, NAME_TAKEN, PENDING, FAILED -> true;
                    case LINKED, CREATED, SKIPPED, ALREADY -> false;
                })
                .toList();
    }
}
