package dev.tieout.examples.quickstart;

import dev.tieout.model.Client;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.FakeCompany;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The main job on one command; see {@link Options#HELP}. */
public final class Quickstart {
    private static final String REALM = FakeQuickBooks.DEFAULT_REALM;
    private static final String INVENTED_CLIENTS = "clients.csv";

    private Quickstart() {}

    /**
     * Runs it and exits: 0 when both sides agree, 1 when they do not, 2 when the input cannot be used.
     *
     * @param args see {@link Options#HELP}
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.HELP);
                return 0;
            }
            List<Client> clients = options.clients() == null ? inventedClients() : ClientCsv.read(options.clients());
            try (FakeQuickBooks fake = start(options)) {
                return new Demo(fake, fake.company(REALM), clients, out).run() ? 0 : 1;
            }
        } catch (BadInput e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static FakeQuickBooks start(Options options) {
        FakeCompany.Builder company = FakeCompany.builder().realmId(REALM);
        try {
            return FakeQuickBooks.builder()
                    .clock(TestClock.at("2026-11-02T17:00:00Z"))
                    .company(options.company() == null ? company : company.from(options.company()))
                    .start();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new BadInput("--company " + options.company() + ": " + e.getMessage(), e);
        }
    }

    private static List<Client> inventedClients() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Quickstart.class.getResourceAsStream(INVENTED_CLIENTS)),
                StandardCharsets.UTF_8)) {
            return ClientCsv.read(INVENTED_CLIENTS, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what came instead of an expected value. */
    static <T> T expect(@Nullable T value, String what) {
        if (value == null) {
            throw new BadInput("this company has no " + what + ", which the demonstration needs");
        }
        return value;
    }
}
