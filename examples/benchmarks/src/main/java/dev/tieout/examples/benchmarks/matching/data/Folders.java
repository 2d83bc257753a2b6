package dev.tieout.examples.benchmarks.matching.data;

import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads practices from folders with clients.csv, customers.csv and truth_records.csv. */
public final class Folders {
    private Folders() {}

    /**
     * Says whether a folder holds a practice.
     *
     * @param folder the folder
     * @return whether it does
     */
    public static boolean isPractice(Path folder) {
        return Files.exists(folder.resolve("truth_records.csv"));
    }

    /**
     * Reads a practice.
     *
     * @param name what it is called
     * @param folder where it is
     * @return its lists
     */
    public static LabelledLists read(String name, Path folder) {
        Map<String, Integer> entities = new HashMap<>();
        Csv.read(
                folder.resolve("truth_records.csv"),
                r -> entities.put(r.get("side") + r.get("id"), Integer.valueOf(r.get("entity_id"))));
        List<Client> clients = clients(folder);
        List<CustomerRecord> customers = customers(folder);
        int[] a = new int[clients.size()];
        for (int i = 0; i < a.length; i++) {
            a[i] = entities.getOrDefault("CLIENT" + clients.get(i).id().value(), -1 - i);
        }
        int[] b = new int[customers.size()];
        boolean[] skipped = new boolean[b.length];
        for (int j = 0; j < b.length; j++) {
            CustomerRecord customer = customers.get(j);
            b[j] = entities.getOrDefault("CUSTOMER" + customer.id().value(), -1 - a.length - j);
            skipped[j] = !customer.active() || customer.subCustomer();
        }
        return new LabelledLists(name, clients, customers, new Truth(a, b, skipped));
    }

    /**
     * Reads the clients alone.
     *
     * @param folder the practice
     * @return its clients
     */
    public static List<Client> clients(Path folder) {
        return Csv.read(folder.resolve("clients.csv"), Records::client);
    }

    /**
     * Reads the customers alone.
     *
     * @param folder the practice
     * @return its customers
     */
    public static List<CustomerRecord> customers(Path folder) {
        return Csv.read(folder.resolve("customers.csv"), Records::customer);
    }
}
