// Over 300 lines: the options of the builder, each with its sentence.
package dev.tieout.testkit;

import dev.tieout.testkit.admin.internal.AdminEndpoint;
import dev.tieout.testkit.admin.internal.CompanyPage;
import dev.tieout.testkit.admin.internal.Parts;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.fault.Faults;
import dev.tieout.testkit.fault.Outcome;
import dev.tieout.testkit.gateway.internal.Companies;
import dev.tieout.testkit.gateway.internal.FilePage;
import dev.tieout.testkit.gateway.internal.Gateway;
import dev.tieout.testkit.history.History;
import dev.tieout.testkit.oauth.FakeTokens;
import dev.tieout.testkit.oauth.OauthApp;
import dev.tieout.testkit.oauth.OauthServer;
import dev.tieout.testkit.server.internal.Listening;
import dev.tieout.testkit.server.internal.MockServer;
import dev.tieout.testkit.server.internal.PlainServer;
import dev.tieout.testkit.throttle.Throttle;
import dev.tieout.testkit.throttle.Throttling;
import dev.tieout.testkit.webhook.WebhookFormat;
import dev.tieout.testkit.webhook.WebhookPump;
import dev.tieout.testkit.webhook.Webhooks;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A QuickBooks Online that runs in the test's own process and answers over real HTTP on the loopback interface: any
 * number of companies, OAuth, webhooks, throttling, and faults on purpose. Its time is a {@link TestClock} and its
 * chance comes from a seed. Thread-safe. Close it to free its port.
 *
 * <pre>{@code
 * try (FakeQuickBooks qbo = FakeQuickBooks.start()) {
 *     FakeTokens tokens = qbo.connect(FakeQuickBooks.DEFAULT_REALM);
 *     // point a client at qbo.baseUrl() with tokens.accessToken()
 * }
 * }</pre>
 */
public final class FakeQuickBooks implements AutoCloseable {
    /** The company that {@link #start()} comes with. */
    public static final String DEFAULT_REALM = "9341452000000001";

    /** The client id of the default app. */
    public static final String CLIENT_ID = "ABfakeClientIdOfTheTestkit0000000000000000000000";

    /** The client secret of the default app. */
    public static final String CLIENT_SECRET = "fakeClientSecretOfTheTestkit000000000000";

    /** The default webhook verifier token. */
    public static final String VERIFIER_TOKEN = "11111111-2222-4333-8444-555555555555";

    private final Builder settings;
    private final @Nullable WebhookPump pump;
    private final Companies companies = new Companies();
    private final Faults faults;
    private final Throttle throttle;
    private final History history;
    private final Webhooks webhooks;
    private final OauthServer oauth;
    private final Gateway gateway;
    private final Listening server;

    private FakeQuickBooks(Builder builder) {
        settings = builder;
        faults = new Faults(builder.seed);
        throttle = new Throttle(builder.clock, builder.throttling);
        history = new History(builder.historyLimit);
        webhooks = new Webhooks(builder.clock, builder.verifierToken, builder.webhookFormat);
        oauth = new OauthServer(
                builder.anyClient ? List.of() : builder.registeredApps(),
                companies::names,
                builder.clock,
                builder.seed,
                builder.autoApprove,
                this::baseUrl);
        Parts parts = new Parts(companies, oauth, faults, history, throttle, webhooks, builder.clock, this::reset);
        gateway = new Gateway(
                companies,
                oauth,
                faults,
                throttle,
                history,
                builder.clock,
                List.of(
                        new AdminEndpoint(parts)::handle,
                        new CompanyPage(parts)::handle,
                        new FilePage(companies)::handle));
        buildCompanies();
        pump = builder.deliverWebhooks ? new WebhookPump(webhooks) : null;
        server = builder.plainServer
                ? PlainServer.start(builder.address, builder.port, gateway::handle)
                : MockServer.start(builder.address, builder.port, gateway::handle);
    }

    private void buildCompanies() {
        settings.companies.forEach(company ->
                addCompany(company.clock(settings.clock).seed(settings.seed).build()));
        settings.tokens.forEach(each -> oauth.adopt(each.realm, each.accessToken, each.refreshToken));
    }

