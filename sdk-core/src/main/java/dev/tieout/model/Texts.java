package dev.tieout.model;

import dev.tieout.internal.Given;
import org.jspecify.annotations.Nullable;

/** The checks on text that the records share. */
final class Texts {
    private Texts() {}

    static void require(String component, @Nullable String value) {
        if (Given.value(component, value).isBlank()) {
            throw new IllegalArgumentException(component + " is blank");
        }
    }

    static void requireMax(String component, @Nullable String value, int max) {
        if (value != null && value.length() > max) {
            throw new IllegalArgumentException(
                    component + " has " + value.length() + " characters, QuickBooks holds " + max);
        }
    }
}
