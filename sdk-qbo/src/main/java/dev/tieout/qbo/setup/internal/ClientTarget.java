package dev.tieout.qbo.setup.internal;

import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.kinds.internal.client.ClientKind;
import dev.tieout.qbo.kinds.internal.client.CustomerDirectory;
import dev.tieout.qbo.kinds.internal.client.CustomerRecords;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;

/** Clients and customers. */
public record ClientTarget(Handle<Client, Customer> handle, ClientKind kind, CustomerDirectory directory)
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
    public CreateOutcome.NameTaken taken(CompanyScope scope, Client client) {
        return FreeNames.ofPeople(scope).taken(client);
    }

    @Override
    public void changed(CompanyScope scope) {
        directory.forget(scope);
    }
}
