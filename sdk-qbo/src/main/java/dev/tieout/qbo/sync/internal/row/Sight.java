package dev.tieout.qbo.sync.internal.row;

import java.time.Instant;

/**
 * What QuickBooks was last seen to hold of a record. Immutable.
 *
 * @param entity the entity as QuickBooks gave it, JSON
 * @param token its SyncToken
 * @param at when it was seen
 * @param gone whether, and how, it is gone
 */
public record Sight(String entity, long token, Instant at, Gone gone) {
    /** How a record is gone from QuickBooks. */
    public enum Gone {
        THERE,
        VOID,
        DELETED
    }

    public Sight gone(Gone how, Instant when) {
        return new Sight(entity, token, when, how);
    }

    @Override
    public String toString() {
        return "Sight[token=" + token + ", at=" + at + ", gone=" + gone + "]";
    }
}
