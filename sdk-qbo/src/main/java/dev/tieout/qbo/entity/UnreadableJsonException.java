package dev.tieout.qbo.entity;

import dev.tieout.TieoutException;

/** A text that was to be an entity is not a JSON object. The message never shows the text. */
public final class UnreadableJsonException extends TieoutException {
    private static final long serialVersionUID = 1L;

    UnreadableJsonException(String entity) {
        // No cause: the JSON reader's messages quote the text they stumble over.
        super("The text given for a " + entity + " is not one well-formed JSON object; pass it as QuickBooks sent it.");
    }
}
