package dev.tieout.testkit.standalone.internal;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.throttle.Throttling;
import dev.tieout.testkit.webhook.WebhookFormat;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code java -jar fake-quickbooks.jar}: runs until it is killed. */
public final class Main {
    private Main() {}

    /**
     * Starts the program.
     *
     * @param args see {@code --help}
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public static void main(String... args) throws InterruptedException {
        int problem = run(System.out, System.err, new CountDownLatch(1), args);
        if (problem != 0) {
            System.exit(problem);
        }
    }

    /** Runs until {@code stop} opens; the exit code. */
    static int run(PrintStream out, PrintStream err, CountDownLatch stop, String... args) throws InterruptedException {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        if (options.help) {
            out.print(Options.HELP);
            return 0;
        }
        try (FakeQuickBooks fake = start(options)) {
            print(fake, options, out);
            stop.await();
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static FakeQuickBooks start(Options options) {
        FakeQuickBooks.Builder builder = FakeQuickBooks.builder()
                .plainServer()
                .port(options.port)
                .listenOn(address(options.listen))
                .clock(options.clock == null ? TestClock.running() : TestClock.at(options.clock))
                .seed(options.seed)
                .autoApprove(options.autoApprove)
                .throttling(options.throttle ? Throttling.intuit() : Throttling.off())
                .webhookFormat(format(options.webhookFormat))
                .deliverWebhooks(true)
                .company(company(options));
        if (options.clientId != null && options.clientSecret != null) {
            builder.app(options.clientId, options.clientSecret);
        } else {
            builder.anyClient();
        }
        if (options.redirectUri != null) {
            builder.redirectUri(options.redirectUri);
        }
        if (options.webhookToken != null) {
            builder.webhookVerifierToken(options.webhookToken);
        }
        if (options.accessToken != null || options.refreshToken != null) {
            builder.tokens(options.realm, options.accessToken, options.refreshToken);
        }
        FakeQuickBooks fake = builder.start();
        try {
            options.webhookUrls.forEach(url -> fake.webhooks().subscribe(URI.create(url)));
            return fake;
        } catch (IllegalArgumentException e) {
            fake.close();
            throw e;
        }
    }

    private static FakeCompany.Builder company(Options options) {
        FakeCompany.Builder company = FakeCompany.builder().realmId(options.realm);
        if (options.empty) {
            return company.empty();
        }
        if (options.company == null) {
            return company;
        }
        if (!Files.isDirectory(options.company)) {
            throw new IllegalArgumentException("--company must name a folder with one query answer per entity, such as"
                    + " Customer.json; " + options.company + " is none");
        }
        return company.from(options.company);
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--listen must name an address of this machine, such as 127.0.0.1", e);
        }
    }

    private static WebhookFormat format(String name) {
        try {
            return WebhookFormat.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--webhook-format must be cloud_events or legacy", e);
        }
    }

    private static void print(FakeQuickBooks fake, Options options, PrintStream out) {
        line(out, "Fake QuickBooks", fake.baseUrl());
        line(out, "  API", fake.baseUrl() + "v3/company/" + options.realm + "/");
        line(out, "  authorize", fake.authorizeUrl());
        line(out, "  token", fake.tokenUrl());
        line(out, "  revoke", fake.revokeUrl());
        line(out, "  userinfo", fake.userInfoUrl());
        line(out, "  keys", fake.jwksUrl());
        line(out, "  discovery", fake.discoveryUrl());
        line(out, "  admin", fake.baseUrl() + "_fake/");
        line(out, "  look inside", fake.baseUrl());
        line(out, "  apps", options.clientId == null ? "any client id and secret" : options.clientId);
        fake.company(options.realm).complaints().forEach(complaint -> line(out, "  note", complaint));
        out.flush();
    }

    private static void line(PrintStream out, String name, @Nullable Object value) {
        out.printf(Locale.ROOT, "%-16s %s%n", name, value);
    }
}
