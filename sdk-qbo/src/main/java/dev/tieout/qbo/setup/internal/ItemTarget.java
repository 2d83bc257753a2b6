package dev.tieout.qbo.setup.internal;

import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.kinds.internal.common.FreeNames;
import dev.tieout.qbo.kinds.internal.item.ItemDirectory;
import dev.tieout.qbo.kinds.internal.item.ItemKind;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;

/** Service items and items. */
public record ItemTarget(Handle<ServiceItem, Item> handle, ItemKind kind, ItemDirectory directory)
        implements Target<ServiceItem, Item> {
    @Override
    public String localWord() {
        return "service item";
    }

    @Override
    public String remoteWord() {
        return "item";
    }

    @Override
    public boolean active(ServiceItem item) {
        return item.active();
    }

    @Override
    public String name(ServiceItem item) {
        return item.name();
    }

    @Override
    public String name(Item item) {
        return ItemRecords.name(item);
    }

    @Override
    public CreateOutcome.NameTaken taken(CompanyScope scope, ServiceItem item) {
        return FreeNames.ofItems(scope).taken(item);
    }

    @Override
    public void changed(CompanyScope scope) {
        directory.forget(scope);
    }
}
