package dev.tieout.qbo.sync.internal.row;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A write that may have arrived in QuickBooks, and whose outcome is not known yet. It is durable before the call goes out;
 * a write of which no attempt can have arrived is forgotten and decided anew. Immutable.
 *
 * @param operation what is done
 * @param requestId the random id under which every try goes out; QuickBooks does its work once (QuickBooks fact P2.7)
 * @param batchId the item's id within a batch, the other half of what a replay goes by (QuickBooks fact P5.5); or
 *     {@code null} for a call of its own
 * @param body the request body, frozen
 * @param carried what the app wanted when the body was made; the answer is compared with this
 * @param fields the members that the body writes
 * @param decidedAt when it was decided
 * @param sentAt when it last went out
 * @param doubt since when a repeat cannot establish the outcome any more, and why; {@code null} while it can
 * @param hits what a search found that could be it; empty if none was made or none found
 */
public record Intent(
        Operation operation,
        String requestId,
        @Nullable String batchId,
        String body,
        Projection carried,
        List<String> fields,
        Instant decidedAt,
        Instant sentAt,
        @Nullable String doubt,
        List<String> hits) {
    /** The doubt of a write whose answer may be an old one: the record is read once before any verdict. */
    public static final String REPEATED = "repeated";

    /** The clocks of this node and of QuickBooks may differ by as much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /** What a write does. */
    public enum Operation {
        CREATE,
        UPDATE,
        VOID,
        DELETE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The earliest moment at which, by QuickBooks' clock, the write can have been carried out. */
    public Instant carriedOutFrom() {
        return decidedAt.minus(CLOCKS_DIFFER);
    }

    /**
     * The latest such moment.
     *
     * @param margin how long after it was sent a write can still arrive
     */
    public Instant carriedOutUntil(Duration margin) {
        return sentAt.plus(margin).plus(CLOCKS_DIFFER);
    }

    public Intent sent(Instant at) {
        return new Intent(operation, requestId, batchId, body, carried, fields, decidedAt, at, doubt, hits);
    }

    public Intent doubted(String why) {
        return new Intent(operation, requestId, batchId, body, carried, fields, decidedAt, sentAt, why, hits);
    }

    /** A search was made, and could not settle it: what it found is shown to a person. */
    public Intent foundButUnclear(List<String> found) {
        return new Intent(
                operation,
                requestId,
                batchId,
                body,
                carried,
                fields,
                decidedAt,
                sentAt,
                doubt == null ? "searched" : doubt,
                found);
    }

    @Override
    public String toString() {
        return "Intent[operation=" + operation + ", requestId=" + requestId + ", batchId=" + batchId + ", decidedAt="
                + decidedAt + ", sentAt=" + sentAt + ", doubt=" + doubt + "]";
    }
}
