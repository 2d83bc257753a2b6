package dev.tieout;

/**
 * The root of all exceptions of this library: what a caller could not have planned for.
 *
 * <p>Outcomes that belong to the work (a name that is taken, a record that QuickBooks refused) are values, not
 * exceptions. A message says what happened, to what, and what to do; it never holds a token, a body, a name, an e-mail
 * address or an amount.
 */
public class TieoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception without a cause.
     *
     * @param message what happened, to what, and what to do
     */
    public TieoutException(String message) {
        super(message);
    }

    /**
     * An exception with a cause.
     *
     * @param message what happened, to what, and what to do
     * @param cause what led to it
     */
    public TieoutException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says whether the same call may succeed later without anyone changing anything.
     *
     * @return {@code true} if trying again makes sense
     */
    public boolean retryable() {
        return false;
    }
}
