package dev.tieout.examples.matching;

import dev.tieout.LocalId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.ClientMatch;
import dev.tieout.matching.ClientMatcher;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.MatchPlan;
import dev.tieout.matching.MatchPolicy;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Matches two exports and writes, or explains, what came of it. */
public final class Main {
    private final Arguments args;
    private final PrintStream out;

    private Main(Arguments args, PrintStream out) {
        this.args = args;
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    /** Returns the exit code: 0 done, 2 for arguments or files that cannot be used. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            if (args.length == 1 && args[0].equals("--help")) {
                out.println(Arguments.USAGE);
                return 0;
            }
            new Main(Arguments.parse(args), out).run();
            return 0;
        } catch (BadInput e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void run() {
        if (args.items()) {
            new Items(args, out).run();
            return;
        }
        Ids ids = new Ids();
        Records records = new Records(ids);
        long began = System.nanoTime();
        MatchPlan plan = match(records);
        double seconds = (System.nanoTime() - began) / 1e9;
        Path truth = args.truth();
        if (truth != null) {
            new Judgement(truth, ids).print(plan, seconds, out);
        }
        Path file = args.out();
        if (file != null) {
            new Predictions(plan, ids).write(file);
            out.println("clients " + plan.clientCounts() + ", customers " + plan.customerCounts());
        }
        Path namesFile = args.names();
        NameCheck names = namesFile == null ? null : new NameCheck(namesFile, records.customers(args.customers()));
        if (names != null) {
            long taken = 0;
            for (var client : records.clients(args.clients())) {
                ClientMatch match = plan.client(client.id()).orElseThrow();
                taken += match.bucket() == Bucket.UNMATCHED && names.taken(client) ? 1 : 0;
            }
            out.println("unmatched clients whose display name is taken in QuickBooks: " + taken);
        }
        String client = args.explain();
        if (client != null) {
            new Telling(plan, ids, out).tell(known(plan, client), names, records.clients(args.clients()));
        }
    }

    private MatchPlan match(Records records) {
        MatchPolicy policy = MatchPolicy.balanced().toBuilder()
                .profile(args.profile())
                .keepRecords(args.explain() != null)
                .threads(Math.min(Runtime.getRuntime().availableProcessors(), 8))
                .build();
        try {
            return ClientMatcher.of(policy)
                    .match(records.clients(args.clients()), records.customers(args.customers()), MatchDecisions.none());
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static LocalId known(MatchPlan plan, String client) {
        LocalId id = LocalId.of(client);
        if (plan.client(id).isEmpty()) {
            throw new BadInput("no client has the id " + client);
        }
        return id;
    }
}
