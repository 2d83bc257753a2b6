package dev.tieout.examples.benchmarks.matching.data;

import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Client;
import java.util.List;

/**
 * Two lists and the truth about them.
 *
 * <p>Immutable.
 *
 * @param name what they are called in the table
 * @param clients the clients
 * @param customers the customers
 * @param truth who they are, by position
 */
public record LabelledLists(String name, List<Client> clients, List<CustomerRecord> customers, Truth truth) {}
