package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.matching.names.NameProblem;
import dev.tieout.matching.names.NameRules;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.kinds.internal.common.NamedHandle;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.CustomerPage;
import dev.tieout.qbo.sync.MatchPreview;
import dev.tieout.qbo.sync.SearchBy;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Clients, one at a time. */
public final class ClientHandle extends NamedHandle<Client, Customer> implements ClientSync {
    private final CustomerDirectory directory;

    private final ClientKind kind;

    public ClientHandle(
            Parts parts, Locks locks, Supplier<CompanyScope> scopes, ClientKind kind, CustomerDirectory directory) {
        super(parts, locks, scopes, kind, "displayName");
        this.kind = kind;
        this.directory = directory;
    }

    @Override
    public CustomerPage search(String text, SearchBy by, int page, int size) {
        return directory.find(scope(), Given.value("text", text), Given.value("by", by), page, size);
    }

    @Override
    public Optional<MatchPreview> previewMatch(Client client, RemoteId customer) {
        Given.value("client", client);
        return MatchPreviews.of(parts(), scope(), kind, client, Given.value("customer", customer));
    }

    @Override
    public boolean isOn(LocalId client) {
        SyncStatus status = status(client);
        if (status.state() != SyncState.NOT_SYNCED) {
            return true;
        }
        return status.keptOut() == KeptOut.UNKNOWN
                && scope().settings().of(kind.name()).createInQuickBooks();
    }

    @Override
    public SyncStatus toggle(Client client, boolean on) {
        Given.value("client", client);
        return on ? stageIn(client) : keepOut(client.id());
    }

    @Override
    public List<CustomerHit> search(String text) {
        return directory.find(scope(), Given.value("text", text));
    }

    @Override
    protected String name(Client client) {
        return client.displayName();
    }

    @Override
    protected List<NameProblem> problems(Client named) {
        return NameRules.check(named);
    }

    @Override
    protected Optional<CreateOutcome.NameTaken> ifTaken(Client named) {
        return FreeNames.ofPeople(scope()).ifTaken(named);
    }

    @Override
    protected CreateOutcome.NameTaken taken(Client named) {
        return FreeNames.ofPeople(scope()).taken(named);
    }

    @Override
    protected void linksChanged(CompanyScope scope) {
        directory.forget(scope);
    }
}
