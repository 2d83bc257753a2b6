package dev.tieout;

import org.jspecify.annotations.Nullable;

/**
 * The app's customer: one firm, with one QuickBooks company at a time.
 *
 * <p>Immutable.
 *
 * @param value the host's own id of the firm, 1 to 200 characters
 */
public record TenantId(String value) {
    public TenantId {
        Ids.requireId("TenantId", value, 200);
    }

    /**
     * Makes one of its text.
     *
     * @param value the host's own id of the firm, 1 to 200 characters
     * @return the id
     * @throws IllegalArgumentException if the value is blank, too long or holds a control character
     */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    // Written out, for these are keys of maps that the first call of a process goes through, and what a record is given
    // instead is put together from method handles at its first use: 20 ms.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantId that && value.equals(that.value);
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
