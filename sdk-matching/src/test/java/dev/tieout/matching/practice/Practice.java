package dev.tieout.matching.practice;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Client;
import java.util.List;
import java.util.Map;

/**
 * An invented practice.
 *
 * @param clients the app's clients
 * @param customers QuickBooks' customers
 * @param entityOfClient who each client really is
 * @param entityOfCustomer who each customer really is
 * @param pairs the one-to-one pairs that matching should find
 */
public record Practice(
        List<Client> clients,
        List<CustomerRecord> customers,
        Map<LocalId, Integer> entityOfClient,
        Map<RemoteId, Integer> entityOfCustomer,
        Map<LocalId, RemoteId> pairs) {}
