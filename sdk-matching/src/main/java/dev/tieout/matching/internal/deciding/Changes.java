package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.records.RowChanges;
import dev.tieout.matching.internal.records.SideBuilder;

/**
 * Records that come, change and go, of both sides: the new ones are added to the builders, and rows given to them. Rows
 * stay without gaps: the last record takes the place of one that goes. Not thread-safe.
 */
public final class Changes {
    private final SideBuilder newClients;
    private final SideBuilder newCustomers;
    final RowChanges a;
    final RowChanges b;

    Changes(Matching m, SideBuilder newClients, SideBuilder newCustomers) {
        this.newClients = newClients;
        this.newCustomers = newCustomers;
        a = new RowChanges(m.a);
        b = new RowChanges(m.b);
    }

    /**
     * Returns where to add the new and changed clients.
     *
     * @return the builder
     */
    public SideBuilder newClients() {
        return newClients;
    }

    /**
     * Returns where to add the new and changed customers.
     *
     * @return the builder
     */
    public SideBuilder newCustomers() {
        return newCustomers;
    }

    void read() {
        a.read(newClients);
        b.read(newCustomers);
    }

    /**
     * Returns the rows of the clients.
     *
     * @return the rows
     */
    public RowChanges clients() {
        return a;
    }

    /**
     * Returns the rows of the customers.
     *
     * @return the rows
     */
    public RowChanges customers() {
        return b;
    }
}
