package dev.tieout.qbo.connect;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.internal.TokenEndpoint;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.http.internal.Access;
import dev.tieout.qbo.http.internal.AccessTokens;
import dev.tieout.qbo.http.internal.Exchanges;
import dev.tieout.qbo.http.internal.Transport;
import dev.tieout.qbo.http.internal.Wire;
import dev.tieout.spi.TokenStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// Longer than others: nearly all of it is Javadoc.
/**
 * The connections of all firms: makes them, keeps their tokens fresh, knows how they are, ends them. One per app.
 * Thread-safe.
 *
 * <p>Close it when the process goes on without it; a {@code QuickBooks} closes its own.
 */
public final class Connections implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    /**
     * Idle connections are refreshed after this long, well before the 100 days after which they die (QuickBooks facts
     * P1.22, P1.37).
     */
    private static final Duration KEEP_ALIVE = Duration.ofDays(60);

    /** A person may click often. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(1);

    private static final Duration NAME_AGAIN = Duration.ofDays(1);

    private final Environment environment;
    private final AppCredentials app;
    private final CallSettings settings;
    private final List<Scope> scopes;
    private final TokenEndpoint endpoint;
    private final ConnectionRows rows;
    private final TokenKeeper keeper;
    private final Completion completion;
    private final Wire wire;
    private final Transport transport;

    /** Calls that ask whether trouble is over. */
    private final Transport asking;

    private volatile boolean closed;

    private Connections(Builder builder) {
        this.environment = builder.environment;
        this.app = builder.app;
        this.settings = builder.settings;
        this.scopes = List.copyOf(builder.scopes);
        this.wire = new Wire(settings);
        this.endpoint =
                new TokenEndpoint(environment, app, new Exchanges(wire, settings.listener()), settings.userAgent());
        this.rows = new ConnectionRows(builder.store, settings.clock(), builder.gracePeriod, builder.listener);
        this.keeper = new TokenKeeper(rows, endpoint, settings);
        HttpUrl base = HttpUrl.get(environment.apiBase().toString());
        this.transport = new Transport(base, wire, keeper, settings);
        this.asking = new Transport(base, wire, keeper.asking(), settings);
        this.completion = new Completion(
                rows,
                endpoint,
                keeper,
                settings.clock(),
                environment.issuer(),
                app.clientId(),
                // Without the accounting scope no company can be read; then the ID token's word is all there is.
                scopes.contains(Scope.ACCOUNTING) ? new CompanyCheck(base, wire, settings) : null);
    }

    /**
     * Connections with the defaults of {@link Builder}.
     *
     * @param environment where QuickBooks is
     * @param app the app's keys for it
     * @param store where tokens are kept
     * @param settings how calls are made
     * @return connections
     */
    public static Connections of(Environment environment, AppCredentials app, TokenStore store, CallSettings settings) {
        return builder(environment, app, store, settings).build();
    }

    /**
     * Starts from what has no default.
     *
     * @param environment where QuickBooks is
     * @param app the app's keys for it
     * @param store where tokens are kept
     * @param settings how calls are made
     * @return a new builder
     */
    public static Builder builder(
            Environment environment, AppCredentials app, TokenStore store, CallSettings settings) {
        return new Builder(environment, app, store, settings);
    }

    /**
     * Makes the address of Intuit's consent page. No I/O, nothing is stored.
     *
     * @param tenant the firm that connects
     * @return where to send the browser, and the state to keep in the user's session
     */
    public AuthorizationRequest authorize(TenantId tenant) {
        requireOpen();
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        HttpUrl url = HttpUrl.get(environment.authorizeUrl().toString())
                .newBuilder()
                .addQueryParameter("client_id", app.clientId())
                .addQueryParameter("response_type", "code")
                .addQueryParameter("scope", scopes.stream().map(Scope::value).collect(Collectors.joining(" ")))
                .addQueryParameter("redirect_uri", app.redirectUri().toString())
                .addQueryParameter("state", state)
                .build();
        log.debug("authorize tenant={}", tenant);
        return new AuthorizationRequest(URI.create(url.toString()), state);
    }

    /**
     * Handles Intuit's redirect; another company than before is refused. See
     * {@link #complete(TenantId, String, String, OtherCompany)}.
     *
     * @param tenant the firm that connects
     * @param expectedState the state that the session kept; null if the session has expired
     * @param callbackQuery the query of the redirect, as it came; null if there is none
     * @return what became of it
     * @throws QboException if Intuit could not be asked
     */
    public ConnectOutcome complete(TenantId tenant, @Nullable String expectedState, @Nullable String callbackQuery) {
        return complete(tenant, expectedState, callbackQuery, OtherCompany.REFUSE);
    }

    /**
     * Handles Intuit's redirect: checks the state, exchanges the code and stores the tokens. A redirect that comes twice
     * (a reload) is answered as before and exchanged once, because a second exchange may end the first's tokens. A firm
     * that connects the company of before again goes on where it stopped.
     *
     * @param tenant the firm that connects
     * @param expectedState the state that the session kept; null if the session has expired, which is a {@link
     *     ConnectOutcome.StateMismatch}
     * @param callbackQuery the query of the redirect, as it came, with or without the question mark; null if there is
     *     none
     * @param otherCompany what to do if the user chose another company than before
     * @return what became of it
     * @throws QboException if Intuit could not be asked: {@link FaultKind#CONFIGURATION} for wrong keys
     */
    public ConnectOutcome complete(
            TenantId tenant,
            @Nullable String expectedState,
            @Nullable String callbackQuery,
            OtherCompany otherCompany) {
        requireOpen();
        return completion.complete(tenant, expectedState, Callback.parse(callbackQuery), otherCompany);
    }

    /**
     * Tells how a connection is. Reads the store, asks nobody.
     *
     * @param tenant the firm
     * @return a snapshot; {@link ConnectionState#NEVER_CONNECTED} if there is none
     */
    public Connection connection(TenantId tenant) {
        return rows.snapshot(tenant, rows.find(tenant));
    }

    /**
     * Looks after a connection, from background work, once a day or more often: asks QuickBooks, ever more rarely, whether
     * its trouble is over, refreshes an idle one so that it does not die, and ends it if its trouble has lasted longer than
     * the grace period and QuickBooks, asked once more, still refuses.
     *
     * @param tenant the firm
     * @return how it is then
     */
    public Connection check(TenantId tenant) {
        requireOpen();
        Instant time = settings.clock().instant();
        Connection now = connection(tenant);
        boolean idle = now.usable()
                && now.refreshedAt()
                        .map(at -> at.plus(KEEP_ALIVE).isBefore(time))
                        .orElse(false);
        boolean troubled = now.trouble()
                .flatMap(Trouble::againAt)
                .filter(at -> !at.isAfter(time))
                .isPresent();
        boolean over = false;
        if (idle || troubled) {
            boolean answered = ask(tenant, now.trouble().map(Trouble::cause).orElse(null));
            // Nobody is ended whom QuickBooks could not be asked about once more.
            over = troubled && answered && isOver(connection(tenant), time);
        }
        if (over) {
            return end(tenant, TroubleCause.GRACE_PERIOD_OVER);
        }
        rows.remind(tenant);
        return connection(tenant);
    }

    /**
     * Asks QuickBooks now whether a connection's trouble is over, for a person who has just put it right: added the
     * administrator again, paid the subscription. Does nothing within a minute of the last time, and without trouble; what
     * waits goes on by itself.
     *
     * @param tenant the firm
     * @return how it is then
     */
    public Connection look(TenantId tenant) {
        requireOpen();
        @Nullable Held held = rows.find(tenant);
        @Nullable TroubleCause cause = held == null ? null : held.document().cause();
        if (held != null && cause != null && cause.state() != ConnectionState.DISCONNECTED) {
            @Nullable Instant asked = held.document().askedAt();
            Instant now = settings.clock().instant();
            if (asked == null || !asked.plus(ONE_LOOK).isAfter(now)) {
                ask(tenant, cause);
            }
        }
        return connection(tenant);
    }

    /**
     * Reads what a company calls itself, where that was last read more than a day ago. From background work.
     *
     * @param tenant the firm
     * @throws QboException if it could not be read
     */
    public void refreshCompany(TenantId tenant) {
        requireOpen();
        @Nullable Held held = rows.find(tenant);
        if (held == null || held.document().cause() != null || !scopes.contains(Scope.ACCOUNTING)) {
            return;
        }
        @Nullable Instant read = held.document().notes().companyReadAt();
        if (read == null || !read.plus(NAME_AGAIN).isAfter(settings.clock().instant())) {
            keeper.read(tenant, transport.call(CompanyAnswer.inBackground(tenant), CompanyAnswer::of));
        }
    }

    private static boolean isOver(Connection connection, Instant time) {
        return connection
                .trouble()
                .flatMap(Trouble::deadline)
                .filter(deadline -> !deadline.isAfter(time))
                .isPresent();
    }

    /**
     * Finds out by one call whether a trouble is over, or (without one) keeps the tokens fresh.
     *
     * @return whether QuickBooks answered
     */
    private boolean ask(TenantId tenant, @Nullable TroubleCause trouble) {
        try {
            if (trouble == TroubleCause.REJECTED
                    || trouble == TroubleCause.ADMIN_REMOVED
                    || trouble == TroubleCause.SUBSCRIPTION_LAPSED) {
                if (!keeper.askingNow(tenant)) {
                    return false;
                }
                keeper.read(tenant, asking.call(CompanyAnswer.inBackground(tenant), CompanyAnswer::of));
            } else {
                keeper.refreshNow(tenant);
            }
            return true;
        } catch (QboException e) {
            log.debug("check tenant={} kind={}", tenant, e.kind());
            return e.kind() == FaultKind.REAUTHORIZE || e.kind() == FaultKind.SUBSCRIPTION;
        }
    }

    /**
     * Ends a connection for the host: revokes the tokens at Intuit and forgets them. The company is remembered, and so
     * are the links of the records.
     *
     * @param tenant the firm
     * @return how it is then
     */
    public Connection disconnect(TenantId tenant) {
        requireOpen();
        return end(tenant, TroubleCause.BY_HOST);
    }

    /**
     * Forgets a firm's company after it was disconnected, so that it is as if it had never been connected. Does nothing
     * while it is connected.
     *
     * @param tenant the firm
     */
    public void forget(TenantId tenant) {
        requireOpen();
        @Nullable Held held = rows.find(tenant);
        if (held != null && held.tokens().refresh().isEmpty()) {
            rows.delete(tenant);
            keeper.forget(tenant);
        }
    }

    /**
     * Handles a visit of the app's disconnect address, to which Intuit sends a user who disconnected in QuickBooks.
     * Anybody can call that address, so Intuit is asked before anything is forgotten (QuickBooks fact P1.30).
     *
     * @param realm the company that the address names
     * @return how its connection is then; empty if no firm has that company
     */
    public Optional<Connection> disconnectedInQuickBooks(RealmId realm) {
        requireOpen();
        return rows.holder(realm).map(tenant -> {
            try {
                keeper.refreshNow(tenant);
            } catch (QboException e) {
                boolean refused = connection(tenant)
                        .trouble()
                        .map(t -> t.cause() == TroubleCause.SUSPECTED || t.cause() == TroubleCause.REVOKED)
                        .orElse(false);
                if (refused) {
                    return end(tenant, TroubleCause.IN_QUICKBOOKS);
                }
            }
            return connection(tenant);
        });
    }

    /**
     * Reads who connected. Needs {@link Scope#OPENID}.
     *
     * @param tenant the firm
     * @return what Intuit tells with the scopes that were granted
     * @throws QboException if it could not be read
     */
    public UserInfo userInfo(TenantId tenant) {
        requireOpen();
        Access access = keeper.current(tenant);
        Map<String, String> members =
                endpoint.userInfo(new TokenEndpoint.Whose(tenant, access.realm()), access.token());
        @Nullable String subject = members.get("sub");
        if (subject == null) {
            throw QboException.of("read user info", FaultReport.of(FaultKind.TRANSIENT), null);
        }
        return new UserInfo(
                subject,
                Optional.ofNullable(members.get("email")),
                Boolean.parseBoolean(members.get("emailVerified")),
                Optional.ofNullable(members.get("givenName")),
                Optional.ofNullable(members.get("familyName")),
                Optional.ofNullable(members.get("phoneNumber")));
    }

    /**
     * Where calls get their access from. For this library's own packages.
     *
     * @return the tokens of all firms
     */
    @SuppressWarnings("exports") // not for hosts: its type is in a package that is not exported
    public AccessTokens accessTokens() {
        return keeper;
    }

    /**
     * What calls go over: one pool of connections for tokens and the API. For this library's own packages.
     *
     * @param calls the settings of the calls
     * @return this object's own wire if the settings are the same object, else a new one
     */
    @SuppressWarnings("exports") // not for hosts: its type is in a package that is not exported
    public Wire wire(CallSettings calls) {
        return calls == settings ? wire : new Wire(calls);
    }

    /**
     * Closes the connections to Intuit's servers and forgets the tokens that are in memory; the stores are left as they
     * are. A call that is under way ends as if the network were gone, and later ones are refused. May be called twice. A
     * host's own HTTP client is left to the host. OkHttp's two housekeeping threads are daemons that all OkHttp clients of
     * a process share; they end by themselves after a minute without work.
     */
    @Override
    public void close() {
        closed = true;
        wire.close();
        keeper.forgetAll();
        completion.forgetAll();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("These connections are closed: build new ones, or close them later");
        }
    }

    private Connection end(TenantId tenant, TroubleCause why) {
        @Nullable Held before = rows.find(tenant);
        if (before == null) {
            return connection(tenant);
        }
        String refreshToken = before.tokens().refresh();
        @Nullable
        Held after = rows.change(
                tenant,
                held -> held.tokens().refresh().isEmpty()
                        ? null
                        : held.document().disconnected(why, settings.clock().instant()));
        keeper.forget(tenant);
        if (!refreshToken.isEmpty() && why == TroubleCause.BY_HOST) {
            @Nullable
            FaultReport failure = endpoint.revoke(new TokenEndpoint.Whose(tenant, before.realm()), refreshToken);
            if (failure != null) {
                log.warn(
                        "disconnect tenant={} realm={}: the tokens are forgotten here, but Intuit could not be told"
                                + " ({})",
                        tenant,
                        before.realm(),
                        failure.kind());
            }
        }
        return rows.snapshot(tenant, after);
    }

    /** Collects what connections need. Not thread-safe. */
    public static final class Builder {
        private final Environment environment;
        private final AppCredentials app;
        private final TokenStore store;
        private final CallSettings settings;
        private List<Scope> scopes = List.of(Scope.ACCOUNTING);
        private Duration gracePeriod = Duration.ofDays(14);
        private ConnectionListener listener = (before, after) -> {};

        private Builder(Environment environment, AppCredentials app, TokenStore store, CallSettings settings) {
            this.environment = Given.value("environment", environment);
            this.app = Given.value("app", app);
            this.store = Given.value("tokenStore", store);
            this.settings = Given.value("callSettings", settings);
        }

        /**
         * Sets what is asked for. Default: {@link Scope#ACCOUNTING}.
         *
         * @param value at least one
         * @return this
         */
        public Builder scopes(Scope... value) {
            if (Given.value("scopes", value).length == 0) {
                throw new IllegalArgumentException("give at least one scope");
            }
            scopes = Given.list("scopes", Arrays.asList(value));
            return this;
        }

        /**
         * Sets how long trouble may last before the connection is ended. Default: 14 days.
         *
         * @param value positive
         * @return this
         */
        public Builder gracePeriod(Duration value) {
            if (Given.value("gracePeriod", value).isNegative() || value.isZero()) {
                throw new IllegalArgumentException("gracePeriod must be positive");
            }
            gracePeriod = value;
            return this;
        }

        /**
         * Sets who is told of changes. Default: nobody.
         *
         * @param value the listener
         * @return this
         */
        public Builder listener(ConnectionListener value) {
            listener = Given.value("listener", value);
            return this;
        }

        /**
         * Makes the connections. No I/O.
         *
         * @return thread-safe connections
         */
        public Connections build() {
            return new Connections(this);
        }
    }
}
