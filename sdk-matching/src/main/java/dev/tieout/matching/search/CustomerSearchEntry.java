package dev.tieout.matching.search;

import dev.tieout.RemoteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the search knows of one customer.
 *
 * <p>Immutable.
 *
 * @param id the customer's id in QuickBooks
 * @param displayName the display name
 * @param companyName the company name, or {@code null}
 * @param emails the addresses; one that holds several, parted by comma or semicolon, counts as several; at
 *     most 100
 * @param active whether the customer is active
 * @param linked whether it is already paired with a client
 * @param phones the telephone numbers; at most 100
 */
public record CustomerSearchEntry(
        RemoteId id,
        String displayName,
        @Nullable String companyName,
        List<String> emails,
        boolean active,
        boolean linked,
        List<String> phones) {
    private static final int MOST_EMAILS = 100;

    public CustomerSearchEntry {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        if (phones.size() > MOST_EMAILS) {
            throw new IllegalArgumentException("customer " + id + " has " + phones.size() + " numbers, at most "
                    + MOST_EMAILS + " can be searched");
        }
        if (emails.size() > MOST_EMAILS) {
            throw new IllegalArgumentException("customer " + id + " has " + emails.size() + " e-mail fields, at most "
                    + MOST_EMAILS + " can be searched");
        }
    }

    /**
     * A customer without telephone numbers.
     *
     * @param id the customer's id in QuickBooks
     * @param displayName the display name
     * @param companyName the company name, or {@code null}
     * @param emails the addresses
     * @param active whether the customer is active
     * @param linked whether it is already paired with a client
     */
    public CustomerSearchEntry(
            RemoteId id,
            String displayName,
            @Nullable String companyName,
            List<String> emails,
            boolean active,
            boolean linked) {
        this(id, displayName, companyName, emails, active, linked, List.of());
    }

    /** Names the id only: the rest is personal data. */
    @Override
    public String toString() {
        return "CustomerSearchEntry[id=" + id + ", active=" + active + ", linked=" + linked + "]";
    }
}
