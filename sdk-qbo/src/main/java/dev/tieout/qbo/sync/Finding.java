package dev.tieout.qbo.sync;

import dev.tieout.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an examination found. Immutable.
 *
 * @param cause what it is; its severity, who can change it, and whether {@code company.fix} can
 * @param message what was found, in the reader's language
 * @param remedy what to do about it
 * @param place where in QuickBooks it is changed, as a person finds it there
 * @param about the id of the item, account, vendor or tax code that it is about, or {@code null}
 */
public record Finding(
        FindingCause cause,
        String message,
        String remedy,
        String place,
        @Nullable RemoteId about) {
    /** Names the cause and the id. */
    @Override
    public String toString() {
        return "Finding[cause=" + cause + ", about=" + about + "]";
    }
}
