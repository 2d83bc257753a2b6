package dev.tieout.testkit.contract;

import dev.tieout.model.ServiceItem;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;

class InMemoryServiceItemsTest extends ServiceItemRecordsContract {
    @Override
    protected LocalRecords<ServiceItem> records() {
        return InMemoryLocalRecords.serviceItems();
    }
}
