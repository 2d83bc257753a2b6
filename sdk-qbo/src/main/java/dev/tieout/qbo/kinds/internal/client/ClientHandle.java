package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.function.Supplier;

/** Clients, one at a time. */
public final class ClientHandle extends Handle<Client, Customer> implements ClientSync {
    private final CustomerDirectory directory;

    public ClientHandle(
            Parts parts, Locks locks, Supplier<CompanyScope> scopes, ClientKind kind, CustomerDirectory directory) {
        super(parts, locks, scopes, kind);
        this.directory = directory;
    }

    @Override
    public List<CustomerHit> search(String text) {
        return directory.find(scope(), Given.value("text", text));
    }

    @Override
    public MatchOutcome match(Client client, RemoteId customer) {
        try {
            return super.match(client, customer);
        } finally {
            directory.forget(scope());
        }
    }

    @Override
    public SyncStatus unmatch(LocalId client) {
        try {
            return super.unmatch(client);
        } finally {
            directory.forget(scope());
        }
    }

    @Override
    public CreateOutcome createInQuickBooks(Client client) {
        try {
            return create(client, () -> FreeNames.ofPeople(scope()).taken(client));
        } finally {
            directory.forget(scope());
        }
    }
}
