package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.ItemFlows;
import dev.tieout.qbo.sync.internal.RecordSync;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.spi.LocalRecords;

/** Service items and items. */
public record ItemTarget(
        ItemFlows flows,
        RecordSync<ServiceItem, Item> sync,
        Slice<ServiceItem, Item> slice,
        LocalRecords<ServiceItem> records)
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
    public CreateOutcome create(CompanyScope scope, ServiceItem item) {
        return flows.create(scope, item);
    }

    @Override
    public LocalId adopt(CompanyScope scope, Item item) {
        return sync.adopt(scope, item, scope.settings().serviceItems(), records);
    }
}
