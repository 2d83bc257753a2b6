package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.sync.SyncProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each decision of a plan, in order, and what nobody decided. Kept with its run. Immutable.
 *
 * @param run the run that it is of
 * @param entries an entry for each decision
 * @param undecided what was found and not decided: duplicates and unmatched records of the app, then records of QuickBooks that
 *     the app lacks
 */
public record SetupReport(SetupRun run, List<Entry> entries, List<Undecided> undecided) {
    public SetupReport {
        entries = List.copyOf(entries);
        undecided = List.copyOf(undecided);
    }

    /** What became of a decision. */
    public enum Result {
        /** Linked; both sides agree. */
        LINKED,
        /** Created and linked. */
        CREATED,
        /** Left alone, as decided. */
        SKIPPED,
        /** Kept in mind, as decided: kept out, or not the same. */
        REMEMBERED,
        /** The link was taken apart, as decided. */
        UNLINKED,
        /** Made inactive on its side, as decided. */
        MADE_INACTIVE,
        /** It was so already; nothing was done. */
        ALREADY,
        /** What the decision rested on has changed since: nothing was done, preview again. */
        STALE,
        /** The name is taken: nothing was created; the entry has names that are free. */
        NAME_TAKEN,
        /** Linked or staged, but not in step yet: the entry has the problem. */
        PENDING,
        /** QuickBooks or the app refused; the entry has the problem or a note. */
        FAILED,
        /** Its turn has not come, or the run was cancelled before. */
        NOT_DONE
    }

    /**
     * What became of one decision.
     *
     * @param decision the decision
     * @param result what became of it
     * @param local the record of the app, or {@code null} if there is none
     * @param localName its name when it was decided about, or {@code null}
     * @param remote the record of QuickBooks, or {@code null} if there is none
     * @param remoteName its name when it was decided about, or {@code null}
     * @param note what to know, in words for the firm's staff; empty if nothing
     * @param suggestions free names, after {@link Result#NAME_TAKEN}
     * @param problem what stands in the way, or {@code null}
     */
    public record Entry(
            SetupDecision decision,
            Result result,
            @Nullable LocalId local,
            @Nullable String localName,
            @Nullable RemoteId remote,
            @Nullable String remoteName,
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
     * What was found and not decided. Immutable.
     *
     * @param bucket {@code DUPLICATE} or {@code UNMATCHED}, {@code MATCH} for a match that nobody confirmed, or {@code NEW} for a
     *     record of QuickBooks that the app lacks
     * @param local the record of the app, or {@code null}
     * @param remote the record of QuickBooks, or {@code null}
     * @param name its name
     * @param candidates whom it could be, by name, the best first
     */
    public record Undecided(
            Bucket bucket,
            @Nullable LocalId local,
            @Nullable RemoteId remote,
            String name,
            List<String> candidates) {
        public Undecided {
            candidates = List.copyOf(candidates);
        }

        /** Names ids and the bucket only. */
        @Override
        public String toString() {
            return "Undecided[" + bucket + ", local=" + local + ", remote=" + remote + "]";
        }
    }

    /**
     * Writes the report as a table, a line for each decision and for each undecided record, to be opened in a spreadsheet: a
     * cell never acts as a formula.
     *
     * @return comma-separated values after RFC 4180, with a header
     */
    public String toCsv() {
        return ReportCsv.of(this);
    }

    /**
     * Writes the report as the body of a mail to the firm's staff: counts, then what someone should look at, at most 100 lines of
     * each; the whole is in {@link #toCsv}. In English; names are escaped, nothing is loaded from elsewhere.
     *
     * @return a piece of HTML, to be put into a document's body
     */
    public String toHtml() {
        return ReportHtml.of(this);
    }

    /** Names the run and counts. */
    @Override
    public String toString() {
        return "SetupReport[run=" + run.id() + ", " + counts() + ", undecided=" + undecided.size() + "]";
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
                    case STALE, NAME_TAKEN, PENDING, FAILED, NOT_DONE -> true;
                    case LINKED, CREATED, SKIPPED, REMEMBERED, UNLINKED, MADE_INACTIVE, ALREADY -> false;
                })
                .toList();
    }
}
