package dev.tieout.testkit.contract;

import dev.tieout.LocalId;
import dev.tieout.model.Client;

/** {@link LocalRecordsContract} for clients. */
public abstract class ClientRecordsContract extends LocalRecordsContract<Client> {
    /** For subclasses. */
    protected ClientRecordsContract() {}

    @Override
    protected Client record(LocalId id, String name, boolean active) {
        return Client.builder(id, name).active(active).build();
    }

    @Override
    protected LocalId idOf(Client record) {
        return record.id();
    }

    @Override
    protected String nameOf(Client record) {
        return record.displayName();
    }

    @Override
    protected boolean isActive(Client record) {
        return record.active();
    }
}
