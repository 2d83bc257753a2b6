package dev.tieout.testkit.history;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a {@link History}; each failure lists the last requests. */
public final class HistoryAssert extends AbstractAssert<HistoryAssert, History> {
    private static final Set<String> WRITES = Set.of("create", "update", "delete", "void", "send", "upload");
    private static final int SHOWN = 20;

    private HistoryAssert(History actual) {
        super(actual, HistoryAssert.class);
    }

    /**
     * Starts an assertion.
     *
     * @param history what the fake was asked
     * @return the assertion
     */
    public static HistoryAssert assertThat(History history) {
        return new HistoryAssert(history);
    }

    /**
     * At least one call of a kind came.
     *
     * @param entity the entity, in any case
     * @param operation as in {@link Call#operation()}
     * @return this
     */
    public HistoryAssert received(String entity, String operation) {
        if (actual.count(entity, operation) == 0) {
            throw failure(
                    "%nExpected a %s of %s, but none came. The last requests were:%n%s", operation, entity, last());
        }
        return this;
    }

    /**
     * An exact number of calls of a kind came.
     *
     * @param entity the entity, in any case
     * @param operation as in {@link Call#operation()}
     * @param times how many
     * @return this
     */
    public HistoryAssert received(String entity, String operation, int times) {
        int count = actual.count(entity, operation);
        if (count != times) {
            throw failure(
                    "%nExpected %d times %s of %s, but %d came. The last requests were:%n%s",
                    times, operation, entity, count, last());
        }
        return this;
    }

    /**
     * Nothing was asked at all.
     *
     * @return this
     */
    public HistoryAssert receivedNothing() {
        if (!actual.all().isEmpty()) {
            throw failure("%nExpected no request, but these came:%n%s", last());
        }
        return this;
    }

    /**
     * No call that changes a company came; a batch counts as one that does.
     *
     * @return this
     */
    public HistoryAssert hasNoWrites() {
        if (actual.all().stream().anyMatch(HistoryAssert::writes)) {
            throw failure("%nExpected only reads, but a write came. The last requests were:%n%s", last());
        }
        return this;
    }

    /**
     * Every call that changes a company carried a {@code requestid}, without which a retry makes a double.
     *
     * @return this
     */
    public HistoryAssert hasRequestIdOnEveryWrite() {
        List<Exchange> without = actual.all().stream()
                .filter(HistoryAssert::writes)
                .filter(exchange -> exchange.request().parameter("requestid").isEmpty())
                .toList();
        if (!without.isEmpty()) {
            throw failure("%nExpected a requestid on every write, but these had none:%n%s", lines(without));
        }
        return this;
    }

    private static boolean writes(Exchange exchange) {
        return WRITES.contains(exchange.call().operation())
                || exchange.call().operation().equals("batch");
    }

    private String last() {
        return lines(actual.last(SHOWN));
    }

    private static String lines(List<Exchange> exchanges) {
        StringBuilder lines = new StringBuilder();
        exchanges.forEach(exchange -> lines.append("  ").append(exchange).append('\n'));
        return lines.isEmpty() ? "  (none)" : lines.toString();
    }
}
