package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.call.PaceLimits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/** What decisions cost, by how they are carried out: some hundred at a time, read again together, written in batches. */
final class Costs {
    private static final int IN_HAND = 600;
    private static final int BATCH = 30;

    private Costs() {}

    /** @param same whether linking two records writes nothing */
    static SetupCost of(List<SetupDecision> decisions, BiPredicate<LocalId, RemoteId> same) {
        int creates = 0;
        int updates = 0;
        int writes = 0;
        int reads = 0;
        for (int from = 0; from < decisions.size(); from += IN_HAND) {
            int created = 0;
            int updated = 0;
            boolean read = false;
            for (SetupDecision decision : decisions.subList(from, Math.min(from + IN_HAND, decisions.size()))) {
                switch (decision.action()) {
                    case CREATE_IN_QUICKBOOKS -> created++;
                    case CREATE_IN_APP -> read = true;
                    case MAKE_INACTIVE -> {
                        read |= decision.remote() != null;
                        updated += decision.remote() != null ? 1 : 0;
                    }
                    case LINK -> {
                        read = true;
                        updated += writesNothing(decision, same) ? 0 : 1;
                    }
                    case SKIP, KEEP_OUT, NOT_THE_SAME, UNLINK -> {
                        // Nothing goes out.
                    }
                }
            }
            creates += created;
            updates += updated;
            writes += batches(created) + batches(updated);
            reads += read ? 1 : 0;
        }
        return new SetupCost(creates, updates, writes, reads, atLeast(writes));
    }

    private static boolean writesNothing(SetupDecision decision, BiPredicate<LocalId, RemoteId> same) {
        return same.test(Objects.requireNonNull(decision.local()), Objects.requireNonNull(decision.remote()));
    }

    private static int batches(int records) {
        return (records + BATCH - 1) / BATCH;
    }

    /** The first minute's batches go out at once. */
    private static Duration atLeast(int writes) {
        return Duration.ofMinutes(
                writes == 0 ? 0 : (writes - 1) / PaceLimits.standard().batchesPerMinute());
    }
}
