package dev.tieout.qbo.sync;

import dev.tieout.sync.SyncStatus;
import java.util.List;

/** What became of creating a single client in QuickBooks. */
public sealed interface CreateOutcome {
    /**
     * It is in QuickBooks, and linked.
     *
     * @param status its status
     */
    record Created(SyncStatus status) implements CreateOutcome {}

    /**
     * The name belongs to another record: nothing was created. Take a suggestion, or another name, as the record's and
     * create again.
     *
     * @param holder who has the name: {@code Customer}, {@code Vendor}, {@code Employee} or {@code Item} and its id, such as
     *     {@code Vendor 49}, with {@code (inactive)} behind it where that is so; {@code "unknown"} if QuickBooks did not
     *     tell and a search did not find it
     * @param suggestions names that are valid and free, the best first; possibly none
     */
    record NameTaken(String holder, List<String> suggestions) implements CreateOutcome {
        public NameTaken {
            suggestions = List.copyOf(suggestions);
        }

        /** Names the holder and counts the suggestions: they are made of a client's name. */
        @Override
        public String toString() {
            return "NameTaken[holder=" + holder + ", suggestions=" + suggestions.size() + "]";
        }
    }

    /**
     * It was not created for another reason; the status has the problem.
     *
     * @param status its status
     */
    record NotCreated(SyncStatus status) implements CreateOutcome {}
}
