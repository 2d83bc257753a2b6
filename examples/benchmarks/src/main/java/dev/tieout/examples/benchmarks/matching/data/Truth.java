package dev.tieout.examples.benchmarks.matching.data;

import dev.tieout.matching.Bucket;
import java.util.HashMap;
import java.util.Map;

/**
 * Who the records of two lists really are, by their positions. A pair is to be matched where exactly one client and one
 * active top-level customer are the same entity; where there are more on a side they are duplicates.
 *
 * <p>Immutable.
 */
public final class Truth {
    private static final int MANY = -2;
    private static final int NONE = -1;

    private final int[] clientEntities;
    private final int[] customerEntities;
    private final boolean[] skipped;
    private final Map<Integer, int[]> positions = new HashMap<>();
    private final int pairs;

    /**
     * Makes the truth of two lists.
     *
     * @param clientEntities the entity of each client
     * @param customerEntities the entity of each customer
     * @param skipped for each customer whether it is inactive or a sub-customer
     */
    public Truth(int[] clientEntities, int[] customerEntities, boolean[] skipped) {
        this.clientEntities = clientEntities.clone();
        this.customerEntities = customerEntities.clone();
        this.skipped = skipped.clone();
        int found = 0;
        for (int i = 0; i < clientEntities.length; i++) {
            note(clientEntities[i], 0, i);
        }
        for (int j = 0; j < customerEntities.length; j++) {
            if (!skipped[j]) {
                note(customerEntities[j], 1, j);
            }
        }
        for (int[] position : positions.values()) {
            found += position[0] >= 0 && position[1] >= 0 ? 1 : 0;
        }
        pairs = found;
    }

    private void note(int entity, int side, int at) {
        int[] position = positions.computeIfAbsent(entity, e -> new int[] {NONE, NONE});
        position[side] = position[side] == NONE ? at : MANY;
    }

    /**
     * Counts the pairs to be matched.
     *
     * @return their number
     */
    public int pairs() {
        return pairs;
    }

    /**
     * Returns the customer that a client is to be matched with.
     *
     * @param client the client's position
     * @return the customer's position; negative if there is none
     */
    public int partner(int client) {
        int[] position = at(clientEntities[client]);
        return position[0] >= 0 ? Math.max(position[1], NONE) : NONE;
    }

    /**
     * Says whether a client and a customer are the same.
     *
     * @param client the client's position
     * @param customer the customer's position
     * @return whether they are
     */
    public boolean same(int client, int customer) {
        return clientEntities[client] == customerEntities[customer];
    }

    /**
     * Says which list a client belongs in.
     *
     * @param client its position
     * @return the list
     */
    public Bucket bucketOfClient(int client) {
        return bucket(at(clientEntities[client]), Bucket.UNMATCHED);
    }

    /**
     * Says which list a customer belongs in.
     *
     * @param customer its position
     * @return the list
     */
    public Bucket bucketOfCustomer(int customer) {
        return skipped[customer] ? Bucket.SKIPPED : bucket(at(customerEntities[customer]), Bucket.NEW);
    }

    /**
     * Returns who a client is.
     *
     * @param client its position
     * @return the number of its entity
     */
    public int entityOfClient(int client) {
        return clientEntities[client];
    }

    /**
     * Returns who a customer is.
     *
     * @param customer its position
     * @return the number of its entity
     */
    public int entityOfCustomer(int customer) {
        return customerEntities[customer];
    }

    private int[] at(int entity) {
        return positions.getOrDefault(entity, new int[] {NONE, NONE});
    }

    private static Bucket bucket(int[] position, Bucket alone) {
        if (position[0] == MANY || position[1] == MANY) {
            return Bucket.DUPLICATE;
        }
        return position[0] >= 0 && position[1] >= 0 ? Bucket.MATCH : alone;
    }
}
