package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client of the app in a {@link SetupPlan}. Immutable.
 *
 * @param id the client
 * @param displayName the name the app shows
 * @param bucket {@code MATCH}, {@code DUPLICATE} or {@code UNMATCHED}
 * @param customer the customer it belongs to; only in {@code MATCH}
 * @param linked whether the two are linked already
 * @param why the decision and its evidence in one line for a person
 * @param overwrites the fields of the customer that linking would overwrite, in QuickBooks' words
 * @param candidates the customers it could be, the best first
 */
public record SetupClient(
        LocalId id,
        String displayName,
        Bucket bucket,
        @Nullable RemoteId customer,
        boolean linked,
        String why,
        List<String> overwrites,
        List<Option> candidates)
        implements PlanLine {
    public SetupClient {
        overwrites = List.copyOf(overwrites);
        candidates = List.copyOf(candidates);
    }

    /** Names the id and the bucket only. */
    @Override
    public String toString() {
        return "SetupClient[id=" + id + ", bucket=" + bucket + ", customer=" + customer + "]";
    }

    /**
     * A customer that a client could be.
     *
     * @param customer the customer
     * @param displayName its name in QuickBooks
     * @param confidence how likely, from 0 to 1
     * @param why the evidence in one line for a person
     */
    public record Option(RemoteId customer, String displayName, double confidence, String why) {
        /** Names the id only. */
        @Override
        public String toString() {
            return "Option[customer=" + customer + "]";
        }
    }
}
