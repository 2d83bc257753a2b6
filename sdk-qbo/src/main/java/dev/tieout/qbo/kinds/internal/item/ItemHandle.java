package dev.tieout.qbo.kinds.internal.item;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.matching.names.NameProblem;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.kinds.internal.common.ChosenName;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.ItemPage;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.row.People.Called;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Service items, one at a time. */
public final class ItemHandle extends Handle<ServiceItem, Item> implements ServiceItemSync {
    private final ItemKind kind;
    private final ItemDirectory directory;

    public ItemHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, ItemKind kind, ItemDirectory directory) {
        super(parts, locks, scopes, kind);
        this.kind = kind;
        this.directory = directory;
    }

    @Override
    public ItemPage search(String text, int page, int size) {
        return directory.find(scope(), Given.value("text", text), page, size);
    }

    @Override
    public MatchOutcome match(ServiceItem item, RemoteId remote) {
        try {
            return super.match(item, remote);
        } finally {
            directory.forget(scope());
        }
    }

    @Override
    public SyncStatus unmatch(LocalId item) {
        try {
            return super.unmatch(item);
        } finally {
            directory.forget(scope());
        }
    }

    @Override
    public CreateOutcome createInQuickBooks(ServiceItem item) {
        return create(Given.value("item", item), null);
    }

    @Override
    public CreateOutcome createInQuickBooks(ServiceItem item, String name) {
        Given.value("item", item);
        String chosen = Given.value("name", name).strip();
        return chosen.equals(item.name()) ? create(item, null) : create(item, new Called(item.name(), chosen));
    }

    private CreateOutcome create(ServiceItem item, @Nullable Called called) {
        ServiceItem named =
                called == null ? item : item.toBuilder().name(called.name()).build();
        List<NameProblem> problems = NameRules.check(named);
        if (called != null && !problems.isEmpty()) {
            throw new IllegalArgumentException("name: " + problems.get(0).message());
        }
        try {
            Optional<CreateOutcome.NameTaken> taken =
                    problems.isEmpty() && isFree(item.id()) ? FreeNames.ifTaken(scope(), named) : Optional.empty();
            if (taken.isPresent()) {
                return taken.get();
            }
            if (called != null) {
                ChosenName.writeBack(kind, scope().tenant(), item.id(), called);
            }
            return create(item, called, () -> FreeNames.ofItems(scope()).taken(named));
        } finally {
            directory.forget(scope());
        }
    }
}
