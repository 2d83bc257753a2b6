// Long by its builder: every option of the library is documented in this one place.
package dev.tieout.qbo;

import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.Usage;
import dev.tieout.qbo.call.WorkspaceUsage;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.ConnectionListener;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.connect.Scope;
import dev.tieout.qbo.sync.DecisionListener;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.sync.SyncListener;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: one app at Intuit, with all its firms. Make one for the whole process, and close it when
 * the process ends or goes on without it. Thread-safe.
 *
 * <p>Nothing here starts a thread: background work happens in {@link #runDue}, called by the host's scheduler, or in a
 * {@link SyncWorker} if the host wants one.
 */
public final class QuickBooks implements AutoCloseable {
    private final Wiring wiring;
    private final WebhookInbox webhooks;
    private final String environment;

    /** Guards itself and what follows. */
    private final Set<SyncWorker> workers = new HashSet<>();

    private boolean closing;

    private QuickBooks(Options options) {
        this.wiring = new Wiring(options);
        this.webhooks = new WebhookInbox(options, wiring);
        this.environment = options.environment().toString();
    }

    /**
     * Starts to put one together.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Connecting, reauthorizing and disconnecting firms.
     *
     * @return the connections of all firms
     */
    public Connections connections() {
        return wiring.connections();
    }

    /**
     * A handle on a firm's company; no call goes out.
     *
     * @param tenant the firm
     * @return its company
     */
    public Company company(TenantId tenant) {
        Given.value("tenant", tenant);
        wiring.requireOpen();
        return new Company(tenant, wiring);
    }

    /**
     * Where Intuit's notifications go.
     *
     * @return the inbox of all companies
     */
    public WebhookInbox webhooks() {
        wiring.requireOpen();
        return webhooks;
    }

    /**
     * Does a bounded piece of the background work that is due: sends what was staged, resolves what was left open, reads
     * changes. Any number of nodes may call it; a firm is worked on by one at a time.
     *
     * @return how many records and feeds it worked on; 0 means that nothing was due
     */
    public int runDue() {
        return wiring.engine().runDue();
    }

    /**
     * Sums up what all firms asked of QuickBooks this month, and how that stands to the budget of reads. No call goes out;
     * the rows of all firms are looked through.
     *
     * @return the sums, counted by all nodes up to a minute ago, and by this one up to now
     */
    public WorkspaceUsage usage() {
        return wiring.meter().now();
    }

    /**
     * Sums up what all firms asked of QuickBooks in a month. No call goes out.
     *
     * @param month the month, in UTC
     * @return the sums; zeros for a month before the first
     */
    public Usage usage(YearMonth month) {
        return wiring.meter().ofAll(Given.value("month", month));
    }

    /**
     * Starts a daemon thread that does what is due, and looks for it every second.
     *
     * @return the worker; close it to stop it earlier than this object
     */
    public SyncWorker startWorker() {
        return start(SyncWorker.alone());
    }

    /**
     * Starts threads that do what is due, for as many firms at a time; each firm is worked on by one of them. One more
     * thread looks for due work, every second while there is none.
     *
     * @param threads how many firms are worked on at a time, 1 to 1,000
     * @return the worker; close it to stop it earlier than this object
     * @throws IllegalArgumentException if {@code threads} is out of range
     */
    public SyncWorker startWorker(int threads) {
        return start(SyncWorker.of(threads, SyncWorker.daemons("tieout-sync-firm")));
    }

    /**
     * Starts threads of the host's making, such as virtual ones, that do what is due, for as many firms at a time.
     *
     * @param threads how many firms are worked on at a time, 1 to 1,000
     * @param factory makes the threads; they are kept until the worker is closed
     * @return the worker; close it to stop it earlier than this object
     * @throws IllegalArgumentException if {@code threads} is out of range
     */
    public SyncWorker startWorker(int threads, ThreadFactory factory) {
        return start(SyncWorker.of(threads, Given.value("factory", factory)));
    }

    private SyncWorker start(SyncWorker.Crew crew) {
        synchronized (workers) {
            if (closing) {
                throw Wiring.closed();
            }
            SyncWorker worker = SyncWorker.start(wiring.engine().background(), crew, this::ended);
            workers.add(worker);
            return worker;
        }
    }

    private void ended(SyncWorker worker) {
        synchronized (workers) {
            workers.remove(worker);
        }
    }

    /**
     * Stops the workers after the piece of work that each is at, waiting for each for up to a minute; closes the
     * connections to QuickBooks and forgets the tokens that are in memory. Whatever is called later, on this object or on
     * one that came from it, is refused with an {@link IllegalStateException}. Another thread's call that is under way ends
     * as if the network were gone, and nothing is lost: what was to be sent is in the store. May be called twice.
     *
     * <p>The stores, and a host's own HTTP client, are left to the host.
     */
    @Override
    public void close() {
        List<SyncWorker> running;
        synchronized (workers) {
            closing = true;
            running = List.copyOf(workers);
        }
        running.forEach(SyncWorker::close);
        wiring.close();
    }

    /** Names the environment. */
    @Override
    public String toString() {
        return "QuickBooks[environment=" + environment + "]";
    }

    /** Collects the options of a {@link QuickBooks}. Not thread-safe. */
    public static final class Builder {
        private @Nullable Environment environment;
        private @Nullable AppCredentials app;
        private @Nullable TokenStore tokenStore;
        private @Nullable SyncStore syncStore;
        private LocalRecords<Client> clients = InMemoryLocalRecords.clients();
        private LocalRecords<ServiceItem> serviceItems = InMemoryLocalRecords.serviceItems();
        private final List<String> webhookVerifierTokens = new ArrayList<>();
        private CallSettings callSettings = CallSettings.standard();
        private ConnectionListener connectionListener = (before, after) -> {};
        private SyncListener syncListener = (tenant, before, after) -> {};
        private @Nullable DecisionListener decisionListener;
        private List<Scope> scopes = List.of(Scope.ACCOUNTING);
        private Duration gracePeriod = Duration.ofDays(14);
        private @Nullable Duration pollEvery;
        private Locale locale = Locale.ENGLISH;
        private String nodeName = "node-" + UUID.randomUUID();
        private long readBudget = FREE_READS;

        /** What Intuit's partner programme gives an app a month without a fee (QuickBooks fact P11.3). */
        private static final long FREE_READS = 500_000;

        private Builder() {}

        /**
         * Sets where QuickBooks is. Required: sandbox and production must never be mixed up by a default.
         *
         * @param value the environment
         * @return this builder
         */
        public Builder environment(Environment value) {
            this.environment = value;
            return this;
        }

        /**
         * Sets the app's keys. Required.
         *
         * @param value the keys of the same environment
         * @return this builder
         */
        public Builder app(AppCredentials value) {
            this.app = value;
            return this;
        }

        /**
         * Sets where tokens are kept. Required.
         *
         * @param value the store
         * @return this builder
         */
        public Builder tokenStore(TokenStore value) {
            this.tokenStore = value;
            return this;
        }

        /**
         * Sets where links and what is still to be sent are kept. Required.
         *
         * @param value the store
         * @return this builder
         */
        public Builder syncStore(SyncStore value) {
            this.syncStore = value;
            return this;
        }

        /**
         * Sets the app's clients, for the setup and for what arrives from QuickBooks. Default: none, in memory.
         *
         * @param value the clients of all firms
         * @return this builder
         */
        public Builder clients(LocalRecords<Client> value) {
            this.clients = value;
            return this;
        }

        /**
         * Sets the app's service items, for what arrives from QuickBooks. Default: none, in memory.
         *
         * @param value the service items of all firms
         * @return this builder
         */
        public Builder serviceItems(LocalRecords<ServiceItem> value) {
            this.serviceItems = value;
            return this;
        }

        /**
         * Adds a verifier token of Intuit's webhooks. Call it twice while the token is being rotated.
         *
         * @param value the token of the app's webhooks page
         * @return this builder
         */
        public Builder webhookVerifierToken(String value) {
            webhookVerifierTokens.add(Given.value("webhookVerifierToken", value));
            return this;
        }

        /**
         * Sets clock, time-outs, pace, retries, HTTP client and listener of calls. Default: {@link
         * CallSettings#standard()}.
         *
         * @param value the settings
         * @return this builder
         */
        public Builder callSettings(CallSettings value) {
            this.callSettings = value;
            return this;
        }

        /**
         * Sets who is told when a connection changes. Default: nobody.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder connectionListener(ConnectionListener value) {
            this.connectionListener = value;
            return this;
        }

        /**
         * Sets who is told when the state of a record changes. Default: nobody.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder syncListener(SyncListener value) {
            this.syncListener = value;
            return this;
        }

        /**
         * Sets who records decisions with all that they depended on. <strong>What is recorded holds the firms'
         * data</strong>: see {@link DecisionListener}. Default: nobody, which costs nothing.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder decisionListener(DecisionListener value) {
            this.decisionListener = value;
            return this;
        }

        /**
         * Sets what the person who connects is asked for. With {@link Scope#OPENID} the outcome of connecting says who it was,
         * proved by a signed ID token. Default: {@link Scope#ACCOUNTING}, which must be among them.
         *
         * @param value the scopes
         * @return this builder
         */
        public Builder scopes(Scope... value) {
            this.scopes = Given.list("scopes", Arrays.asList(Given.value("scopes", value)));
            return this;
        }

        /**
         * Sets how long a broken connection may wait for repair before it is closed. Default: 14 days.
         *
         * @param value the time
         * @return this builder
         */
        public Builder gracePeriod(Duration value) {
            this.gracePeriod = value;
            return this;
        }

        /**
         * Sets how often changes are asked for when no webhook came. Each time costs a read. Default: an hour; six hours
         * for a company that a webhook has come for, because then it is only asked for what was lost on its way.
         *
         * @param value the time
         * @return this builder
         */
        public Builder pollEvery(Duration value) {
            this.pollEvery = Given.value("pollEvery", value);
            return this;
        }

        /**
         * Sets how many reads a month all firms together may take; Intuit charges for them. Below four fifths nothing
         * changes; from there on QuickBooks is asked for changes less often, and at the end not at all until the next month,
         * while what people ask for, and what is sent, goes on. {@link QuickBooks#usage()} says where it stands. Default:
         * 500,000, which Intuit gives without a fee.
         *
         * @param readsAMonth the reads, at least 1; {@code Long.MAX_VALUE} for no limit
         * @return this builder
         */
        public Builder readBudget(long readsAMonth) {
            this.readBudget = readsAMonth;
            return this;
        }

        /**
         * Sets the language of what people read: problems and remedies, troubles, findings, explanations of matches. There
         * are English and Spanish; who reads neither reads English. {@link Company#in} says it in another one. What is told
         * to a {@code SyncListener} is in English. Default: English.
         *
         * @param value the language
         * @return this builder
         */
        public Builder locale(Locale value) {
            this.locale = value;
            return this;
        }

        /**
         * Names this process among those that share the stores. Default: a random name.
         *
         * @param value a name that no other process has
         * @return this builder
         */
        public Builder nodeName(String value) {
            this.nodeName = value;
            return this;
        }

        /**
         * Puts it together; no call goes out.
         *
         * @return the entry point
         * @throws IllegalStateException if something required is missing or out of bounds; the message names it
         */
        public QuickBooks build() {
            return new QuickBooks(new Options(
                    required(environment, "environment", "Environment.SANDBOX or PRODUCTION"),
                    required(app, "app", "the keys of your app at Intuit"),
                    required(tokenStore, "tokenStore", "for a first try new InMemoryTokenStore()"),
                    required(syncStore, "syncStore", "for a first try new InMemorySyncStore()"),
                    required(clients, "clients", "the app's clients"),
                    required(serviceItems, "serviceItems", "the app's service items"),
                    webhookVerifierTokens,
                    required(callSettings, "callSettings", "CallSettings.standard()"),
                    required(connectionListener, "connectionListener", "a listener, or none"),
                    required(syncListener, "syncListener", "a listener, or none"),
                    decisionListener,
                    scopes,
                    required(gracePeriod, "gracePeriod", "a time, such as 14 days"),
                    pollEvery,
                    required(locale, "locale", "Locale.ENGLISH"),
                    required(nodeName, "nodeName", "a name that no other process has"),
                    readBudget));
        }

        private static <T> T required(@Nullable T value, String option, String hint) {
            if (value == null) {
                throw new IllegalStateException("QuickBooks.builder(): " + option + " is missing: give " + hint);
            }
            return value;
        }
    }
}
