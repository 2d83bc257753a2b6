package dev.tieout.qbo.api;

import dev.tieout.internal.Given;
import java.util.Optional;

/**
 * How a write is made. Immutable.
 *
 * @param requestId the request id, 1 to 50 letters, digits, {@code -}, {@code _} or {@code .}; empty for a fresh one. QuickBooks answers a second
 *     write of the same id with the first's answer and does nothing (QuickBooks fact P2.7)
 * @param allowDuplicateDocNumber whether to write even if another transaction has the number
 * @param keepPastSales whether another account on an item leaves the account of its past transactions as it is, which QuickBooks
 *     else changes with it (QuickBooks fact P8.15)
 */
public record WriteOptions(Optional<String> requestId, boolean allowDuplicateDocNumber, boolean keepPastSales) {
    private static final int LONGEST = 50;

    public WriteOptions {
        requestId.ifPresent(WriteOptions::requireRequestId);
    }

    private static void requireRequestId(String id) {
        boolean clean = id.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_'
                        || c == '.');
        if (id.isEmpty() || id.length() > LONGEST || !clean) {
            throw new IllegalArgumentException("requestId has " + id.length() + " characters; give 1 to " + LONGEST
                    + " letters, digits, hyphens, underscores or dots");
        }
    }

    /**
     * A fresh request id, and no number twice.
     *
     * @return the defaults
     */
    public static WriteOptions standard() {
        return new WriteOptions(Optional.empty(), false, false);
    }

    /**
     * With a request id of the caller's own, the same on every repetition of this write and on no other.
     *
     * @param id the request id
     * @return options
     */
    public static WriteOptions requestId(String id) {
        return new WriteOptions(Optional.of(Given.value("requestId", id)), false, false);
    }

    /**
     * The same, but writing even if another transaction has the number.
     *
     * @return changed options
     */
    public WriteOptions allowingDuplicateDocNumber() {
        return new WriteOptions(requestId, true, keepPastSales);
    }

    /**
     * The same, but leaving the account of an item's past transactions as it is. For a write by itself; a batch refuses it.
     *
     * @return changed options
     */
    public WriteOptions keepingPastSales() {
        return new WriteOptions(requestId, allowDuplicateDocNumber, true);
    }
}
