package dev.tieout.examples.benchmarks.matching.practice;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.examples.benchmarks.matching.data.Row;
import dev.tieout.examples.benchmarks.matching.data.Truth;
import dev.tieout.matching.Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes a practice as the files that the command which matches two exports reads, with the truth beside them. */
public final class PracticeFiles {
    private final Practice practice;
    private final Truth truth;
    private final Path folder;

    private PracticeFiles(Practice practice, Path folder) {
        this.practice = practice;
        this.folder = folder;
        truth = practice.truth();
    }

    /**
     * Writes clients.csv, customers.csv, truth_pairs.csv and truth_records.csv.
     *
     * @param practice the practice
     * @param folder where to; made if it is not there
     * @throws IOException if a file cannot be written
     */
    public static void write(Practice practice, Path folder) throws IOException {
        Files.createDirectories(folder);
        PracticeFiles files = new PracticeFiles(practice, folder);
        files.rows("clients.csv", Row.CLIENT, practice.clients);
        files.rows("customers.csv", Row.CUSTOMER, practice.customers);
        files.pairs();
        files.records();
    }

    private void rows(String file, List<String> columns, List<Typed> records) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(folder.resolve(file))) {
            out.writeRecord(columns);
            for (Typed record : records) {
                out.writeRecord(record.row.values());
            }
        }
    }

    private void pairs() throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(folder.resolve("truth_pairs.csv"))) {
            out.writeRecord(
                    "client_id",
                    "customer_id",
                    "entity_id",
                    "kind",
                    "email_rel",
                    "name_rel",
                    "client_tags",
                    "customer_tags");
            for (int i = 0; i < practice.clients.size(); i++) {
                int partner = truth.partner(i);
                if (partner >= 0) {
                    pair(out, practice.clients.get(i), practice.customers.get(partner));
                }
            }
        }
    }

    private static void pair(CsvWriter out, Typed client, Typed customer) {
        out.writeRecord(
                client.row.get("client_id"),
                customer.row.get("customer_id"),
                String.valueOf(client.entity.id),
                client.entity.kind.name(),
                email(client.row.get("email"), customer.row.get("primary_email")),
                name(client.row.get("display_name"), customer.row.get("display_name")),
                client.tags.toString(),
                customer.tags.toString());
    }

    private static String email(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return "missing";
        }
        String one = a.strip().toLowerCase(Locale.ROOT);
        return a.equals(b) ? "exact" : b.toLowerCase(Locale.ROOT).contains(one) ? "normalised" : "differ";
    }

    private static String name(String a, String b) {
        return a.equals(b) ? "exact" : Entity.slug(a).equals(Entity.slug(b)) ? "normalised" : "variant";
    }

    private void records() throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(folder.resolve("truth_records.csv"))) {
            out.writeRecord("side", "id", "entity_id", "category", "kind", "tags");
            for (int i = 0; i < practice.clients.size(); i++) {
                record(
                        out,
                        "CLIENT",
                        "client_id",
                        practice.clients.get(i),
                        truth.bucketOfClient(i).name());
            }
            for (int j = 0; j < practice.customers.size(); j++) {
                Typed customer = practice.customers.get(j);
                Bucket bucket = truth.bucketOfCustomer(j);
                String skipped = customer.parent != null ? "EXCLUDED_JOB" : "EXCLUDED_INACTIVE";
                record(out, "CUSTOMER", "customer_id", customer, bucket == Bucket.SKIPPED ? skipped : bucket.name());
            }
        }
    }

    private static void record(CsvWriter out, String side, String id, Typed record, String category) {
        out.writeRecord(
                side,
                record.row.get(id),
                String.valueOf(record.entity.id),
                category,
                record.entity.kind.name(),
                record.tags.toString());
    }
}
