package dev.tieout.testkit.company.internal.state;

import java.util.HashMap;
import java.util.Map;

/**
 * The Id sequences of a company: customers, vendors and employees share one, all transactions share another, new
 * accounts start at 1150040000, classes and attachments have long Ids (QuickBooks fact E3.1).
 */
final class Sequences {
    private final Map<String, Long> last;

    Sequences() {
        this.last = new HashMap<>();
    }

    private Sequences(Map<String, Long> last) {
        this.last = new HashMap<>(last);
    }

    Sequences copy() {
        return new Sequences(last);
    }

    String next(EntityKind kind) {
        return next(name(kind), first(kind));
    }

    String next(String sequence, long first) {
        long next = Math.max(last.getOrDefault(sequence, 0L) + 1, first);
        last.put(sequence, next);
        return Long.toString(next);
    }

    void seen(EntityKind kind, String id) {
        seen(name(kind), id);
    }

    void seen(String sequence, String id) {
        long number = Table.number(id);
        if (number != Long.MAX_VALUE) {
            last.merge(sequence, number, Math::max);
        }
    }

    private static String name(EntityKind kind) {
        return kind.family() == EntityKind.Family.OWN
                ? kind.json()
                : kind.family().name();
    }

    private static long first(EntityKind kind) {
        return switch (kind.family()) {
            case ACCOUNTS -> 1150040000L;
            case CLASSES -> 5000000000000007001L;
            case ATTACHABLES -> 5000000000000503001L;
            default -> 1;
        };
    }
}
