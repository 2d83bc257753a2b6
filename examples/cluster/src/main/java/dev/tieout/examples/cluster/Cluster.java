package dev.tieout.examples.cluster;

import dev.tieout.TenantId;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Several nodes on one database, killed at random, and at the end both sides' books, looked at with and without the library. */
final class Cluster {
    private static final int BETWEEN_KILLS = 1_500;
    private static final int STOPS = 5;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(6);
    private static final Duration LONGER_THAN_A_POLL = Duration.ofMinutes(12);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long FIRST_REALM = 9_341_452_000_000_000L;

    private final Options options;
    private final PrintStream out;
    private final SplittableRandom random;
    private final long from = System.currentTimeMillis();
    private final FastClock clock;
    private final List<TenantId> tenants = new ArrayList<>();

    private Cluster(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.random = new SplittableRandom(options.seed());
        this.clock = new FastClock(from, options.speed());
        for (int n = 0; n < options.tenants(); n++) {
            tenants.add(TenantId.of("firm-" + n));
        }
    }

    /**
     * Runs the cluster; ends with 1 if the two sides differ, and with 2 if it was called wrongly.
     *
     * @param args the options, see {@code run.sh}
     */
    public static void main(String... args) throws Exception {
        boolean agrees;
        try {
            agrees = new Cluster(Options.read(args), System.out).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(agrees ? 0 : 1);
    }

    private boolean run() throws Exception {
        String given = options.jdbc();
        if (given != null) {
            return on(given);
        }
        try (Postgres postgres = Postgres.start()) {
            return on(postgres.jdbc);
        }
    }

    private boolean on(String jdbc) throws Exception {
        FakeQuickBooks.Builder builder = FakeQuickBooks.builder().clock(clock).plainServer();
        tenants.forEach(tenant -> builder.company(FakeCompany.builder().realmId(realm(tenant))));
        try (FakeQuickBooks fake = builder.start();
                Host web = new Host(jdbc, fake.baseUrl(), "web", clock);
                Processes nodes = new Processes(options, jdbc, fake.baseUrl(), from, random.split())) {
            web.createTables();
            connect(web, fake);
            nodes.start();
            Load load = new Load(web, random.split(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            long begun = System.nanoTime();
            work(load, fake, nodes);
            nodes.awaitStopped();
            boolean isQuiet = settle(web);
            out.printf(
                    "%d nodes, %d firms, %d records, %d kills, %d stops: %s after %d s%n",
                    options.nodes(),
                    options.tenants(),
                    3L * options.tenants() * options.records(),
                    options.kills(),
                    options.kills() / STOPS,
                    isQuiet ? "all at rest" : "NOT at rest",
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
            return compare(web, load, fake) && isQuiet;
        }
    }

    private String realm(TenantId tenant) {
        return String.valueOf(FIRST_REALM + tenants.indexOf(tenant));
    }

    private void connect(Host web, FakeQuickBooks fake) {
        for (TenantId tenant : tenants) {
            AuthorizationRequest request = web.quickBooks.connections().authorize(tenant);
            URI callback = fake.approve(request.url(), realm(tenant));
            web.quickBooks.connections().complete(tenant, request.state(), callback.getRawQuery());
            Company company = web.quickBooks.company(tenant);
            company.settings(company.settings()
                    .withClients(KindSettings.lists().withCreateInApp(false))
                    .withDefaultItem(company.catalog().items().get(0).id()));
        }
    }

    /** Users and the bookkeeper work, and nodes die, until all is handed over and all are killed that are to be. */
    private void work(Load load, FakeQuickBooks fake, Processes nodes) throws Exception {
        int[] billed = new int[options.tenants()];
        int all = options.tenants() * options.records();
        int rounds = Math.max(options.kills(), 1);
        for (int round = 0, done = 0; round < rounds; round++) {
            for (int until = (int) ((long) all * (round + 1) / rounds); done < until; done++) {
                int firm = done % options.tenants();
                load.bill(tenants.get(firm), billed[firm]++);
            }
            TenantId tenant = tenants.get(random.nextInt(options.tenants()));
            int known = billed[tenants.indexOf(tenant)];
            if (known > 0) {
                load.phone(tenant, random.nextInt(known), fake.company(realm(tenant)));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(BETWEEN_KILLS));
            if (options.kills() > 0) {
                nodes.killOne();
                if (round % STOPS == STOPS - 1) {
                    nodes.stopOneFor(LONGER_THAN_A_LEASE.dividedBy(options.speed()));
                }
            }
        }
    }

    private boolean settle(Host web) throws InterruptedException {
        long expected = 3L * options.records();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            boolean isQuiet = tenants.stream()
                    .allMatch(
                            tenant -> web.quickBooks.company(tenant).overview().count(SyncState.SYNCED) == expected);
            if (isQuiet) {
                // What the bookkeeper did last is read with the next look.
                clock.sleep(LONGER_THAN_A_POLL);
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return false;
    }

    private boolean compare(Host web, Load load, FakeQuickBooks fake) {
        Books books = new Books();
        int agreeing = 0;
        for (TenantId tenant : tenants) {
            books.compare(tenant, load.made(tenant), fake.company(realm(tenant)));
            Map<String, String> phones = load.phones(tenant);
            web.clients
                    .all(tenant)
                    .filter(client -> phones.containsKey(client.displayName())
                            && !client.phones().contains(phones.get(client.displayName())))
                    .forEach(client -> books.findings()
                            .add(tenant + ": a telephone number of " + client.id() + " did not arrive"));
            if (web.quickBooks.company(tenant).tieOut().agrees()) {
                agreeing++;
            }
        }
        out.printf("tie-out: %d of %d firms agree%n", agreeing, tenants.size());
        out.printf(
                "without the library: %d records looked at, %d findings%n",
                books.records(), books.findings().size());
        books.findings().stream().limit(20).forEach(finding -> out.println("  " + finding));
        out.printf("asked of QuickBooks this month: %s%n", web.quickBooks.usage());
        return agreeing == tenants.size() && books.findings().isEmpty();
    }
}
