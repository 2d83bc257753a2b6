package dev.tieout.examples.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.Candidate;
import dev.tieout.matching.Contradiction;
import dev.tieout.matching.Evidence;
import dev.tieout.matching.Explanation;
import dev.tieout.matching.MatchPlan;
import dev.tieout.model.Client;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells one decision in words. */
final class Telling {
    private final MatchPlan plan;
    private final Ids ids;
    private final PrintStream out;

    Telling(MatchPlan plan, Ids ids, PrintStream out) {
        this.plan = plan;
        this.ids = ids;
        this.out = out;
    }

    void tell(LocalId id, @Nullable NameCheck names, Iterable<Client> clients) {
        Explanation e = plan.explain(id);
        RemoteId customer = e.customer();
        out.println("client " + id + (customer == null ? "" : ", customer " + ids.text(customer)));
        out.println(e.text(Locale.ENGLISH));
        for (Evidence v : e.evidence()) {
            out.printf(
                    Locale.ROOT,
                    "  %+7.2f  %-12s %-10s %s | %s%n",
                    v.weight(),
                    v.field(),
                    v.level(),
                    v.clientValue(),
                    v.customerValue());
        }
        out.printf(Locale.ROOT, "  %+7.2f  sum, confidence %.4f%n", e.score(), e.confidence());
        for (Contradiction c : e.contradictions()) {
            out.println("  against it: " + c.text(Locale.ENGLISH) + ". Lifted by: " + c.liftedBy(Locale.ENGLISH));
        }
        Candidate next = e.runnerUp();
        if (next != null) {
            out.printf(
                    Locale.ROOT,
                    "  runner-up: customer %s, score %.2f, margin %.2f%n",
                    ids.text(next.customer()),
                    next.score(),
                    e.margin());
        }
        if (names != null && e.bucket() == Bucket.UNMATCHED) {
            name(id, names, clients);
        }
    }

    private void name(LocalId id, NameCheck names, Iterable<Client> clients) {
        for (Client client : clients) {
            if (client.id().equals(id)) {
                String state = names.taken(client) ? "taken" : "free";
                out.println("  its display name is " + state + "; proposed: " + names.proposals(client));
                return;
            }
        }
    }
}
