package dev.tieout.qbo.api;

/** What a {@link Write} does. The names are stored with frozen intents and do not change. */
public enum WriteOperation {
    /** Makes a new record. */
    CREATE,
    /** Changes the named fields only. */
    UPDATE,
    /** Replaces the whole record: what is left out is reset. */
    REPLACE,
    /** Hides a list entry. */
    INACTIVATE,
    /** Deletes a transaction for good. */
    DELETE,
    /** Keeps a transaction but takes its amounts out of the books. */
    VOID;

    /** The word for hooks and messages. */
    String word() {
        return switch (this) {
            case CREATE -> "create";
            case UPDATE, REPLACE -> "update";
            case INACTIVATE -> "inactivate";
            case DELETE -> "delete";
            case VOID -> "void";
        };
    }
}
