package dev.tieout.qbo.api;

import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.SortField;
import dev.tieout.qbo.entity.Supports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query over one kind of entity: conditions that must all hold, an order, and a page size. Only fields that QuickBooks
 * can filter or sort by compile. Immutable: each method returns another query.
 *
 * <p>QuickBooks knows no "or": use {@link #in}, or several queries (QuickBooks fact P6.2). List entries that are
 * inactive are left out unless {@link #includeInactive()} says otherwise.
 *
 * @param <T> the entity
 */
public final class Query<T extends QboEntity> {
    /** The most that QuickBooks gives at once. */
    public static final int LARGEST_PAGE = 1000;

    private static final Set<String> WITH_ACTIVE = Set.of(
            "Account",
            "Class",
            "Customer",
            "Department",
            "Employee",
            "Item",
            "PaymentMethod",
            "TaxCode",
            "Term",
            "Vendor",
            "TaxRate",
            "CompanyCurrency");

    private final EntityType<T> type;
    private final List<String> conditions;
    private final List<String> order;
    private final int pageSize;
    private final int start;

    private Query(EntityType<T> type, List<String> conditions, List<String> order, int pageSize, int start) {
        this.type = type;
        this.conditions = conditions;
        this.order = order;
        this.pageSize = pageSize;
        this.start = start;
    }

    /**
     * All records of a kind.
     *
     * @param <T> the entity
     * @param type as {@code Customer.TYPE}
     * @return a query without conditions
     */
    public static <T extends QboEntity & Supports.Query> Query<T> of(EntityType<T> type) {
        return new Query<>(type, List.of(), List.of(), LARGEST_PAGE, 1);
    }

    /**
     * A text as the query language writes it, for queries of one's own: in quotes, with quote and backslash escaped.
     *
     * @param text any text
     * @return a literal
     */
    public static String quote(String text) {
        return QueryText.quote(text);
    }

    /**
     * Only those whose field has this value. Texts are compared without regard to case.
     *
     * @param <V> the field's type
     * @param field as {@code Customer.Fields.DISPLAY_NAME}
     * @param value what it must be
     * @return a narrower query
     */
    public <V> Query<T> is(FilterField<T, V> field, V value) {
        return condition(field.name() + " = " + QueryText.literal(value));
    }

    /**
     * Only those whose field has one of these values.
     *
     * @param <V> the field's type
     * @param field the field
     * @param values at least one
     * @return a narrower query
     */
    public <V> Query<T> in(FilterField<T, V> field, Collection<? extends V> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field.name() + " in nothing: give at least one value");
        }
        return condition(field.name() + " in "
                + values.stream().map(QueryText::literal).collect(Collectors.joining(", ", "(", ")")));
    }

    /**
     * Only those whose text fits a pattern.
     *
     * @param field the field
     * @param pattern a text in which {@code %} stands for anything
     * @return a narrower query
     */
    public Query<T> like(FilterField<T, String> field, String pattern) {
        return condition(field.name() + " like " + QueryText.literal(pattern));
    }

    /**
     * Only those whose field is this value or more.
     *
     * @param <V> the field's type
     * @param field the field
     * @param value the least
     * @return a narrower query
     */
    public <V> Query<T> atLeast(FilterField<T, V> field, V value) {
        return compared(field, ">=", value);
    }

    /**
     * Only those whose field is more than this value.
     *
     * @param <V> the field's type
     * @param field the field
     * @param value what is too little
     * @return a narrower query
     */
    public <V> Query<T> above(FilterField<T, V> field, V value) {
        return compared(field, ">", value);
    }

    /**
     * Only those whose field is this value or less.
     *
     * @param <V> the field's type
     * @param field the field
     * @param value the most
     * @return a narrower query
     */
    public <V> Query<T> atMost(FilterField<T, V> field, V value) {
        return compared(field, "<=", value);
    }

    /**
     * Only those whose field is less than this value.
     *
     * @param <V> the field's type
     * @param field the field
     * @param value what is too much
     * @return a narrower query
     */
    public <V> Query<T> below(FilterField<T, V> field, V value) {
        return compared(field, "<", value);
    }

    private <V> Query<T> compared(FilterField<T, V> field, String operator, V value) {
        if (field.name().equals("Id")) {
            throw new IllegalArgumentException("QuickBooks compares Id with = and IN only: use is or in");
        }
        return condition(field.name() + " " + operator + " " + QueryText.literal(value));
    }

    /**
     * Inactive list entries too. Without effect on entities that cannot be inactive.
     *
     * @return a wider query
     */
    public Query<T> includeInactive() {
        return WITH_ACTIVE.contains(type.name()) ? condition("Active in (true, false)") : this;
    }

    /**
     * In the order of a field, after the orders that were given before.
     *
     * @param field the field
     * @return an ordered query
     */
    public Query<T> orderBy(SortField<T> field) {
        return ordered(field.name());
    }

    /**
     * In the reverse order of a field, after the orders that were given before.
     *
     * @param field the field
     * @return an ordered query
     */
    public Query<T> orderByDescending(SortField<T> field) {
        return ordered(field.name() + " desc");
    }

    private Query<T> ordered(String term) {
        List<String> terms = new ArrayList<>(order);
        terms.add(term);
        return new Query<>(type, conditions, List.copyOf(terms), pageSize, start);
    }

    /**
     * Fetches so many at once. Default: {@link #LARGEST_PAGE}.
     *
     * @param size 1 to 1000
     * @return a query with other pages
     */
    public Query<T> pageSize(int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("pageSize is " + size + ": give 1 to " + LARGEST_PAGE);
        }
        return new Query<>(type, conditions, order, size, start);
    }

    /**
     * Begins at a position.
     *
     * @param position from 1
     * @return a query that leaves out what comes before
     */
    public Query<T> startingAt(int position) {
        if (position < 1) {
            throw new IllegalArgumentException("position is " + position + ": QuickBooks counts from 1");
        }
        return new Query<>(type, conditions, order, pageSize, position);
    }

    private Query<T> condition(String text) {
        List<String> all = new ArrayList<>(conditions);
        all.add(text);
        return new Query<>(type, List.copyOf(all), order, pageSize, start);
    }

    /**
     * The kind of entity.
     *
     * @return never null
     */
    public EntityType<T> type() {
        return type;
    }

    /**
     * The text of its first page.
     *
     * @return a statement of the query language; holds the values that were given
     */
    public String text() {
        return text("*") + " startposition " + start + " maxresults " + pageSize;
    }

    String countText() {
        return text("count(*)");
    }

    /** Whether nobody cares for order and place, so that pages may be cut where it is safest. */
    boolean freeToOrder() {
        return order.isEmpty() && start == 1;
    }

    int pageSize() {
        return pageSize;
    }

    int start() {
        return start;
    }

    /** The same, from a moment on, in the order of change. */
    Query<T> changedFrom(String moment) {
        Query<T> from = moment.isEmpty() ? this : condition("MetaData.LastUpdatedTime >= " + quote(moment));
        return from.ordered("MetaData.LastUpdatedTime");
    }

    private String text(String what) {
        StringBuilder text =
                new StringBuilder("select ").append(what).append(" from ").append(type.name());
        if (!conditions.isEmpty()) {
            text.append(" where ").append(String.join(" and ", conditions));
        }
        if (!order.isEmpty() && what.equals("*")) {
            text.append(" orderby ").append(String.join(", ", order));
        }
        return text.toString();
    }

    /** Names the entity and the number of conditions, never the values. */
    @Override
    public String toString() {
        return "Query[" + type.name() + ", conditions=" + conditions.size() + "]";
    }
}
