package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.sync.SyncStatus;

/** What became of matching a single record by hand. */
public sealed interface MatchOutcome {
    /**
     * They are linked; the status says whether they are in step.
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

    /**
     * The record of the app is linked with another one already; nothing changed. Unmatch it first.
     *
     * @param with the record in QuickBooks that it is linked with
     */
    record AlreadyMatched(RemoteId with) implements MatchOutcome {}

    /**
     * A create of the record is on its way, and whether it arrived is not known yet; nothing changed. Match again when the
     * status says what became of it: in minutes, or where QuickBooks is out of reach as long as that lasts. To have nothing
     * sent until then, unmatch the record.
     *
     * @param status the record's status
     */
    record Underway(SyncStatus status) implements MatchOutcome {}
}
