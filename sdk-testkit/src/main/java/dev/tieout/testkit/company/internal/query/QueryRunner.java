package dev.tieout.testkit.company.internal.query;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Table;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries over committed records (QuickBooks facts P6): by Id, name, number or time of change through an index,
 * all else by looking at each row. Inactive rows of lists hide unless Active is asked for.
 */
public final class QueryRunner {
    private static final int STATEMENT_LIMIT = 1_000_000;

    private final Books books;
    private final Instant now;
    private final boolean sortableIds;

    /**
     * The rows of an answer.
     *
     * @param kind their kind
     * @param rows the rows of the page
     * @param start the position of the first, from 1
     * @param counted the number of all rows if only that was asked, otherwise -1
     * @param fields the fields asked for, {@code null} for whole records
     */
    public record Result(
            EntityKind kind,
            List<JsonObject> rows,
            int start,
            long counted,
            @Nullable Set<String> fields) {}

    /** A runner over {@code books} at a moment; {@code sortableIds} says whether rows may be ordered by Id. */
    public QueryRunner(Books books, Instant now, boolean sortableIds) {
        this.sortableIds = sortableIds;
        this.books = books;
        this.now = now;
    }

    /** Parses, checks and runs a query; a fault of code 4000 or 4001 says what is wrong with it. */
    public Result run(String text) {
        if (text.length() > STATEMENT_LIMIT) {
            throw QboFault.of(4000, "QueryParserError: the query is too long");
        }
        Statement statement = new Parser(text).statement();
        EntityKind kind = EntityKind.named(statement.entity());
        if (kind == null || !kind.can(EntityKind.Can.QUERY)) {
            throw QboFault.of(4001, "QueryValidationError: invalid context declaration: " + statement.entity());
        }
        List<Criterion> tests = tests(kind, statement);
        List<Sort> sorts = statement.orders().stream()
                .map(order -> new Sort(Property.sort(kind, order.path()), order.descending()))
                .toList();
        if (!sortableIds && sorts.stream().anyMatch(sort -> sort.property().isId())) {
            throw QboFault.of(4001, "QueryValidationError: property 'Id' is not sortable");
        }
        Set<String> fields = fields(kind, statement);
        if (statement.count()) {
            return new Result(
                    kind,
                    List.of(),
                    1,
                    all(kind, tests, List.of(), Long.MAX_VALUE).size(),
                    null);
        }
        long needed = sorts.isEmpty() ? (long) statement.start() - 1 + statement.most() : Long.MAX_VALUE;
        List<JsonObject> rows = all(kind, tests, sorts, needed);
        int from = Math.min(rows.size(), statement.start() - 1);
        int to = (int) Math.min(rows.size(), (long) from + statement.most());
        return new Result(kind, new ArrayList<>(rows.subList(from, to)), statement.start(), -1, fields);
    }

    private static @Nullable Set<String> fields(EntityKind kind, Statement statement) {
        Set<String> fields = new LinkedHashSet<>();
        for (String path : statement.fields()) {
            fields.add(Fields.top(kind, path));
        }
        return statement.all() ? null : fields;
    }

    private List<Criterion> tests(EntityKind kind, Statement statement) {
        List<Criterion> tests = new ArrayList<>();
        boolean active = false;
        for (Statement.Condition condition : statement.conditions()) {
            Property property = Property.filter(kind, condition.path());
            check(property, condition);
            tests.add(new Criterion(property, condition.operator(), condition.values(), today()));
            active |= property.top().equals("Active");
        }
        if (kind.hidesInactive() && !active) {
            tests.add(Criterion.active(kind, today()));
        }
        return tests;
    }

    /** Ids are numbers, and not every operator fits every type (QuickBooks facts P6.3, P6.11). */
    private static void check(Property property, Statement.Condition condition) {
        if (!property.takes(condition.operator())) {
            throw QboFault.of(
                    4001,
                    "QueryValidationError: Operator " + condition.operator().toUpperCase(Locale.ROOT)
                            + " is not supported for property " + condition.path());
        }
        for (String value : property.isId() ? condition.values() : List.<String>of()) {
            if (!value.strip().matches("-?\\d{1,30}")) {
                throw QboFault.of(2030, "Id should be a valid number. Supplied value:" + value.strip(), "Id");
            }
        }
    }

    private LocalDate today() {
        return Times.day(now);
    }

    private List<JsonObject> all(EntityKind kind, List<Criterion> tests, List<Sort> sorts, long needed) {
        List<JsonObject> rows = new ArrayList<>();
        Candidates candidates = candidates(kind, tests);
        for (JsonObject record : candidates.records()) {
            if (tests.stream().allMatch(test -> test.meets(record))) {
                rows.add(record);
                if (rows.size() >= needed && candidates.ordered()) {
                    break;
                }
            }
        }
        if (!candidates.ordered()) {
            rows.sort(defaultOrder(kind));
        }
        if (!sorts.isEmpty()) {
            rows.sort(order(sorts));
        }
        return rows;
    }

    private record Candidates(Iterable<JsonObject> records, boolean ordered) {}

    private Candidates candidates(EntityKind kind, List<Criterion> tests) {
        Table table = books.table(kind);
        for (Criterion test : tests) {
            if (test.pointed() && (test.property().isId() || test.property().indexed())) {
                Set<String> ids = new LinkedHashSet<>();
                for (String value : test.values()) {
                    ids.addAll(
                            test.property().isId()
                                    ? List.of(value.strip())
                                    : table.with(test.property().top(), value));
                }
                return new Candidates(
                        ids.stream().map(table::find).filter(Objects::nonNull).toList(), false);
            }
        }
        for (Criterion test : tests) {
            Instant since = test.since();
            if (since != null) {
                return new Candidates(table.changedSince(since), false);
            }
        }
        return new Candidates(table.inOrder(), true);
    }

    private static Comparator<JsonObject> defaultOrder(EntityKind kind) {
        if (kind.transaction()) {
            return Comparator.comparing(QueryRunner::changed)
                    .thenComparing(QueryRunner::number)
                    .reversed();
        }
        return Comparator.comparing((JsonObject record) -> Table.sortKey(kind, record))
                .thenComparing(QueryRunner::number);
    }

    private static Instant changed(JsonObject record) {
        JsonObject meta = record.object("MetaData");
        Instant time = meta == null ? null : Times.moment(meta.text("LastUpdatedTime", ""));
        return time == null ? Instant.EPOCH : time;
    }

    private static long number(JsonObject record) {
        String id = record.text("Id", "");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : Long.MAX_VALUE;
    }

    private record Sort(Property property, boolean descending) {}

    private Comparator<JsonObject> order(List<Sort> sorts) {
        return (one, other) -> {
            for (Sort sort : sorts) {
                int order = Criterion.compare(key(sort.property(), one), key(sort.property(), other));
                if (order != 0) {
                    return sort.descending() ? -order : order;
                }
            }
            return 0;
        };
    }

    private @Nullable Comparable<?> key(Property property, JsonObject record) {
        List<Object> values = property.values(record);
        return values.isEmpty() ? null : property.comparable(values.get(0), today());
    }

    /** Cuts a rendered record down to the fields asked for; such rows say that they are sparse. */
    public static JsonObject project(JsonObject rendered, @Nullable Set<String> fields) {
        if (fields == null) {
            return rendered;
        }
        JsonObject row = new JsonObject();
        rendered.forEach((name, value) -> {
            if (name.equals("sparse")) {
                row.set("sparse", true);
            } else if (fields.contains(name)) {
                row.set(name, value);
            }
        });
        return row;
    }
}