    /**
     * Puts everything back to the start: the builder's companies as they were built, no tokens, no faults, no history,
     * no webhooks under way. The clock stays where it is; subscriptions and limits stay.
     */
    public void reset() {
        oauth.reset();
        faults.clear();
        companies.clear();
        buildCompanies();
        webhooks.reset();
        history.clear();
    }

    /**
     * Starts a builder.
     *
     * @return a builder without companies
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a fake with one empty company, {@link #DEFAULT_REALM}.
     *
     * @return the fake, listening
     */
    public static FakeQuickBooks start() {
        return builder().company(DEFAULT_REALM).start();
    }

    /**
     * Where the fake listens; its API is {@code v3/company/{realm}/…} below.
     *
     * @return scheme, host, port and {@code /}
     */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /**
     * Where an app sends the browser to ask for consent.
     *
     * @return the URL without query
     */
    public URI authorizeUrl() {
        return baseUrl().resolve("/connect/oauth2");
    }

    /**
     * Where codes and refresh tokens are turned into tokens.
     *
     * @return the URL
     */
    public URI tokenUrl() {
        return baseUrl().resolve("/oauth2/v1/tokens/bearer");
    }

    /**
     * Where tokens are revoked.
     *
     * @return the URL
     */
    public URI revokeUrl() {
        return baseUrl().resolve("/v2/oauth2/tokens/revoke");
    }

    /**
     * Where a token tells who its user is.
     *
     * @return the URL
     */
    public URI userInfoUrl() {
        return baseUrl().resolve("/v1/openid_connect/userinfo");
    }

    /**
     * Where the keys of ID tokens are published.
     *
     * @return the URL
     */
    public URI jwksUrl() {
        return baseUrl().resolve("/op/v1/jwks");
    }

    /**
     * The discovery document that names all these URLs.
     *
     * @return the URL
     */
    public URI discoveryUrl() {
        return baseUrl().resolve("/.well-known/openid_configuration");
    }

    /**
     * The client id of the first app.
     *
     * @return the id
     */
    public String clientId() {
        return settings.registeredApps().get(0).clientId();
    }

    /**
     * The client secret of the first app.
     *
     * @return the secret
     */
    public String clientSecret() {
        return settings.registeredApps().get(0).clientSecret();
    }

    /**
     * The token that webhooks are signed with.
     *
     * @return the verifier token
     */
    public String verifierToken() {
        return settings.verifierToken;
    }

    /**
     * The fake's clock.
     *
     * @return the clock, to be moved
     * @throws IllegalStateException if the fake was built with a clock that runs by itself
     */
    public TestClock clock() {
        if (settings.clock instanceof TestClock clock) {
            return clock;
        }
        throw new IllegalStateException("this fake was built with a clock of its own: move that one");
    }

    /**
     * Adds an empty company.
     *
     * @param realm its id, digits
     * @return the company
     */
    public FakeCompany addCompany(String realm) {
        FakeCompany company =
                empty(realm).clock(settings.clock).seed(settings.seed).build();
        addCompany(company);
        return company;
    }

    /**
     * Adds a company that was built apart, or replaces the one of the same realm.
     *
     * @param company the company; it should have this fake's clock
     */
    public void addCompany(FakeCompany company) {
        company.onChange(webhooks::publish);
        companies.put(company);
    }

    /**
     * A company, to seed it, to change it as a person would, and to look into it.
     *
     * @param realm its id
     * @return the company
     * @throws IllegalArgumentException if there is none
     */
    public FakeCompany company(String realm) {
        return companies
                .find(realm)
                .orElseThrow(() -> new IllegalArgumentException("the fake has no company " + realm
                        + ": add it with the builder's company(realm) or with addCompany"));
    }

    /**
     * Tells whether there is a company.
     *
     * @param realm its id
     * @return whether there is
     */
    public boolean hasCompany(String realm) {
        return companies.find(realm).isPresent();
    }

    /**
     * The default company.
     *
     * @return the company {@link #DEFAULT_REALM}
     * @throws IllegalArgumentException if the fake was built without it
     */
    public FakeCompany company() {
        return company(DEFAULT_REALM);
    }

