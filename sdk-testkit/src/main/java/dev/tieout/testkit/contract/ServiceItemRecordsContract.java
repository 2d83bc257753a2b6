package dev.tieout.testkit.contract;

import dev.tieout.LocalId;
import dev.tieout.model.ServiceItem;

/** {@link LocalRecordsContract} for service items. */
public abstract class ServiceItemRecordsContract extends LocalRecordsContract<ServiceItem> {
    /** For subclasses. */
    protected ServiceItemRecordsContract() {}

    @Override
    protected ServiceItem record(LocalId id, String name, boolean active) {
        return ServiceItem.builder(id, name).active(active).build();
    }

    @Override
    protected LocalId idOf(ServiceItem record) {
        return record.id();
    }

    @Override
    protected String nameOf(ServiceItem record) {
        return record.name();
    }

    @Override
    protected boolean isActive(ServiceItem record) {
        return record.active();
    }
}
