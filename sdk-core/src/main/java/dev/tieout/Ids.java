package dev.tieout;

import org.jspecify.annotations.Nullable;

/** The checks that all id types share. */
final class Ids {
    private Ids() {}

    /** Refuses what no host or QuickBooks ever uses as an id, naming the type and the limit. */
    static void requireId(String type, @Nullable String value, int maxLength) {
        if (value == null) {
            throw new IllegalArgumentException(type + " is missing: give an id, not null");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException(type + " is blank: give an id");
        }
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(
                    type + " has " + value.length() + " characters, the limit is " + maxLength);
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(type + " holds a control character at position " + i);
            }
        }
    }

    /** As {@link #requireId}, and digits only: QuickBooks' own ids. */
    static void requireDigits(String type, String value, int maxLength) {
        requireId(type, value, maxLength);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException(
                        type + " must be digits only; character " + i + " is not: take it as QuickBooks sent it");
            }
        }
    }
}
