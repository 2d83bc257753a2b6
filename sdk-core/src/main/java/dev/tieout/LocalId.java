package dev.tieout;

/**
 * The id that a record has in the app.
 *
 * <p>Immutable.
 *
 * @param value the host's own id, 1 to 200 characters
 */
public record LocalId(String value) {
    public LocalId {
        Ids.requireId("LocalId", value, 200);
    }

    /**
     * Makes one of its text.
     *
     * @param value the host's own id, 1 to 200 characters
     * @return the id
     * @throws IllegalArgumentException if the value is blank, too long or holds a control character
     */
    public static LocalId of(String value) {
        return new LocalId(value);
    }

    /** Returns the bare value, fit for a log line. */
    @Override
    public String toString() {
        return value;
    }
}
