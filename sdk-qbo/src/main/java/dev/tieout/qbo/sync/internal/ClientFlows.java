package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;

/** Clients, one at a time. */
public final class ClientFlows implements ClientSync {
    private final EngineParts parts;
    private final Outbound outbound;
    private final RecordSync<Client, Customer> sync;
    private final Slice<Client, Customer> slice;
    private final LocalRecords<Client> records;
    private final CustomerDirectory directory;

    public ClientFlows(
            EngineParts parts,
            Outbound outbound,
            RecordSync<Client, Customer> sync,
            Slice<Client, Customer> slice,
            LocalRecords<Client> records,
            CustomerDirectory directory) {
        this.parts = parts;
        this.outbound = outbound;
        this.sync = sync;
        this.slice = slice;
        this.records = records;
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
        SyncStatus status;
        try {
            status = outbound.sync(scope, slice, client, false);
        } finally {
            directory.forget(scope);
        }
        if (status.state() == SyncState.SYNCED) {
            return new CreateOutcome.Created(status);
        }
        if (status.problem() != null && status.problem().cause() == ProblemCause.NAME_TAKEN) {
            FreeNames names = new FreeNames(scope);
            return new CreateOutcome.NameTaken(names.holder(client.displayName()), names.proposals(client));
        }
        return new CreateOutcome.NotCreated(status);
    }

    /** Stores a link with a customer that was just read. */
    public Optional<LocalId> link(CompanyScope scope, Client client, Customer customer) {
        return sync.link(scope, client, customer);
    }

    public SyncStatus push(CompanyScope scope, LocalId client) {
        return outbound.push(scope, RecordKind.CLIENT, client);
    }

    public SyncStatus status(CompanyScope scope, LocalId client) {
        return parts.rows().get(scope.key(RecordKind.CLIENT, client)).status();
    }

    /** Makes a customer a client of the app, whatever the settings say about new customers: a person decided it. */
    public LocalId adopt(CompanyScope scope, Customer customer) {
        return new Arrivals<>(parts, scope, slice, scope.settings().clients(), records).create(customer);
    }
}
