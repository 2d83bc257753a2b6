package dev.tieout.qbo.kinds.internal.item;

import dev.tieout.internal.Given;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import java.util.Optional;
import java.util.function.Supplier;

/** Service items, one at a time. */
public final class ItemHandle extends Handle<ServiceItem, Item> implements ServiceItemSync {
    public ItemHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, ItemKind kind) {
        super(parts, locks, scopes, kind);
    }

    @Override
    public CreateOutcome createInQuickBooks(ServiceItem item) {
        Given.value("item", item);
        Optional<CreateOutcome.NameTaken> taken = NameRules.check(item).isEmpty() && isFree(item.id())
                ? FreeNames.ofItems(scope()).ifTaken(item)
                : Optional.empty();
        return taken.<CreateOutcome>map(t -> t)
                .orElseGet(() ->
                        create(item, null, () -> FreeNames.ofItems(scope()).taken(item)));
    }
}
