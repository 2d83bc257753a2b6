package dev.tieout;

import org.jspecify.annotations.Nullable;

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

    // Written out, for these are keys of maps that the first call of a process goes through, and what a record is given
    // instead is put together from method handles at its first use: 20 ms.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RealmId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the bare value, fit for a log line. */
    @Override
    public String toString() {
        return value;
    }
}
