package dev.tieout;

/**
 * One QuickBooks company: the {@code realmId} of Intuit's OAuth callback.
 *
 * <p>Immutable.
 *
 * @param value the digits that QuickBooks sent, at most 30
 */
public record RealmId(String value) {
    public RealmId {
        Ids.requireDigits("RealmId", value, 30);
    }

    /**
     * Makes one of its text.
     *
     * @param value the digits that QuickBooks sent, at most 30
     * @return the id
     * @throws IllegalArgumentException if the value is blank, too long or not digits only
     */
    public static RealmId of(String value) {
        return new RealmId(value);
    }

    /** Returns the bare value, fit for a log line. */
    @Override
    public String toString() {
        return value;
    }
}
