package dev.tieout.testkit.company.internal.query;

import java.util.List;

/**
 * A parsed query.
 *
 * @param count whether only the number of rows is asked
 * @param all whether whole records are asked
 * @param fields the fields asked by name
 * @param entity the entity as written
 * @param conditions what rows must meet, all of it
 * @param orders the sort order, empty for the default
 * @param start the first row, from 1
 * @param most the most rows
 */
record Statement(
        boolean count,
        boolean all,
        List<String> fields,
        String entity,
        List<Condition> conditions,
        List<Order> orders,
        int start,
        int most) {

    /**
     * One comparison.
     *
     * @param path the property as written
     * @param operator the operator, lower case
     * @param values the value, or those of IN
     */
    record Condition(String path, String operator, List<String> values) {}

    /**
     * One sort key.
     *
     * @param path the property as written
     * @param descending whether the greatest comes first
     */
    record Order(String path, boolean descending) {}
}
