package dev.tieout.qbo.connect;

import dev.tieout.internal.Given;
import java.net.URI;

// Longer than others: an accessor and a setter for each address.
/**
 * Where QuickBooks is: Intuit's production, its sandbox, or a server that behaves like it. Keys of one environment do not
 * work in another. Immutable.
 *
 * <p>The addresses are those of QuickBooks facts P1.11, P2.1; each can be replaced, none is looked up at start-up.
 */
public final class Environment {
    /** Intuit's sandbox companies, for development keys. */
    public static final Environment SANDBOX = intuit(
            "https://sandbox-quickbooks.api.intuit.com/",
            "https://sandbox-accounts.platform.intuit.com/v1/openid_connect/userinfo",
            "https://app.sandbox.qbo.intuit.com/");

    /** Real companies, for production keys. */
    public static final Environment PRODUCTION = intuit(
            "https://quickbooks.api.intuit.com/",
            "https://accounts.platform.intuit.com/v1/openid_connect/userinfo",
            "https://app.qbo.intuit.com/");

    private final URI apiBase;
    private final URI authorizeUrl;
    private final URI tokenUrl;
    private final URI revokeUrl;
    private final URI userInfoUrl;
    private final URI jwksUrl;
    private final String issuer;
    private final URI appBase;

    private Environment(Builder builder) {
        this.apiBase = builder.apiBase;
        this.authorizeUrl = builder.authorizeUrl;
        this.tokenUrl = builder.tokenUrl;
        this.revokeUrl = builder.revokeUrl;
        this.userInfoUrl = builder.userInfoUrl;
        this.jwksUrl = builder.jwksUrl;
        this.issuer = builder.issuer;
        this.appBase = builder.appBase;
    }

    private static Environment intuit(String apiBase, String userInfo, String appBase) {
        return new Builder(
                        URI.create(apiBase),
                        URI.create("https://appcenter.intuit.com/connect/oauth2"),
                        URI.create("https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"),
                        URI.create("https://developer.api.intuit.com/v2/oauth2/tokens/revoke"),
                        URI.create(userInfo),
                        URI.create("https://oauth.platform.intuit.com/op/v1/jwks"),
                        URI.create(appBase))
                .build();
    }

    /**
     * A server that has everything at Intuit's paths under one address, as the testkit's fake has.
     *
     * @param base its root, ending in a slash
     * @return an environment there
     */
    public static Environment at(URI base) {
        Given.value("base", base);
        return new Builder(
                        base,
                        base.resolve("/connect/oauth2"),
                        base.resolve("/oauth2/v1/tokens/bearer"),
                        base.resolve("/v2/oauth2/tokens/revoke"),
                        base.resolve("/v1/openid_connect/userinfo"),
                        base.resolve("/op/v1/jwks"),
                        base)
                .build();
    }

    /**
     * Starts from another environment, to replace some of its addresses.
     *
     * @param from where the addresses come from that are not set
     * @return a new builder
     */
    public static Builder builder(Environment from) {
        Given.value("from", from);
        Builder builder = new Builder(
                from.apiBase,
                from.authorizeUrl,
                from.tokenUrl,
                from.revokeUrl,
                from.userInfoUrl,
                from.jwksUrl,
                from.appBase);
        builder.issuer = from.issuer;
        return builder;
    }

    /**
     * The root of the accounting API, before {@code v3/company}.
     *
     * @return an absolute address
     */
    public URI apiBase() {
        return apiBase;
    }

    /**
     * Where the user's browser is sent to consent.
     *
     * @return an absolute address
     */
    public URI authorizeUrl() {
        return authorizeUrl;
    }

    /**
     * Where codes and refresh tokens are exchanged.
     *
     * @return an absolute address
     */
    public URI tokenUrl() {
        return tokenUrl;
    }

    /**
     * Where tokens are revoked.
     *
     * @return an absolute address
     */
    public URI revokeUrl() {
        return revokeUrl;
    }

    /**
     * Where OpenID claims are read.
     *
     * @return an absolute address
     */
    public URI userInfoUrl() {
        return userInfoUrl;
    }