    /**
     * Connects a company without consent page and redirect.
     *
     * @param realm the company
     * @return a fresh pair of tokens
     */
    public FakeTokens connect(String realm) {
        return oauth.connect(company(realm).realmId());
    }

    /**
     * What happens when an admin clicks Connect.
     *
     * @param authorizeRequest the URL that the app sends the browser to
     * @param realm the company the admin picks
     * @return where the browser is sent back to, with code, state and realmId
     */
    public URI approve(URI authorizeRequest, String realm) {
        return oauth.approve(authorizeRequest, realm);
    }

    /**
     * What happens when the admin declines.
     *
     * @param authorizeRequest the URL that the app sends the browser to
     * @return where the browser is sent back to, with an error and the state
     */
    public URI deny(URI authorizeRequest) {
        return oauth.deny(authorizeRequest);
    }

    /**
     * Answers a request without HTTP, for simulations.
     *
     * @param request the request
     * @return the answer, and what would have happened to the connection
     */
    public Outcome exchange(FakeRequest request) {
        return gateway.handle(request);
    }

    /**
     * The OAuth server: what happens to connections behind the app's back.
     *
     * @return the server
     */
    public OauthServer oauth() {
        return oauth;
    }

    /**
     * The faults on purpose.
     *
     * @return none at first
     */
    public Faults faults() {
        return faults;
    }

    /**
     * What was asked and answered.
     *
     * @return the history
     */
    public History history() {
        return history;
    }

    /**
     * The webhooks.
     *
     * @return without subscriptions at first
     */
    public Webhooks webhooks() {
        return webhooks;
    }

    /**
     * Changes the limits.
     *
     * @param limits the limits from the next request on
     */
    public void throttling(Throttling limits) {
        throttle.limits(limits);
    }

    /**
     * Lets other apps of a company send batches at this moment; with limits on they count against the 120 a minute that
     * all apps share.
     *
     * @param realm the company
     * @param number how many
     */
    public void batchesOfOtherApps(String realm, int number) {
        throttle.othersSent(realm, number);
    }

    private static FakeCompany.Builder empty(String realm) {
        return FakeCompany.builder().realmId(realm).empty();
    }

    /** Stops listening. */
    @Override
    public void close() {
        if (pump != null) {
            pump.close();
        }
        server.close();
    }

    /** Where it listens. */
    @Override
    public String toString() {
        return "FakeQuickBooks[" + baseUrl() + "]";
    }

    private record GivenTokens(
            String realm,
            @Nullable String accessToken,
            @Nullable String refreshToken) {}

    /** Options of a {@link FakeQuickBooks}. Not thread-safe. */
    public static final class Builder {
        private final List<FakeCompany.Builder> companies = new ArrayList<>();
        private final List<OauthApp> apps = new ArrayList<>();
        private Clock clock = TestClock.at("2026-03-02T17:00:00Z");
        private long seed = 1;
        private @Nullable String redirectUri;
        private String verifierToken = VERIFIER_TOKEN;
        private WebhookFormat webhookFormat = WebhookFormat.CLOUD_EVENTS;
        private Throttling throttling = Throttling.off();
        private int historyLimit = 1_000;
        private boolean autoApprove;
        private boolean anyClient;
        private boolean deliverWebhooks;
        private boolean plainServer;
        private final List<GivenTokens> tokens = new ArrayList<>();
        private InetAddress address = InetAddress.getLoopbackAddress();
        private int port;

        private Builder() {}

        /**
         * The clock; without it one that stands at 2026-03-02T17:00:00Z until moved.
         *
         * @param clock a {@link TestClock}, or any other
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * What tokens, ids of answers and tossed faults come from; without it 1.
         *
         * @param seed any number
         * @return this
         */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /**
         * Registers an app; the first call replaces the default app, further ones add more.
         *
         * @param clientId its client id
         * @param clientSecret its client secret
         * @return this
         */
        public Builder app(String clientId, String clientSecret) {
            apps.add(new OauthApp(clientId, clientSecret, Set.of()));
            return this;
        }

