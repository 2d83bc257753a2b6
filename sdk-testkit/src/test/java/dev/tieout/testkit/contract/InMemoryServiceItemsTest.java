package dev.tieout.testkit.contract;

import dev.tieout.TenantId;
import dev.tieout.model.ServiceItem;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;
import java.util.List;

class InMemoryServiceItemsTest extends ServiceItemRecordsContract {
    private final InMemoryLocalRecords<ServiceItem> records = InMemoryLocalRecords.serviceItems();

    @Override
    protected LocalRecords<ServiceItem> records() {
        return records;
    }

    @Override
    protected boolean saveAsUser(TenantId tenant, ServiceItem record) {
        records.put(tenant, List.of(record));
        return true;
    }
}
