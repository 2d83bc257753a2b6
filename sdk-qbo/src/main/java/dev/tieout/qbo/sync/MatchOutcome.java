package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.sync.SyncStatus;

/** What became of matching a single record by hand. */
public sealed interface MatchOutcome {
    /**
     * They are linked, and the app's values were written where they differed.
     *
     * @param status the record's status
     */
    record Matched(SyncStatus status) implements MatchOutcome {}

    /**
     * The record in QuickBooks is linked already; nothing changed.
     *
     * @param holder the record of the app that has it
     */
    record Taken(LocalId holder) implements MatchOutcome {}

    /** QuickBooks has no such record, or it is inactive there; nothing changed. */
    record NotThere() implements MatchOutcome {}
}
