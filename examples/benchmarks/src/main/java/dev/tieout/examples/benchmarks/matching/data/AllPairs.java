package dev.tieout.examples.benchmarks.matching.data;

import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Client;
import java.util.List;
import java.util.Set;

/** Companies of one list, any two of which may be the same. Immutable. */
public final class AllPairs {
    private final List<Row> rows;
    private final Set<Long> same;

    AllPairs(List<Row> rows, List<Long> same) {
        this.rows = List.copyOf(rows);
        this.same = Set.copyOf(same);
    }

    static long key(long a, long b) {
        return Math.min(a, b) << 32 | Math.max(a, b);
    }

    /**
     * Counts the companies.
     *
     * @return their number
     */
    public int size() {
        return rows.size();
    }

    /**
     * Counts the true pairs.
     *
     * @return their number
     */
    public int pairs() {
        return same.size();
    }

    /**
     * Says whether two records are of the same company.
     *
     * @param a the position of one
     * @param b the position of the other
     * @return whether they are
     */
    public boolean same(int a, int b) {
        return same.contains(key(a, b));
    }

    /**
     * Makes a client of a company: its name, address and telephone.
     *
     * @param at its position
     * @return the client; its id is the position
     */
    public Client client(int at) {
        return Records.client(filled(at, Row.CLIENT, "address", "city", "zip", "phone")
                .set("client_id", String.valueOf(at))
                .set("client_type", "BUSINESS"));
    }

    /**
     * Makes a customer of a company: its name, address and telephone.
     *
     * @param at its position
     * @return the customer; its id is the position
     */
    public CustomerRecord customer(int at) {
        return Records.customer(filled(at, Row.CUSTOMER, "bill_line1", "bill_city", "bill_zip", "primary_phone")
                .set("customer_id", String.valueOf(at)));
    }

    private Row filled(int at, List<String> columns, String line, String city, String zip, String phone) {
        Row from = rows.get(at);
        return new Row(columns)
                .set("display_name", from.get("org_name"))
                .set("company_name", from.get("org_name"))
                .set(line, from.get("street"))
                .set(city, from.get("city"))
                .set(zip, from.get("postcode"))
                .set(phone, from.get("phone"));
    }
}
