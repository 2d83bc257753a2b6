package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.matching.names.NameProblem;
import dev.tieout.matching.names.NameRules;
import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.kinds.internal.common.ChosenName;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.sync.ClientSync;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.CustomerPage;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.MatchPreview;
import dev.tieout.qbo.sync.SearchBy;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.row.People.Called;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Clients, one at a time. */
public final class ClientHandle extends Handle<Client, Customer> implements ClientSync {
    private final CustomerDirectory directory;

    private final ClientKind kind;

    public ClientHandle(
            Parts parts, Locks locks, Supplier<CompanyScope> scopes, ClientKind kind, CustomerDirectory directory) {
        super(parts, locks, scopes, kind);
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
        return create(Given.value("client", client), null);
    }

    @Override
    public CreateOutcome createInQuickBooks(Client client, String displayName) {
        Given.value("client", client);
        String name = Given.value("displayName", displayName).strip();
        return name.equals(client.displayName())
                ? create(client, null)
                : create(client, new Called(client.displayName(), name));
    }

    private CreateOutcome create(Client client, @Nullable Called called) {
        Client named = called == null
                ? client
                : client.toBuilder().displayName(called.name()).build();
        List<NameProblem> problems = NameRules.check(named);
        if (called != null && !problems.isEmpty()) {
            throw new IllegalArgumentException("displayName: " + problems.get(0).message());
        }
        try {
            Optional<CreateOutcome.NameTaken> taken = problems.isEmpty() && isFree(client.id())
                    ? FreeNames.ofPeople(scope()).ifTaken(named)
                    : Optional.empty();
            if (taken.isPresent()) {
                return taken.get();
            }
            if (called != null) {
                ChosenName.writeBack(kind, scope().tenant(), client.id(), called);
            }
            return create(client, called, () -> FreeNames.ofPeople(scope()).taken(named));
        } finally {
            directory.forget(scope());
        }
    }
}
