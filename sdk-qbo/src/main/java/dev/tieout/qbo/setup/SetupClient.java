package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import java.util.Optional;
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
 * @param active whether the app has it in use
 * @param contact its kind, e-mail address and telephone number in the app
 * @param changes what linking would change of the customer, old and new; only in {@code MATCH}
 * @param candidates the customers it could be, the best first
 * @param nameTakenBy who in QuickBooks has the name that is no customer, such as {@code Vendor 49}: the client cannot be created
 *     under it; {@code null} if nobody
 */
public record SetupClient(
        LocalId id,
        String displayName,
        Bucket bucket,
        @Nullable RemoteId customer,
        boolean linked,
        String why,
        boolean active,
        SetupContact contact,
        List<FieldChange> changes,
        List<Option> candidates,
        @Nullable String nameTakenBy)
        implements PlanLine {
    public SetupClient {
        changes = List.copyOf(changes);
        candidates = List.copyOf(candidates);
    }

    /**
     * Names the fields that linking would write over.
     *
     * @return the fields of {@link #changes}, in QuickBooks' words
     */
    public List<String> overwrites() {
        return changes.stream().map(FieldChange::field).toList();
    }

    /**
     * Says what linking with a record of QuickBooks would change of it.
     *
     * @param remote the customer it belongs to, or a candidate
     * @return the changes, or empty if the two were not compared
     */
    @Override
    public Optional<List<FieldChange>> changesWith(RemoteId remote) {
        return remote.equals(customer)
                ? Optional.of(changes)
                : candidates.stream()
                        .filter(option -> remote.equals(option.customer()))
                        .findFirst()
                        .map(Option::changes);
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
     * @param changes what linking would change of it, old and new
     */
    public record Option(
            RemoteId customer, String displayName, double confidence, String why, List<FieldChange> changes) {
        public Option {
            changes = List.copyOf(changes);
        }

        /** Names the id only. */
        @Override
        public String toString() {
            return "Option[customer=" + customer + "]";
        }
    }
}
