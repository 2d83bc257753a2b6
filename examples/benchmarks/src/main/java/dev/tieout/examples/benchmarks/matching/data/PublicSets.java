package dev.tieout.examples.benchmarks.matching.data;

import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Client;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Public sets for matching, turned into lists of clients and customers. */
public final class PublicSets {
    private PublicSets() {}

    /** Two lists in the making. */
    private static final class Sides {
        final List<Client> clients = new ArrayList<>();
        final List<CustomerRecord> customers = new ArrayList<>();
        final List<Integer> clientEntities = new ArrayList<>();
        final List<Integer> customerEntities = new ArrayList<>();
        final Map<String, Integer> entities = new HashMap<>();

        int entity(String key) {
            return entities.computeIfAbsent(key, k -> entities.size());
        }

        void client(String entity, Row row) {
            clientEntities.add(entity(entity));
            row.set("client_id", "C" + clientEntities.size());
            clients.add(Records.client(row));
        }

        void customer(String entity, Row row) {
            customerEntities.add(entity(entity));
            row.set("customer_id", String.valueOf(customerEntities.size()));
            customers.add(Records.customer(row));
        }

        LabelledLists lists(String name) {
            Truth truth = new Truth(
                    clientEntities.stream().mapToInt(i -> i).toArray(),
                    customerEntities.stream().mapToInt(i -> i).toArray(),
                    new boolean[customers.size()]);
            return new LabelledLists(name, clients, customers, truth);
        }
    }

    /**
     * Reads a FEBRL set: originals are the clients, the first duplicate of each the customers. Names and addresses; no
     * birth date, no number of social security.
     *
     * @param name what it is called
     * @param file a set with rec_id, given_name, surname, street_number, address_1, suburb, postcode, state
     * @return the lists
     */
    public static LabelledLists febrl(String name, Path file) {
        Sides sides = new Sides();
        Map<String, Row> first = new LinkedHashMap<>();
        for (Row row : Csv.read(file, r -> r)) {
            String[] id = row.get("rec_id").split("-");
            if (id[2].equals("org")) {
                sides.client(
                        id[1], person(row, Row.CLIENT, "first_name", "last_name", "address", "city", "state", "zip"));
            } else {
                first.merge(id[1], row, (a, b) -> number(a) <= number(b) ? a : b);
            }
        }
        first.forEach((entity, row) -> sides.customer(
                entity,
                person(
                        row,
                        Row.CUSTOMER,
                        "given_name",
                        "family_name",
                        "bill_line1",
                        "bill_city",
                        "bill_state",
                        "bill_zip")));
        return sides.lists(name);
    }

    private static int number(Row duplicate) {
        String id = duplicate.get("rec_id");
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    private static Row person(
            Row from,
            List<String> columns,
            String given,
            String family,
            String line,
            String city,
            String state,
            String zip) {
        return named(columns, from.get("given_name"), from.get("surname"), given, family)
                .set(line, (from.get("street_number") + " " + from.get("address_1")).strip())
                .set(city, from.get("suburb"))
                .set(state, from.get("state"))
                .set(zip, from.get("postcode"));
    }

    private static Row named(List<String> columns, String first, String last, String given, String family) {
        String name = (first + " " + last).strip();
        return new Row(columns)
                .set("display_name", name.isEmpty() ? "unknown" : name)
                .set(given, first)
                .set(family, last);
    }

    /**
     * Reads Splink's fake_1000: of each cluster the first record with an even number is a client, the first with an odd
     * one a customer. Names and e-mail addresses; no birth date, no city.
     *
     * @param name what it is called
     * @param file the set with unique_id, first_name, surname, email, cluster
     * @return the lists
     */
    public static LabelledLists fake1000(String name, Path file) {
        Sides sides = new Sides();
        Map<String, Row> even = new LinkedHashMap<>();
        Map<String, Row> odd = new LinkedHashMap<>();
        for (Row row : Csv.read(file, r -> r)) {
            (Integer.parseInt(row.get("unique_id")) % 2 == 0 ? even : odd).putIfAbsent(row.get("cluster"), row);
        }
        even.forEach((cluster, r) -> sides.client(
                cluster,
                named(Row.CLIENT, r.get("first_name"), r.get("surname"), "first_name", "last_name")
                        .set("email", r.get("email"))));
        odd.forEach((cluster, r) -> sides.customer(
                cluster,
                named(Row.CUSTOMER, r.get("first_name"), r.get("surname"), "given_name", "family_name")
                        .set("primary_email", r.get("email"))));
        return sides.lists(name);
    }

    /**
     * Reads companies that are to be compared each with each.
     *
     * @param records a file with org_name, street, city, postcode, phone
     * @param truth a file with row_a and row_b, the numbers of records that are the same
     * @return the companies
     */
    public static AllPairs companies(Path records, Path truth) {
        List<Row> rows = Csv.read(records, r -> r);
        List<long[]> pairs =
                Csv.read(truth, r -> new long[] {Long.parseLong(r.get("row_a")), Long.parseLong(r.get("row_b"))});
        return new AllPairs(
                rows, pairs.stream().map(p -> AllPairs.key(p[0], p[1])).toList());
    }
}
