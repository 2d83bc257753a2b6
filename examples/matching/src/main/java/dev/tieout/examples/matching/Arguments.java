package dev.tieout.examples.matching;

import dev.tieout.matching.MatchPolicy.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Arguments(
        Path clients,
        Path customers,
        @Nullable Path names,
        Profile profile,
        @Nullable Path out,
        @Nullable String explain,
        @Nullable Path truth,
        boolean items) {
    static final String USAGE = """
            usage: sh examples/matching/run.sh CLIENTS.csv CUSTOMERS.csv [--names NAMES.csv]
                   [--profile strict|balanced|review-all] [--out PRED.csv] [--explain CLIENT_ID] [--truth DIR] [--items]
              CLIENTS.csv    client_id, display_name and as many as there are of client_type, first_name, middle_name,
                             last_name, suffix, company_name, email, email2, phone, address, city, state, zip
              CUSTOMERS.csv  customer_id, display_name and as many as there are of given_name, middle_name,
                             family_name, suffix, company_name, primary_email, primary_phone, mobile, bill_line1,
                             bill_city, bill_state, bill_zip, active, job, parent_id
              --names        vendors and employees, whose names count too: kind, id, display_name, active
              --out          client_id,customer_id,category,score: MATCH, DUPLICATE, UNMATCHED, NEW; REVIEW rows are
                             suggestions for unmatched clients, best first; score is the logarithm of the odds
              --explain      tells one decision in words
              --truth        a folder with truth_pairs.csv (client_id, customer_id) and truth_records.csv (side, id,
                             entity_id, category) of labelled lists: prints how right the result is, and the time
              --items        both files are service items: item_id (or id), name and as many as there are of code
                             (or sku), rate (or unit_price), tax_rate, taxable, type, active, fully_qualified_name
                             (or category)""";

    static Arguments parse(String[] args) {
        List<Path> files = new ArrayList<>();
        Path names = null;
        Profile profile = Profile.BALANCED;
        Path out = null;
        String explain = null;
        Path truth = null;
        boolean items = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--names" -> names = Path.of(value(args, ++i));
                case "--profile" -> profile = profile(value(args, ++i));
                case "--out" -> out = Path.of(value(args, ++i));
                case "--explain" -> explain = value(args, ++i);
                case "--truth" -> truth = Path.of(value(args, ++i));
                case "--items" -> items = true;
                default -> files.add(file(args[i]));
            }
        }
        if (files.size() != 2) {
            throw new BadInput("two files are needed, " + files.size() + " given\n" + USAGE);
        }
        if (out == null && explain == null && truth == null) {
            throw new BadInput("say where the result goes: --out PRED.csv, or --explain CLIENT_ID\n" + USAGE);
        }
        return new Arguments(files.get(0), files.get(1), names, profile, out, explain, truth, items);
    }

    private static Path file(String argument) {
        if (argument.startsWith("--")) {
            throw new BadInput("unknown option " + argument + "\n" + USAGE);
        }
        return Path.of(argument);
    }

    private static String value(String[] args, int i) {
        if (i >= args.length) {
            throw new BadInput(args[i - 1] + " needs a value\n" + USAGE);
        }
        return args[i];
    }

    private static Profile profile(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "strict" -> Profile.STRICT;
            case "balanced" -> Profile.BALANCED;
            case "review-all" -> Profile.REVIEW_ALL;
            default -> throw new BadInput("unknown profile " + name + ": strict, balanced or review-all");
        };
    }
}
