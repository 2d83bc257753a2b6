package dev.tieout.store;

import dev.tieout.TieoutException;

/**
 * An encrypted document could not be opened: its key is not in the ring, it was altered, or it belongs to another row. Nothing
 * was changed; with the right key all is as it was.
 */
public final class SealBrokenException extends TieoutException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String message) {
        super(message);
    }

    SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
