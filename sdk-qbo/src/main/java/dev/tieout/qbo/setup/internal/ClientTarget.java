package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.ClientFlows;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.RecordSync;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.spi.LocalRecords;

/** Clients and customers. */
public record ClientTarget(
        ClientFlows flows,
        RecordSync<Client, Customer> sync,
        Slice<Client, Customer> slice,
        LocalRecords<Client> records)
        implements Target<Client, Customer> {
    @Override
    public String localWord() {
        return "client";
    }

    @Override
    public String remoteWord() {
        return "customer";
    }

    @Override
    public boolean active(Client client) {
        return client.active();
    }

    @Override
    public String name(Client client) {
        return client.displayName();
    }

    @Override
    public String name(Customer customer) {
        return CustomerRecords.name(customer);
    }

    @Override
    public CreateOutcome create(CompanyScope scope, Client client) {
        return flows.create(scope, client);
    }

    @Override
    public LocalId adopt(CompanyScope scope, Customer customer) {
        return sync.adopt(scope, customer, scope.settings().clients(), records);
    }
}
