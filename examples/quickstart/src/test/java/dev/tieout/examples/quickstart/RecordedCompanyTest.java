package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.setup.SetupClient;
import dev.tieout.qbo.setup.SetupCustomer;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The setup preview of a recorded sandbox company, client by client and customer by customer. */
class RecordedCompanyTest {
    private static final Path DATA = Path.of(System.getProperty("tieout.root"), "..", "shared", "data");

    @Test
    void everyClientAndCustomerIsInTheBucketThatAPersonWouldChoose() throws IOException {
        assumeThat(DATA.resolve("company")).as("recorded company").isDirectory();
        assertThat(buckets(preview())).isEqualTo(expected());
    }

    private static SetupPlan preview() {
        InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
        clients.put(Demo.TENANT, ClientCsv.read(DATA.resolve("practice-clients.csv")));
        FakeCompany.Builder recorded =
                FakeCompany.builder().realmId(FakeQuickBooks.DEFAULT_REALM).from(DATA.resolve("company"));
        try (FakeQuickBooks fake = FakeQuickBooks.builder().company(recorded).start()) {
            QuickBooks quickBooks = QuickBooks.builder()
                    .environment(Environment.at(fake.baseUrl()))
                    .app(AppCredentials.of(
                            fake.clientId(), fake.clientSecret(), URI.create("https://app.example/callback")))
                    .tokenStore(new InMemoryTokenStore())
                    .syncStore(new InMemorySyncStore())
                    .clients(clients)
                    .build();
            AuthorizationRequest request = quickBooks.connections().authorize(Demo.TENANT);
            URI callback = fake.approve(request.url(), FakeQuickBooks.DEFAULT_REALM);
            quickBooks.connections().complete(Demo.TENANT, request.state(), callback.getRawQuery());
            return quickBooks.company(Demo.TENANT).setup().preview();
        }
    }

    private static Map<String, String> buckets(SetupPlan plan) {
        Map<String, String> buckets = new TreeMap<>();
        for (SetupClient client : plan.clients()) {
            String counterparts = client.customer() != null
                    ? client.customer().value()
                    : client.candidates().stream()
                            .map(SetupClient.Option::customer)
                            .map(RemoteId::value)
                            .collect(Collectors.toCollection(TreeSet::new))
                            .toString();
            buckets.put("client " + client.id(), client.bucket() + " " + counterparts);
        }
        for (SetupCustomer customer : plan.customers()) {
            buckets.put("customer " + customer.id(), customer.bucket().name());
        }
        return buckets;
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> buckets = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(DATA.resolve("practice-clients.expected.csv"))) {
            for (NamedCsvRecord row : csv) {
                String category = row.getField("category");
                String counterparts = row.getField("counterparts");
                if (row.getField("side").equals("customer")) {
                    buckets.put("customer " + row.getField("id"), category);
                } else if (category.equals("MATCH")) {
                    buckets.put("client " + row.getField("id"), category + " " + counterparts);
                } else {
                    TreeSet<String> ids = new TreeSet<>();
                    if (!counterparts.isBlank()) {
                        ids.addAll(List.of(counterparts.split(" ")));
                    }
                    buckets.put("client " + row.getField("id"), category + " " + ids);
                }
            }
        }
        return buckets;
    }
}
