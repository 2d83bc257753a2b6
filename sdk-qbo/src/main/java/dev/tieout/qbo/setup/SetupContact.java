package dev.tieout.qbo.setup;

import dev.tieout.model.ClientKind;
import org.jspecify.annotations.Nullable;

/**
 * By what a person tells clients and customers apart, besides their names. Immutable.
 *
 * @param kind whether it is an individual, a household or a business; of a customer as far as its names tell
 * @param email its first e-mail address, or {@code null}
 * @param phone its first telephone number, or {@code null}
 */
public record SetupContact(
        ClientKind kind, @Nullable String email, @Nullable String phone) {
    /** Names the kind only. */
    @Override
    public String toString() {
        return "SetupContact[kind=" + kind + "]";
    }
}
