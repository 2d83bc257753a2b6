// Over 300 lines: the parts of a seed and the accidents that befall them are one story.
package dev.tieout.qbo.simulation;

import dev.tieout.TieoutException;
import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/**
 * One seed: a firm, its app on two or three nodes, its company in QuickBooks with or without a bookkeeper at work, and
 * everything between them that can fail. The library runs with the defaults a host gets.
 */
final class World implements AutoCloseable {
    private static final int STEPS = 50;

    final FakeQuickBooks fake;
    final FakeCompany books;
    final Trail trail;
    final Witness witness;
    final Host host;
    final Network network;
    final List<String> classes = new ArrayList<>();
    final List<String> locations = new ArrayList<>();
    final String incomeAccount;
    boolean closed;

    private final Random random;
    private final FlakyStore stores;
    private final SyncStore rows = new InMemorySyncStore();
    private final TokenStore tokens = new InMemoryTokenStore();
    private final OkHttpClient shared = new OkHttpClient.Builder()
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .build();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Engine> engines = new ArrayList<>();
    private final App app;
    private final Bookkeeper bookkeeper;
    private final double noise;
    private boolean adminAway;
    private int lives;

    World(long seed, boolean withBookkeeper) {
        random = new Random(seed * 7919 + 17);
        fake = FakeQuickBooks.builder()
                .seed(seed)
                .historyLimit(Integer.getInteger("hist", 1))
                .company(FakeCompany.builder()
                        .realmId(FakeQuickBooks.DEFAULT_REALM)
                        .empty())
                .start();
        books = fake.company();
        trail = new Trail(fake.clock());
        furnish();
        incomeAccount = books.all("Account").stream()
                .filter(each -> "Income".equals(each.get("AccountType")))
                .map(each -> Canon.text(each, "Id"))
                .findFirst()
                .orElseThrow();
        witness = new Witness(books, trail);
        host = new Host(new Random(random.nextLong()), trail, witness);
        network = new Network(fake, new Random(random.nextLong()), trail);
        stores = new FlakyStore(new Random(random.nextLong()), trail, this::halfDone);
        app = new App(this, new Random(random.nextLong()));
        bookkeeper = withBookkeeper ? new Bookkeeper(this, new Random(random.nextLong())) : null;
        noise = List.of(0.0, 0.05, 0.12, 0.25).get(random.nextInt(4));
        start(2 + random.nextInt(2));
        subscribe();
    }

    private void furnish() {
        for (String name : List.of("One", "Two")) {
            classes.add(books.inQuickBooks().create("Class", Map.of("Name", "Class " + name)));
            locations.add(books.inQuickBooks().create("Department", Map.of("Name", "Place " + name)));
        }
        books.inQuickBooks().preference("AccountingInfoPrefs.ClassTrackingPerTxn", true);
        books.inQuickBooks().preference("AccountingInfoPrefs.ClassTrackingPerTxnLine", true);
        books.inQuickBooks().preference("AccountingInfoPrefs.TrackDepartments", true);
        books.inQuickBooks().preference("SalesFormsPrefs.CustomTxnNumbers", random.nextBoolean());
    }

    private void start(int count) {
        for (int n = 0; n < count; n++) {
            nodes.add(null);
            engines.add(null);
            live(n);
        }
        engines.get(0).connect();
        int dice = random.nextInt(10);
        if (dice < 3) {
            engines.get(0).policies(Policy.APP, Policy.values()[dice]);
        } else if (dice < 5) {
            Policy all = dice == 3 ? Policy.QUICKBOOKS : Policy.ASK;
            engines.get(0).policies(all, all);
        }
        List<Policy> policies = engines.get(0).policies();
        witness.policies(policies.get(0), policies.get(1));
        trail.add("world", "policies " + policies + ", noise " + noise);
    }

    /** A process starts: it has the host's stores and tables, and nothing else of the one before. */
    private void live(int n) {
        Node node = new Node(
                "node-" + n + (random.nextInt(3) == 0 ? "" : "." + lives++),
                Duration.ofSeconds(random.nextInt(360) - 180));
        nodes.set(n, node);
        engines.set(
                n,
                new Engine(
                        node,
                        fake,
                        stores.seenBy(node, SyncStore.class, rows),
                        stores.seenBy(node, TokenStore.class, tokens),
                        network.seenBy(node, shared),
                        host));
    }

    private void subscribe() {
        fake.webhooks().format(random.nextBoolean() ? WebhookFormat.LEGACY : WebhookFormat.CLOUD_EVENTS);
        fake.webhooks().subscribe((headers, body) -> {
            int[] status = {500};
            onSomeNode(engine -> status[0] = engine.webhook(headers, body));
            return status[0];
        });
    }

    /** Runs a piece of the host's work on a node; returns whether it came to its end. */
    boolean onSomeNode(Consumer<Engine> work) {
        return on(random.nextInt(nodes.size()), work);
    }

    private boolean on(int n, Consumer<Engine> work) {
        network.answered.clear();
        try {
            work.accept(engines.get(n));
            return true;
        } catch (Node.Death death) {
            trail.add("host", death.getMessage());
            live(n);
            return false;
        } catch (FlakyStore.StoreDown | Host.HostDown failed) {
            trail.add("host", "gets " + failed.getMessage());
            return false;
        } catch (RuntimeException thrown) {
            trail.add("host", "gets " + thrown);
            if (!(thrown instanceof TieoutException)) {
                witness.findings.add(new Finding("THROWN", thrown.getClass().getSimpleName(), where(thrown)));
            }
            return false;
        }
    }

