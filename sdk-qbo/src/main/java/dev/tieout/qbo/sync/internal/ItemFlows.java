package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.ServiceItemSync;
import dev.tieout.sync.SyncStatus;

/** Service items, one at a time. */
public record ItemFlows(RecordSync<ServiceItem, Item> sync) implements ServiceItemSync {
    @Override
    public SyncStatus sync(ServiceItem item) {
        return sync.sync(item);
    }

    @Override
    public SyncStatus stage(ServiceItem item) {
        return sync.stage(item);
    }

    @Override
    public MatchOutcome match(ServiceItem item, RemoteId remote) {
        return sync.match(item, remote);
    }

    @Override
    public SyncStatus unmatch(LocalId item) {
        return sync.unmatch(item);
    }

    @Override
    public SyncStatus status(LocalId item) {
        return sync.status(item);
    }

    @Override
    public SyncStatus retry(LocalId item) {
        return sync.retry(item);
    }

    /** Creates a service item, or tells who has its name. */
    public CreateOutcome create(CompanyScope scope, ServiceItem item) {
        return sync.create(scope, item, () -> FreeNames.ofItems(scope).taken(item));
    }
}