    /**
     * Where the keys of ID tokens are.
     *
     * @return an absolute address
     */
    public URI jwksUrl() {
        return jwksUrl;
    }

    /**
     * Who must have issued an ID token.
     *
     * @return the {@code iss} claim
     */
    public String issuer() {
        return issuer;
    }

    /**
     * The root of the web interface, for links to records.
     *
     * @return an absolute address
     */
    public URI appBase() {
        return appBase;
    }

    /** Names the API's host. */
    @Override
    public String toString() {
        return "Environment[" + apiBase + "]";
    }

    /** Replaces addresses. Not thread-safe. */
    public static final class Builder {
        private URI apiBase;
        private URI authorizeUrl;
        private URI tokenUrl;
        private URI revokeUrl;
        private URI userInfoUrl;
        private URI jwksUrl;
        private URI appBase;
        private String issuer = "https://oauth.platform.intuit.com/op/v1";

        private Builder(
                URI apiBase, URI authorizeUrl, URI tokenUrl, URI revokeUrl, URI userInfoUrl, URI jwksUrl, URI appBase) {
            this.apiBase = apiBase;
            this.authorizeUrl = authorizeUrl;
            this.tokenUrl = tokenUrl;
            this.revokeUrl = revokeUrl;
            this.userInfoUrl = userInfoUrl;
            this.jwksUrl = jwksUrl;
            this.appBase = appBase;
        }

        /**
         * Replaces the root of the API.
         *
         * @param value an absolute address ending in a slash
         * @return this
         */
        public Builder apiBase(URI value) {
            apiBase = value;
            return this;
        }

        /**
         * Replaces the consent page.
         *
         * @param value an absolute address
         * @return this
         */
        public Builder authorizeUrl(URI value) {
            authorizeUrl = value;
            return this;
        }

        /**
         * Replaces the token endpoint.
         *
         * @param value an absolute address
         * @return this
         */
        public Builder tokenUrl(URI value) {
            tokenUrl = value;
            return this;
        }

        /**
         * Replaces the revocation endpoint.
         *
         * @param value an absolute address
         * @return this
         */
        public Builder revokeUrl(URI value) {
            revokeUrl = value;
            return this;
        }

        /**
         * Replaces the user info endpoint.
         *
         * @param value an absolute address
         * @return this
         */
        public Builder userInfoUrl(URI value) {
            userInfoUrl = value;
            return this;
        }

        /**
         * Replaces the key set of ID tokens.
         *
         * @param value an absolute address
         * @return this
         */
        public Builder jwksUrl(URI value) {
            jwksUrl = value;
            return this;
        }

        /**
         * Replaces the issuer of ID tokens.
         *
         * @param value the {@code iss} claim
         * @return this
         */
        public Builder issuer(String value) {
            issuer = value;
            return this;
        }

        /**
         * Replaces the root of the web interface.
         *
         * @param value an absolute address ending in a slash
         * @return this
         */
        public Builder appBase(URI value) {
            appBase = value;
            return this;
        }

        /**
         * Makes the environment. Anything but the loopback address must be https.
         *
         * @return an immutable environment
         * @throws IllegalArgumentException if an address is not absolute, or neither https nor on the loopback
         */
        public Environment build() {
            requireSecure("apiBase", apiBase);
            requireSecure("authorizeUrl", authorizeUrl);
            requireSecure("tokenUrl", tokenUrl);
            requireSecure("revokeUrl", revokeUrl);
            requireSecure("userInfoUrl", userInfoUrl);
            requireSecure("jwksUrl", jwksUrl);
            requireSecure("appBase", appBase);
            return new Environment(this);
        }

        private static void requireSecure(String name, URI value) {
            Given.value(name, value);
            String host = value.getHost();
            boolean loopback =
                    host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
            boolean secure = "https".equals(value.getScheme());
            if (host == null || !(secure || (loopback && "http".equals(value.getScheme())))) {
                throw new IllegalArgumentException(
                        name + " must be an absolute https address (http only on the loopback): " + value);
            }
        }
    }
}
