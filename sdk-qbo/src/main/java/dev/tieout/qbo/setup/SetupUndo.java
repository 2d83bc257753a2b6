package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What taking a run back would do, record by record, or what it did. What a run linked is unlinked, what it created in QuickBooks
 * is made inactive, what it made inactive there is made active, what it overwrote is restored, each only where both sides still hold exactly what the run wrote; everything
 * else stays as it is, and says why. Immutable.
 *
 * @param run the run's id
 * @param lines what the run touched, in its order
 */
public record SetupUndo(String run, List<Line> lines) {
    public SetupUndo {
        lines = List.copyOf(lines);
    }

    /** What is done about a record. */
    public enum Step {
        /** The link is taken back; both records stay as they are. */
        UNLINK,
        /** The link is taken back, and what the run overwrote is written again. */
        RESTORE,
        /** The link is taken back, and the record that the run created in QuickBooks is made inactive. */
        MAKE_INACTIVE,
        /** The record that the run made inactive in QuickBooks is made active again. */
        MAKE_ACTIVE,
        /** Nothing. */
        LEAVE
    }

    /** What became of it. */
    public enum Result {
        /** It is as it was before the run. */
        TAKEN_BACK,
        /** QuickBooks refused it; a link is taken back all the same. */
        PARTLY,
        /** It was left as it is. */
        LEFT,
        /** QuickBooks did not say what became of it, or could not be reached: undo the run again. */
        UNSETTLED
    }

    /**
     * One record.
     *
     * @param decision what the run had carried out
     * @param local the record of the app, or {@code null}
     * @param localName its name when it was decided about, or {@code null}
     * @param remote the record of QuickBooks, or {@code null}
     * @param remoteName its name when it was decided about, or {@code null}
     * @param step what is done
     * @param fields the fields that are restored, in QuickBooks' words
     * @param why what is not taken back and why, in words for the firm's staff; empty if nothing
     * @param result what became of it; {@code null} while nothing was done
     */
    public record Line(
            SetupDecision decision,
            @Nullable LocalId local,
            @Nullable String localName,
            @Nullable RemoteId remote,
            @Nullable String remoteName,
            Step step,
            List<String> fields,
            String why,
            @Nullable Result result) {
        public Line {
            fields = List.copyOf(fields);
        }

        /** Names ids, step and result only. */
        @Override
        public String toString() {
            return "Line[local=" + local + ", remote=" + remote + ", " + step + ", " + result + "]";
        }
    }

    /** Counts the lines. */
    @Override
    public String toString() {
        return "SetupUndo[lines=" + lines.size() + "]";
    }
}
