package app.practice.practice;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** What the firm Harbor had before it bought this app: some clients that QuickBooks knows too, some that it does not. */
@Component
class DemoData implements ApplicationRunner {
    private final Documents documents;
    private final Firms firms;

    DemoData(Documents documents, Firms firms) {
        this.documents = documents;
        this.firms = firms;
    }

    @Override
    public void run(ApplicationArguments args) {
        TenantId harbor = firms.all().get(0);
        if (!documents.all(harbor, Practice.CLIENT, Client.class).isEmpty()) {
            return;
        }
        client(harbor, "c-1", "Brightwater Dental Group", "office@brightwaterdental.example");
        client(harbor, "c-2", "Cobblestone Bakery", "flour@cobblestone.example");
        client(harbor, "c-3", "Evergreen Landscape", "hello@evergreen.example");
        client(harbor, "c-4", "Fiona Gallowglass", "fiona@gallowglass.example");
        client(harbor, "c-5", "Northwind Pottery", "kiln@northwind.example");
        service(harbor, "s-1", "Bookkeeping", "350");
        service(harbor, "s-2", "Advisory", "180");
        service(harbor, "s-3", "Trust return", "900");
    }

    private void client(TenantId firm, String id, String name, String email) {
        Client client = Client.builder(LocalId.of(id), name)
                .emails(List.of(email))
                .address(Address.builder().lines(List.of("1 Pier Road")).city("Port Ellery").region("CA").postalCode("94999").build())
                .build();
        documents.save(firm, Practice.CLIENT, client.id(), name, client);
    }

    private void service(TenantId firm, String id, String name, String rate) {
        ServiceItem item = ServiceItem.builder(LocalId.of(id), name).rate(new BigDecimal(rate)).build();
        documents.save(firm, Practice.SERVICE, item.id(), name, item);
    }
}