        /**
         * The one redirect URI that is registered; without it any is taken.
         *
         * @param uri the URI, compared to the letter
         * @return this
         */
        public Builder redirectUri(String uri) {
            this.redirectUri = uri;
            return this;
        }

        /**
         * Adds an empty company.
         *
         * @param realm its id, digits
         * @return this
         */
        public Builder company(String realm) {
            companies.add(empty(realm));
            return this;
        }

        /**
         * Adds a company.
         *
         * @param company what to build it from; the fake sets its clock and its seed
         * @return this
         */
        public Builder company(FakeCompany.Builder company) {
            companies.add(company);
            return this;
        }

        /**
         * What webhooks are signed with; without it {@link #VERIFIER_TOKEN}.
         *
         * @param token the verifier token
         * @return this
         */
        public Builder webhookVerifierToken(String token) {
            this.verifierToken = token;
            return this;
        }

        /**
         * The form of webhook bodies; without it CloudEvents.
         *
         * @param format the form
         * @return this
         */
        public Builder webhookFormat(WebhookFormat format) {
            this.webhookFormat = format;
            return this;
        }

        /**
         * The request limits; without it none.
         *
         * @param limits the limits
         * @return this
         */
        public Builder throttling(Throttling limits) {
            this.throttling = limits;
            return this;
        }

        /**
         * How many exchanges the history keeps; without it 1000.
         *
         * @param limit at least 0
         * @return this
         */
        public Builder historyLimit(int limit) {
            this.historyLimit = limit;
            return this;
        }

        /**
         * Whether the authorize endpoint redirects at once, connecting the first company, rather than show its page.
         *
         * @param on the switch; off without it
         * @return this
         */
        public Builder autoApprove(boolean on) {
            this.autoApprove = on;
            return this;
        }

        /**
         * The port; without it any free one.
         *
         * @param number the port; 0 for any free one
         * @return this
         */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /**
         * Makes given texts tokens of a company, from the start and again after a {@link FakeQuickBooks#reset()}.
         *
         * @param realm the company
         * @param accessToken the access token; {@code null}: none
         * @param refreshToken the refresh token; {@code null}: none
         * @return this
         */
        public Builder tokens(String realm, @Nullable String accessToken, @Nullable String refreshToken) {
            tokens.add(new GivenTokens(realm, accessToken, refreshToken));
            return this;
        }

        /**
         * The interface to listen on; without it the loopback interface. Nothing is encrypted and the admin endpoint asks
         * for no credentials: choose another one only inside a container or a closed network.
         *
         * @param other an address of this machine
         * @return this
         */
        public Builder listenOn(InetAddress other) {
            this.address = other;
            return this;
        }

        /**
         * Serves by a plain server of the testkit's own rather than by MockWebServer: faster, and it answers malformed
         * HTTP with 400. The standalone program uses it.
         *
         * @return this
         */
        public Builder plainServer() {
            this.plainServer = true;
            return this;
        }

        /**
         * Takes any client id and secret, as long as there are some; without it only registered apps may ask for tokens.
         *
         * @return this
         */
        public Builder anyClient() {
            this.anyClient = true;
            return this;
        }

        /**
         * Whether webhooks are delivered by a thread of the fake, soon after each change, rather than by
         * {@link Webhooks#deliver()}.
         *
         * @param on the switch; off without it
         * @return this
         */
        public Builder deliverWebhooks(boolean on) {
            this.deliverWebhooks = on;
            return this;
        }

        /**
         * Starts the fake.
         *
         * @return the fake, listening
         * @throws java.io.UncheckedIOException if the port is taken
         */
        public FakeQuickBooks start() {
            return new FakeQuickBooks(this);
        }

        private List<OauthApp> registeredApps() {
            List<OauthApp> registered =
                    apps.isEmpty() ? List.of(new OauthApp(CLIENT_ID, CLIENT_SECRET, Set.of())) : apps;
            String uri = redirectUri;
            return uri == null
                    ? List.copyOf(registered)
                    : registered.stream()
                            .map(app -> new OauthApp(app.clientId(), app.clientSecret(), Set.of(uri)))
                            .toList();
        }
    }
}
