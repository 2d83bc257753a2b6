package dev.tieout.matching.internal.deciding;

import java.util.BitSet;
import java.util.Set;

/**
 * What is to be matched and under which rules. Immutable.
 *
 * @param rules one of the four below
 * @param threshold the score from which a match is made without a person, natural log odds
 * @param ask whether what would be matched is only suggested
 * @param keep how many candidates a client keeps
 * @param threads how many threads may work
 * @param settledA clients that a person has dealt with
 * @param settledB customers that a person has dealt with
 * @param suggestOnly customers that may be suggested but not matched without a person
 * @param refused pairs that are not the same: {@code client << 32 | customer}
 */
public record Task(
        int rules,
        double threshold,
        boolean ask,
        int keep,
        int threads,
        BitSet settledA,
        BitSet settledB,
        BitSet suggestOnly,
        Set<Long> refused) {
    /** All evidence. */
    public static final int EVIDENCE = 0;

    /** The e-mail address only. */
    public static final int EMAIL = 1;

    /** The display name only. */
    public static final int NAME = 2;

    /** Both. */
    public static final int EMAIL_AND_NAME = 3;

    static long pair(int client, int customer) {
        return (long) client << 32 | customer;
    }
}
