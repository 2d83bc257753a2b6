package dev.tieout.examples.benchmarks.matching.practice;

import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.data.Records;
import dev.tieout.examples.benchmarks.matching.data.Truth;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Client;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** An invented practice as it was typed. Not thread-safe. */
public final class Practice {
    final List<Typed> clients;
    final List<Typed> customers;

    Practice(List<Typed> clients, List<Typed> customers) {
        this.clients = clients;
        this.customers = customers;
        for (int i = 0; i < clients.size(); i++) {
            clients.get(i).row.set("client_id", String.format(Locale.ROOT, "C%07d", i + 1));
        }
        for (int j = 0; j < customers.size(); j++) {
            customers.get(j).row.set("customer_id", String.valueOf(j + 1));
        }
        for (Typed customer : customers) {
            if (customer.parent != null) {
                customer.row.set("parent_id", customer.parent.row.get("customer_id"));
            }
        }
    }

    /**
     * Returns who is who.
     *
     * @return the truth, by position
     */
    public Truth truth() {
        boolean[] skipped = new boolean[customers.size()];
        for (int j = 0; j < skipped.length; j++) {
            skipped[j] = customers.get(j).row.get("active").equals("false") || customers.get(j).parent != null;
        }
        return new Truth(
                clients.stream().mapToInt(t -> t.entity.id).toArray(),
                customers.stream().mapToInt(t -> t.entity.id).toArray(),
                skipped);
    }

    /**
     * Turns the practice into lists, and lets go of it: a million rows are a gigabyte.
     *
     * @param name what they are called
     * @return the lists
     */
    public LabelledLists toLists(String name) {
        Truth truth = truth();
        List<Client> a = new ArrayList<>(clients.size());
        for (int i = 0; i < clients.size(); i++) {
            a.add(Records.client(clients.get(i).row));
        }
        clients.clear();
        List<CustomerRecord> b = new ArrayList<>(customers.size());
        for (int j = 0; j < customers.size(); j++) {
            b.add(Records.customer(customers.get(j).row));
        }
        customers.clear();
        return new LabelledLists(name, Collections.unmodifiableList(a), Collections.unmodifiableList(b), truth);
    }
}
