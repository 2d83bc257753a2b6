package dev.tieout.examples.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param company a folder of query answers, or {@code null} for the invented company
 * @param clients a CSV file of clients, or {@code null} for the invented clients
 * @param help whether only the help is wanted
 */
record Options(@Nullable Path company, @Nullable Path clients, boolean help) {
    static final String HELP = """
            Runs the whole job against a fake QuickBooks on this machine: connect, preview, apply,
            sync invoices and payments, take a change back, show one name collision and one failed
            invoice, and tie both sets of books out.

            usage: run.sh [--company DIR] [--clients FILE.csv]

              --company DIR       a QuickBooks company: one ENTITY.json per entity (Customer.json,
                                  Item.json, Account.json ...), each the answer of a query
              --clients FILE.csv  the firm's clients, UTF-8, with the header
                                  id,kind,name,first_name,last_name,company,email,phone
              --help              this text

            exit code: 0 when both sides agree, 1 when they do not, 2 when the input cannot be used
            """;

    static Options parse(String... args) {
        @Nullable Path company = null;
        @Nullable Path clients = null;
        boolean help = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--company" -> company = path(args, ++i, "a folder");
                case "--clients" -> clients = path(args, ++i, "a file");
                case "--help", "-h" -> help = true;
                default -> throw new BadInput("unknown option " + args[i] + "; try --help");
            }
        }
        if (company != null && !Files.isDirectory(company)) {
            throw new BadInput("--company " + company + ": no such folder; expected one with Customer.json in it");
        }
        if (company != null && !Files.isRegularFile(company.resolve("Customer.json"))) {
            throw new BadInput(
                    "--company " + company + ": no Customer.json in it; expected one ENTITY.json per entity");
        }
        if (clients != null && !Files.isRegularFile(clients)) {
            throw new BadInput("--clients " + clients + ": no such file");
        }
        return new Options(company, clients, help);
    }

    private static Path path(String[] args, int i, String what) {
        if (i >= args.length) {
            throw new BadInput(args[i - 1] + " needs " + what + "; try --help");
        }
        return Path.of(args[i]);
    }
}
