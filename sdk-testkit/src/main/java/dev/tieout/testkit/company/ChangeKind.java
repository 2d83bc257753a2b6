package dev.tieout.testkit.company;

import java.util.Locale;

/** What happened to a record, in the words of Intuit's webhooks (QuickBooks fact P7.12). */
public enum ChangeKind {
    /** The record is new. */
    CREATE,
    /** Its content changed, by a client, a person or as a side effect. */
    UPDATE,
    /** A transaction was deleted or a list record made inactive. */
    DELETE,
    /** A transaction was voided. */
    VOID,
    /** A transaction was sent by e-mail. */
    EMAILED,
    /** Another record was merged into this one. */
    MERGE;

    /** The word of the legacy payload: {@code Create}, {@code Update}, … */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
