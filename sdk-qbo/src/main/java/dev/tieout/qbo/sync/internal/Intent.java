package dev.tieout.qbo.sync.internal;

import dev.tieout.qbo.api.WriteOperation;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A write that was decided and made durable before it was sent. Immutable.
 *
 * @param operation what is done
 * @param requestId the id under which every try goes out
 * @param body the request body, frozen
 * @param wanted what the body wants QuickBooks to hold; kept to tell an echo, and a later edit, from this write
 * @param decidedAt when it was decided; QuickBooks is trusted to remember the request id for a day from then on
 */
record Intent(Operation operation, String requestId, String body, Projection wanted, Instant decidedAt) {
    private static final String CUSTOMER = "CustomerRef";

    /**
     * Tells whether this create, its answer still out, may have made what QuickBooks holds. Whom it is for says nothing: a
     * merge changes that.
     */
    boolean mayHaveMade(Projection there) {
        return operation == Operation.CREATE
                && wanted.members().stream()
                        .filter(member -> !member.equals(CUSTOMER))
                        .allMatch(member -> there.satisfies(wanted, null, member));
    }

    /** What a write does. */
    enum Operation {
        CREATE,
        UPDATE,
        VOID;

        WriteOperation write() {
            return WriteOperation.valueOf(name());
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Operation parse(String word) {
            for (Operation operation : values()) {
                if (operation.word().equals(word)) {
                    return operation;
                }
            }
            return null;
        }
    }
}
