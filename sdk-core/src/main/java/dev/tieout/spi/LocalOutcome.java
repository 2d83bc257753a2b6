package dev.tieout.spi;

import dev.tieout.LocalId;

/** What became of a change that the app was asked to make. Expected outcomes, so values and no exceptions. */
public sealed interface LocalOutcome {
    /**
     * The app made it.
     *
     * @param id the record's id in the app
     * @param version the app's version of the record now
     */
    record Done(LocalId id, String version) implements LocalOutcome {}

    /** The app's record was changed since the change was computed: it is read again, and decided anew. */
    record Stale() implements LocalOutcome {}

    /** The app no longer has the record. */
    record Missing() implements LocalOutcome {}

    /**
     * The app does not take it. The record is shown with this reason, and nothing else stops.
     *
     * @param reason why, in words for the firm's staff, without personal data; 1 to 500 characters
     */
    record Refused(String reason) implements LocalOutcome {
        public Refused {
            if (reason.isBlank() || reason.length() > 500) {
                throw new IllegalArgumentException("reason must have 1 to 500 characters, and say why");
            }
        }
    }
}
