package dev.tieout.testkit.contract;

import dev.tieout.model.Client;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;

class InMemoryClientsTest extends ClientRecordsContract {
    @Override
    protected LocalRecords<Client> records() {
        return InMemoryLocalRecords.clients();
    }
}
