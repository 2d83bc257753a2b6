package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.squareup.moshi.Moshi;
import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The 22 clients of an invented firm against a recorded company: every list as a person expects it. */
class PracticeClientsTest {
    private static final Path DATA = Path.of(System.getProperty("tieout.root", "."), "..", "shared", "data");

    @Test
    void everyClientAndCustomerFallsIntoTheListThatAPersonExpects() throws IOException {
        assumeTrue(Files.exists(DATA.resolve("practice-clients.csv")), "shared data is not here");
        MatchPlan plan = ClientMatcher.of(MatchPolicy.balanced()).match(clients(), customers(), MatchDecisions.none());

        Map<String, String> expected = new TreeMap<>();
        for (Map<String, String> row : Csv.read(DATA.resolve("practice-clients.expected.csv"))) {
            expected.put(row.get("side") + " " + row.get("id"), row.get("category") + " " + row.get("counterparts"));
        }
        Map<String, String> actual = new TreeMap<>();
        for (ClientMatch c : plan.clients()) {
            RemoteId customer = c.customer();
            String counterparts = customer != null
                    ? customer.value()
                    : c.bucket() == Bucket.DUPLICATE
                            ? String.join(
                                    " ",
                                    c.candidates().stream()
                                            .map(x -> x.customer().value())
                                            .sorted()
                                            .toList())
                            : "";
            actual.put("client " + c.client(), c.bucket() + " " + counterparts);
        }
        for (CustomerMatch q : plan.customers()) {
            LocalId client = q.client();
            String counterparts = client != null
                    ? client.value()
                    : String.join(
                            " ",
                            q.candidates().stream().map(LocalId::value).sorted().toList());
            actual.put("customer " + q.customer(), q.bucket() + " " + counterparts);
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static List<Client> clients() throws IOException {
        List<Client> clients = new ArrayList<>();
        for (Map<String, String> row : Csv.read(DATA.resolve("practice-clients.csv"))) {
            clients.add(Client.builder(LocalId.of(row.get("id")), row.get("name"))
                    .kind(ClientKind.valueOf(row.get("kind")))
                    .firstName(blankToNull(row.get("first_name")))
                    .lastName(blankToNull(row.get("last_name")))
                    .companyName(blankToNull(row.get("company")))
                    .emails(Arrays.stream(row.get("email").split(";"))
                            .filter(e -> !e.isBlank())
                            .toList())
                    .phones(row.get("phone").isBlank() ? List.of() : List.of(row.get("phone")))
                    .build());
        }
        return clients;
    }

    private static String blankToNull(String s) {
        return s.isBlank() ? null : s;
    }

    private static List<CustomerRecord> customers() throws IOException {
        Object root = new Moshi.Builder()
                .build()
                .adapter(Object.class)
                .fromJson(Files.readString(DATA.resolve("company").resolve("Customer.json")));
        List<CustomerRecord> customers = new ArrayList<>();
        for (Object o : (List<?>) map(map(root).get("QueryResponse")).get("Customer")) {
            Map<?, ?> c = map(o);
            List<String> phones = new ArrayList<>();
            for (String field : List.of("PrimaryPhone", "Mobile")) {
                if (c.get(field) != null) {
                    phones.add((String) map(c.get(field)).get("FreeFormNumber"));
                }
            }
            customers.add(CustomerRecord.builder(RemoteId.of((String) c.get("Id")), (String) c.get("DisplayName"))
                    .companyName((String) c.get("CompanyName"))
                    .givenName((String) c.get("GivenName"))
                    .familyName((String) c.get("FamilyName"))
                    .emails(
                            c.get("PrimaryEmailAddr") == null
                                    ? null
                                    : (String) map(c.get("PrimaryEmailAddr")).get("Address"))
                    .phones(phones)
                    .address(address(c.get("BillAddr")))
                    .active(Boolean.TRUE.equals(c.get("Active")))
                    .job(Boolean.TRUE.equals(c.get("Job")))
                    .parentId(
                            c.get("ParentRef") == null
                                    ? null
                                    : RemoteId.of(
                                            (String) map(c.get("ParentRef")).get("value")))
                    .build());
        }
        return customers;
    }

    private static Address address(Object o) {
        if (o == null) {
            return null;
        }
        String line = (String) map(o).get("Line1");
        return Address.builder()
                .lines(line == null ? List.of() : List.of(line))
                .city((String) map(o).get("City"))
                .postalCode((String) map(o).get("PostalCode"))
                .build();
    }

    private static Map<?, ?> map(Object o) {
        return (Map<?, ?>) o;
    }
}
