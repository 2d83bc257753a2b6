package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.sync.SyncStatus;
import java.util.List;

/** Clients, one at a time. */
public final class ClientFlows implements ClientSync {
    private final RecordSync<Client, Customer> sync;
    private final CustomerDirectory directory;

    public ClientFlows(RecordSync<Client, Customer> sync, CustomerDirectory directory) {
        this.sync = sync;
        this.directory = directory;
    }

    @Override
    public SyncStatus sync(Client client) {
        return sync.sync(client);
    }

    @Override
    public SyncStatus stage(Client client) {
        return sync.stage(client);
    }

    @Override
    public List<CustomerHit> search(String text) {
        return directory.find(sync.scope(), text);
    }

    @Override
    public MatchOutcome match(Client client, RemoteId customer) {
        try {
            return sync.match(client, customer);
        } finally {
            directory.forget(sync.scope());
        }
    }

    @Override
    public SyncStatus unmatch(LocalId client) {
        try {
            return sync.unmatch(client);
        } finally {
            directory.forget(sync.scope());
        }
    }

    @Override
    public CreateOutcome createInQuickBooks(Client client) {
        return create(sync.scope(), client);
    }

    @Override
    public SyncStatus status(LocalId client) {
        return sync.status(client);
    }

    @Override
    public SyncStatus retry(LocalId client) {
        return sync.retry(client);
    }

    /** Creates a client, or tells who has its name. */
    public CreateOutcome create(CompanyScope scope, Client client) {
        try {
            return sync.create(scope, client, () -> FreeNames.ofPeople(scope).taken(client));
        } finally {
            directory.forget(scope);
        }
    }
}
