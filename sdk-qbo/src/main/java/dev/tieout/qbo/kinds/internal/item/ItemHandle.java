package dev.tieout.qbo.kinds.internal.item;

import dev.tieout.internal.Given;
import dev.tieout.matching.names.NameProblem;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.kinds.internal.common.NamedHandle;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.ItemPage;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Service items, one at a time. */
public final class ItemHandle extends NamedHandle<ServiceItem, Item> implements ServiceItemSync {
    private final ItemDirectory directory;

    public ItemHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, ItemKind kind, ItemDirectory directory) {
        super(parts, locks, scopes, kind, "name");
        this.directory = directory;
    }

    @Override
    public ItemPage search(String text, int page, int size) {
        return directory.find(scope(), Given.value("text", text), page, size);
    }

    @Override
    protected String name(ServiceItem item) {
        return item.name();
    }

    @Override
    protected List<NameProblem> problems(ServiceItem named) {
        return NameRules.check(named);
    }

    @Override
    protected Optional<CreateOutcome.NameTaken> ifTaken(ServiceItem named) {
        return FreeNames.ifTaken(scope(), named);
    }

    @Override
    protected CreateOutcome.NameTaken taken(ServiceItem named) {
        return FreeNames.ofItems(scope()).taken(named);
    }

    @Override
    protected void linksChanged(CompanyScope scope) {
        directory.forget(scope);
    }
}
