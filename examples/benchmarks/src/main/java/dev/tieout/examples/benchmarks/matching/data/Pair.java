package dev.tieout.examples.benchmarks.matching.data;

/**
 * A client, a customer and how alike they are.
 *
 * <p>Immutable.
 *
 * @param client the client's position
 * @param customer the customer's position
 * @param score the more the likelier; comparable within one matcher only
 */
public record Pair(int client, int customer, double score) {}
