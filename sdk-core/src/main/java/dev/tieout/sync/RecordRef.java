package dev.tieout.sync;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;

/**
 * Names a record of the app. Immutable.
 *
 * @param kind its kind
 * @param id its id in the app
 */
public record RecordRef(RecordKind kind, LocalId id) {
    /** Returns kind and id, such as {@code client c-17}. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
