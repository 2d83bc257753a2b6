package dev.tieout.examples.matching;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.Candidate;
import dev.tieout.matching.ClientMatch;
import dev.tieout.matching.CustomerMatch;
import dev.tieout.matching.MatchPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a plan as CSV: each client and each customer in a row of its list, suggestions in rows of their own. */
final class Predictions {
    private final MatchPlan plan;
    private final Ids ids;

    Predictions(MatchPlan plan, Ids ids) {
        this.plan = plan;
        this.ids = ids;
    }

    void write(Path file) {
        try (CsvWriter out = CsvWriter.builder().build(file)) {
            out.writeRecord("client_id", "customer_id", "category", "score");
            for (ClientMatch c : plan.clients()) {
                client(out, c);
            }
            for (CustomerMatch q : plan.customers()) {
                if (q.bucket() == Bucket.NEW
                        || (q.bucket() == Bucket.DUPLICATE && q.candidates().isEmpty())) {
                    out.writeRecord("", ids.text(q.customer()), q.bucket().name(), "");
                }
            }
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be written");
        } catch (UncheckedIOException e) {
            throw new BadInput(file + ": cannot be written to the end");
        }
    }

    private void client(CsvWriter out, ClientMatch c) {
        String id = c.client().value();
        RemoteId customer = c.customer();
        if (customer != null) {
            out.writeRecord(id, ids.text(customer), "MATCH", score(c.score()));
        } else if (c.bucket() == Bucket.DUPLICATE && !c.candidates().isEmpty()) {
            for (Candidate q : c.candidates()) {
                out.writeRecord(id, ids.text(q.customer()), "DUPLICATE", score(q.score()));
            }
        } else {
            out.writeRecord(id, "", c.bucket().name(), "");
            for (Candidate q : c.candidates()) {
                out.writeRecord(id, ids.text(q.customer()), "REVIEW", score(q.score()));
            }
        }
    }

    static String score(double logOdds) {
        return String.format(Locale.ROOT, "%.3f", logOdds);
    }
}
