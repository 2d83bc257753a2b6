package dev.tieout.examples.quickstart;

import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.spi.LocalRecords;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.testkit.contract.ClientRecordsContract;
import java.util.List;

// tag::contract
class ClientsContractTest extends ClientRecordsContract {
    private final InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients(); // yours

    @Override
    protected LocalRecords<Client> records() {
        return clients;
    }

    @Override
    protected boolean saveAsUser(TenantId tenant, Client client) {
        clients.put(tenant, List.of(client)); // as your own screens save
        return true;
    }
}
// end::contract
