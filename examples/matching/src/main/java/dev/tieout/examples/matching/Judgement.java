package dev.tieout.examples.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.ClientMatch;
import dev.tieout.matching.CustomerMatch;
import dev.tieout.matching.MatchPlan;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares a plan with the truth of labelled lists. */
final class Judgement {
    private final Ids ids;
    private final Map<String, String> pairs = new HashMap<>();
    private final Map<String, String> entities = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    private int matched;
    private int wrong;
    private int found;
    private int asked;
    private int suggested;
    private int records;
    private int right;
    private int doubled;
    private int doubledRight;
    private int doubledTrue;

    Judgement(Path truth, Ids ids) {
        this.ids = ids;
        new Table(truth.resolve("truth_pairs.csv"), List.of("client_id", "customer_id"))
                .rows(r -> pairs.put(r.get("client_id"), r.get("customer_id")))
                .forEach(x -> {});
        new Table(truth.resolve("truth_records.csv"), List.of("side", "id", "entity_id", "category"))
                .rows(r -> {
                    String key = r.get("side") + " " + r.get("id");
                    categories.put(key, r.get("category"));
                    return entities.put(key, r.get("entity_id"));
                })
                .forEach(x -> {});
    }

    void print(MatchPlan plan, double seconds, PrintStream out) {
        plan.clients().forEach(this::client);
        plan.customers().forEach(this::customer);
        line(out, "precision of automatic matches", 1 - share(wrong, matched), wrong + " wrong of " + matched);
        line(out, "recall", share(found, pairs.size()), found + " of " + pairs.size());
        line(out, "right list, all records", share(right, records), right + " of " + records);
        line(out, "duplicates, precision", share(doubledRight, doubled), doubledRight + " of " + doubled);
        line(out, "duplicates, recall", share(doubledRight, doubledTrue), doubledRight + " of " + doubledTrue);
        line(out, "partner in the first five, of the rest", share(suggested, asked), suggested + " of " + asked);
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        out.printf(
                Locale.ROOT, "%.1f s to read and match, %.1f CPU s since the start%n", seconds, cpu.toMillis() / 1e3);
    }

    private static void line(PrintStream out, String what, double value, String counts) {
        out.printf(Locale.ROOT, "%-40s %.5f  (%s)%n", what, value, counts);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    private void client(ClientMatch c) {
        String id = c.client().value();
        String truth = categories.getOrDefault("CLIENT " + id, "");
        String partner = pairs.get(id);
        RemoteId customer = c.customer();
        boolean hit = customer != null && ids.text(customer).equals(partner);
        if (customer != null) {
            matched++;
            String entity = entities.getOrDefault("CLIENT " + id, "?");
            wrong += entity.equals(entities.get("CUSTOMER " + ids.text(customer))) ? 0 : 1;
            found += hit ? 1 : 0;
        }
        if (partner != null && !hit) {
            asked++;
            suggested += c.candidates().stream()
                            .limit(5)
                            .anyMatch(x -> ids.text(x.customer()).equals(partner))
                    ? 1
                    : 0;
        }
        count(c.bucket(), truth, c.bucket() != Bucket.MATCH || hit);
    }

    private void customer(CustomerMatch q) {
        if (q.bucket() == Bucket.SKIPPED) {
            return;
        }
        String id = ids.text(q.customer());
        LocalId client = q.client();
        count(
                q.bucket(),
                categories.getOrDefault("CUSTOMER " + id, ""),
                client == null || id.equals(pairs.get(client.value())));
    }

    private void count(Bucket bucket, String truth, boolean rightPartner) {
        records++;
        right += bucket.name().equals(truth) && rightPartner ? 1 : 0;
        doubled += bucket == Bucket.DUPLICATE ? 1 : 0;
        doubledTrue += truth.equals("DUPLICATE") ? 1 : 0;
        doubledRight += bucket == Bucket.DUPLICATE && truth.equals("DUPLICATE") ? 1 : 0;
    }
}
