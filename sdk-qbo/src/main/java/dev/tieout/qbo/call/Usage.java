package dev.tieout.qbo.call;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was asked of QuickBooks in a month, counted as Intuit's partner programme counts: good answers only, and nothing of
 * the OAuth endpoints (QuickBooks facts P11.1, P11.2). A batch of questions is one read here; how Intuit counts it is not
 * known. Whether a sandbox counts is for its reader to say. Immutable.
 *
 * @param month the month, in UTC; by which clock Intuit's months end is not known
 * @param reads the reads by purpose: by id, by query, of changes, of reports, of company info and files; what does not occur
 *     is missing. These are what Intuit charges for
 * @param writes the writes of one record each
 * @param batches the batches, of up to 30 records each
 */
public record Usage(YearMonth month, Map<Purpose, Long> reads, long writes, long batches) {
    public Usage {
        Map<Purpose, Long> copy = new EnumMap<>(Purpose.class);
        copy.putAll(reads);
        reads = Map.copyOf(copy);
    }

    /**
     * A month in which nothing was asked.
     *
     * @param month the month
     * @return zeros
     */
    public static Usage none(YearMonth month) {
        return new Usage(month, Map.of(), 0, 0);
    }

    /**
     * All reads, whatever they were for.
     *
     * @return how many
     */
    public long totalReads() {
        return reads.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * This and another of the same month together.
     *
     * @param other the other
     * @return the sums
     * @throws IllegalArgumentException if the other is of another month
     */
    public Usage plus(Usage other) {
        if (!month.equals(other.month)) {
            throw new IllegalArgumentException("the usage of " + other.month + " does not add to that of " + month);
        }
        Map<Purpose, Long> sum = new EnumMap<>(Purpose.class);
        sum.putAll(reads);
        other.reads.forEach((purpose, count) -> sum.merge(purpose, count, Long::sum));
        return new Usage(month, sum, writes + other.writes, batches + other.batches);
    }
}
