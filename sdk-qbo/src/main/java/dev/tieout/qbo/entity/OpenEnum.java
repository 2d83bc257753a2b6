package dev.tieout.qbo.entity;

import dev.tieout.internal.Given;

/**
 * A value out of a set that QuickBooks may extend. A value this library does not know is kept as it came, so a new one
 * never costs a page of records.
 *
 * <p>Immutable. Two are equal when they are of the same set and have the same text.
 */
public abstract class OpenEnum {
    private final String value;
    private final boolean known;

    OpenEnum(String value, boolean known) {
        this.value = Given.value("value", value);
        this.known = known;
    }

    /**
     * The text QuickBooks uses.
     *
     * @return the text
     */
    public final String value() {
        return value;
    }

    /**
     * Says whether this library has a constant for it.
     *
     * @return {@code false} for a value that came with a newer QuickBooks
     */
    public final boolean isKnown() {
        return known;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof OpenEnum that && that.getClass() == getClass() && that.value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** Returns the text QuickBooks uses. */
    @Override
    public final String toString() {
        return value;
    }
}
