package dev.tieout;

/**
 * The id that a record has in QuickBooks. Up to 21 digits have been seen, so it fits no {@code long}.
 *
 * <p>Immutable.
 *
 * @param value the digits that QuickBooks sent, at most 30
 */
public record RemoteId(String value) {
    public RemoteId {
        Ids.requireDigits("RemoteId", value, 30);
    }

    /**
     * Makes one of its text.
     *
     * @param value the digits that QuickBooks sent, at most 30
     * @return the id
     * @throws IllegalArgumentException if the value is blank, too long or not digits only
     */
    public static RemoteId of(String value) {
        return new RemoteId(value);
    }

    /** Returns the bare value, fit for a log line. */
    @Override
    public String toString() {
        return value;
    }
}
