package dev.tieout.testkit.contract;

import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;
import java.util.List;

class InMemoryClientsTest extends ClientRecordsContract {
    private final InMemoryLocalRecords<Client> records = InMemoryLocalRecords.clients();

    @Override
    protected LocalRecords<Client> records() {
        return records;
    }

    @Override
    protected boolean saveAsUser(TenantId tenant, Client record) {
        records.put(tenant, List.of(record));
        return true;
    }
}
