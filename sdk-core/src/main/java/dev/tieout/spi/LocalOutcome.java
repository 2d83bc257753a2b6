package dev.tieout.spi;

import dev.tieout.LocalId;

/** What became of a change that the library asked the app to make. Expected outcomes, so values and no exceptions. */
public sealed interface LocalOutcome {
    /**
     * The app holds the record as asked. Immutable.
     *
     * @param id the id that the record has in the app
     * @param version the version that the record has now, as {@link LocalRecords#find} would tell it. 1 to 200 characters
     */
    record Done(LocalId id, String version) implements LocalOutcome {
        public Done {
            LocalVersions.require(version);
        }
    }

    /** Nothing was changed: the app's record is no longer the version that the change was based on. Read it again. */
    record Stale() implements LocalOutcome {}

    /** Nothing was changed: the app no longer has the record. */
    record Missing() implements LocalOutcome {}

    /**
     * Nothing was changed: the app does not take it. That is a problem of this one record, and nothing else stops.
     * Immutable.
     *
     * @param reason why, in words for the firm's staff, without personal data: it is shown with the problem. Not blank, at
     *     most 500 characters
     */
    record Refused(String reason) implements LocalOutcome {
        private static final int LONGEST = 500;

        public Refused {
            if (reason.isBlank() || reason.length() > LONGEST) {
                throw new IllegalArgumentException("the reason of a refusal must have 1 to " + LONGEST
                        + " characters: say in a sentence what the app does not take");
            }
        }

        /** Never shows the reason, which is the host's text. */
        @Override
        public String toString() {
            return "Refused[reason of " + reason.length() + " characters]";
        }
    }
}