    /** A node died or its store failed at a save: what was to follow may have been sent, for all the next one knows. */
    private void halfDone(Class<?> store) {
        if (store == TokenStore.class) {
            network.tokensLost = true;
        } else {
            network.unanswered.addAll(network.answered);
            host.all().stream()
                    .filter(wish -> witness.place(wish.id) == null || wish.ended)
                    .forEach(wish -> network.unanswered.add(wish.mark()));
        }
    }

    private static String where(RuntimeException thrown) {
        return thrown.getMessage() + " at "
                + Stream.of(thrown.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("dev.tieout"))
                        .limit(3)
                        .toList();
    }

    /** The day's work, with all its accidents. */
    void work() {
        app.open();
        network.trouble(noise);
        stores.failOneIn(noise == 0 ? 0 : 150);
        host.failOneIn(noise == 0 ? 0 : 12);
        for (int step = 0; step < STEPS; step++) {
            step();
        }
    }

    private void step() {
        accidents();
        if (random.nextInt(3) == 0) {
            app.catchUp();
        }
        int dice = random.nextInt(10);
        if (dice < 5) {
            app.act();
        } else if (dice < 8 && bookkeeper != null) {
            bookkeeper.act();
        } else {
            onSomeNode(Engine::runDue);
        }
        pass();
        nodes.forEach(Node::liveOn);
    }

    private void accidents() {
        if (noise == 0) {
            return;
        }
        if (random.nextInt(8) == 0) {
            nodes.get(random.nextInt(nodes.size())).dieAfter(random.nextInt(40));
        }
        int dice = random.nextInt(120);
        if (dice < 2) {
            network.downFor(Duration.ofMinutes(5 + random.nextInt(600)));
        } else if (dice == 2) {
            network.downFor(Duration.ofHours(25 + random.nextInt(48)));
        } else if (dice < 6) {
            adminAway = !adminAway;
            trail.add("bookkeeper", adminAway ? "takes the administrator's rights" : "gives the rights back");
            if (adminAway) {
                fake.oauth().removeAdmin(books.realmId());
            } else {
                fake.oauth().restoreAdmin(books.realmId());
            }
        } else if (dice == 6) {
            fake.oauth().expireAccessTokens(books.realmId());
        }
    }

    private void pass() {
        int dice = random.nextInt(30);
        Duration time = dice == 0
                ? Duration.ofHours(20 + random.nextInt(20))
                : dice < 5 ? Duration.ofMinutes(10 + random.nextInt(200)) : Duration.ofSeconds(random.nextInt(200));
        fake.clock().advance(time);
        if (random.nextInt(3) == 0) {
            fake.webhooks().deliver();
        } else if (random.nextInt(12) == 0) {
            trail.add("network", "loses the waiting webhooks");
            fake.webhooks().reset();
            subscribe();
        }
    }

    /** All faults end, and the app says what it could not say. */
    void calm() {
        trail.add("world", "comes to rest");
        network.trouble(0);
        stores.failOneIn(0);
        host.failOneIn(0);
        nodes.forEach(Node::liveOn);
        fake.oauth().restoreAdmin(books.realmId());
        for (int n = 0; n < 5 && !app.allSaid(); n++) {
            app.catchUp();
        }
        rest(Duration.ofDays(1));
        boolean[] usable = {false};
        boolean[] removed = {false};
        on(0, engine -> {
            usable[0] = engine.usable();
            removed[0] = engine.adminRemoved();
        });
        if (!usable[0]) {
            // An administrator who was removed is asked for by name: a person connects again.
            if (!network.tokensLost && !removed[0]) {
                witness.findings.add(new Finding(
                        "NOT_RECONNECTED", "connection", "a day after all is well again the connection still is not"));
            }
            on(0, Engine::connect);
        }
        app.catchUp();
        witness.findings.addAll(app.left());
        rest(Duration.ofDays(3));
    }

    /** Nobody does anything; the nodes do what is due. */
    void rest(Duration time) {
        for (Duration done = Duration.ZERO; done.compareTo(time) < 0; done = done.plusHours(6)) {
            fake.clock().advance(Duration.ofHours(6));
            fake.webhooks().deliver();
            for (int n = 0; n < nodes.size(); n++) {
                int[] did = {1};
                for (int run = 0; run < 30 && did[0] > 0; run++) {
                    did[0] = 0;
                    on(n, engine -> did[0] = engine.runDue());
                }
            }
        }
    }

    /** A person sees to what does not go by itself. */
    void help() {
        trail.add("app", "sees to everything that does not go");
        on(0, Engine::retryAll);
        for (Wish wish : host.all()) {
            if (wish.handed && !witness.ended(wish.kind, String.valueOf(witness.place(wish.id)))) {
                on(0, engine -> {
                    if (engine.said(wish.kind, wish.id).is("NEEDS_ATTENTION", "WAITING", "CONFLICT")) {
                        engine.retry(wish.kind, wish.id);
                    }
                });
            }
        }
        rest(Duration.ofDays(1));
    }

    Engine engine() {
        return engines.get(0);
    }

    @Override
    public void close() {
        fake.close();
    }
}
