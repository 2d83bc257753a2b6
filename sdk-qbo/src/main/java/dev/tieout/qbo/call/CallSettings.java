package dev.tieout.qbo.call;

import dev.tieout.internal.Given;
import java.net.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

// Longer than others: an accessor and a setter for each setting.
/**
 * How calls are made: time, pace, retries, limits, hooks. Immutable; make one with {@link #builder()} and share it
 * between the connections and the API.
 */
public final class CallSettings {
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final @Nullable OkHttpClient httpClient;
    private final @Nullable Proxy proxy;
    private final PaceLimits pace;
    private final RetryRules retries;
    private final CallListener listener;
    private final String userAgent;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration callTimeout;
    private final long maxResponseBytes;

    private CallSettings(Builder builder) {
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.random = builder.random;
        this.httpClient = builder.httpClient;
        this.proxy = builder.proxy;
        this.pace = builder.pace;
        this.retries = builder.retries;
        this.listener = builder.listener;
        this.userAgent = builder.userAgent;
        this.connectTimeout = builder.connectTimeout;
        this.readTimeout = builder.readTimeout;
        this.callTimeout = builder.callTimeout;
        this.maxResponseBytes = builder.maxResponseBytes;
    }

    private CallSettings(CallSettings others, CallListener listener) {
        this.clock = others.clock;
        this.sleeper = others.sleeper;
        this.random = others.random;
        this.httpClient = others.httpClient;
        this.proxy = others.proxy;
        this.pace = others.pace;
        this.retries = others.retries;
        this.listener = listener;
        this.userAgent = others.userAgent;
        this.connectTimeout = others.connectTimeout;
        this.readTimeout = others.readTimeout;
        this.callTimeout = others.callTimeout;
        this.maxResponseBytes = others.maxResponseBytes;
    }

    /**
     * The defaults, which the setters of {@link Builder} name.
     *
     * @return settings for production
     */
    public static CallSettings standard() {
        return builder().build();
    }

    /**
     * The same, and another listener is told too, after this one's own.
     *
     * @param other the other listener
     * @return settings that differ in nothing else
     */
    public CallSettings alsoTelling(CallListener other) {
        return new CallSettings(this, new Both(listener, Given.value("other", other)));
    }

    /** Two listeners; what one throws does not keep the news from the other. */
    private record Both(CallListener one, CallListener other) implements CallListener {
        @Override
        public void started(CallInfo call) {
            try {
                one.started(call);
            } finally {
                other.started(call);
            }
        }

        @Override
        public void ended(CallInfo call, CallResult result) {
            try {
                one.ended(call, result);
            } finally {
                other.ended(call, result);
            }
        }
    }

    /**
     * Starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The clock that everything reads.
     *
     * @return never null
     */
    public Clock clock() {
        return clock;
    }

    /**
     * What waits.
     *
     * @return never null
     */
    public Sleeper sleeper() {
        return sleeper;
    }

    /**
     * Where jitter and request ids come from.
     *
     * @return never null
     */
    public RandomGenerator random() {
        return random;
    }

    /**
     * The host's own HTTP client, whose pool and dispatcher are shared.
     *
     * @return null if the library makes its own
     */
    public @Nullable OkHttpClient httpClient() {
        return httpClient;
    }

    /**
     * The proxy to go through.
     *
     * @return null for what the HTTP client or the system says
     */
    public @Nullable Proxy proxy() {
        return proxy;
    }

    /**
     * The pace of each company.
     *
     * @return never null
     */
    public PaceLimits pace() {
        return pace;
    }

    /**
     * When to try again.
     *
     * @return never null
     */
    public RetryRules retries() {
        return retries;
    }

    /**
     * Who is told of each attempt.
     *
     * @return never null
     */
    public CallListener listener() {
        return listener;
    }

    /**
     * What the library calls itself.
     *
     * @return the User-Agent header
     */
    public String userAgent() {
        return userAgent;
    }

    /**
     * The longest wait for a connection.
     *
     * @return positive
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * The longest silence of the server.
     *
     * @return positive
     */
    public Duration readTimeout() {
        return readTimeout;
    }

    /**
     * The longest duration of one attempt, without the wait for its turn.
     *
     * @return positive
     */
    public Duration callTimeout() {
        return callTimeout;
    }

    /**
     * The largest answer that is read, after decompression.
     *
     * @return bytes
     */
    public long maxResponseBytes() {
        return maxResponseBytes;
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.system();
        private RandomGenerator random = new LateRandom();
        private @Nullable OkHttpClient httpClient;
        private @Nullable Proxy proxy;
        private PaceLimits pace = PaceLimits.standard();
        private RetryRules retries = RetryRules.standard();
        private CallListener listener = CallListener.none();
        private String userAgent = "tieout/0.1 (java)";
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofMinutes(1);
        private Duration callTimeout = Duration.ofMinutes(2);
        private long maxResponseBytes = 64L << 20;

        private Builder() {}

        /**
         * Sets the clock. Default: the system's.
         *
         * @param value the clock
         * @return this
         */
        public Builder clock(Clock value) {
            clock = Given.value("clock", value);
            return this;
        }

        /**
         * Sets what waits. Default: really waiting.
         *
         * @param value the sleeper
         * @return this
         */
        public Builder sleeper(Sleeper value) {
            sleeper = Given.value("sleeper", value);
            return this;
        }

        /**
         * Sets the source of jitter and of generated request ids; must be thread-safe. The {@code state} of an
         * authorization never comes from it. Default: a {@link SecureRandom}.
         *
         * @param value the generator
         * @return this
         */
        public Builder random(RandomGenerator value) {
            random = Given.value("random", value);
            return this;
        }

        /**
         * Sets the host's own HTTP client. Its pool, dispatcher, proxy, TLS settings and interceptors are kept;
         * redirects, cookies, caching, authenticators and silent repetition are switched off in a copy, because each of
         * them can write twice or leak a token. Default: one of the library's own.
         *
         * @param value the client
         * @return this
         */
        public Builder httpClient(OkHttpClient value) {
            httpClient = value;
            return this;
        }

        /**
         * Sets a proxy. Default: what the HTTP client or the system says.
         *
         * @param value the proxy
         * @return this
         */
        public Builder proxy(Proxy value) {
            proxy = value;
            return this;
        }

        /**
         * Sets the pace of each company. Default: {@link PaceLimits#standard()}.
         *
         * @param value the limits
         * @return this
         */
        public Builder pace(PaceLimits value) {
            pace = Given.value("pace", value);
            return this;
        }

        /**
         * Sets when to try again. Default: {@link RetryRules#standard()}.
         *
         * @param value the rules
         * @return this
         */
        public Builder retries(RetryRules value) {
            retries = Given.value("retries", value);
            return this;
        }

        /**
         * Sets who is told of each attempt. Default: nobody.
         *
         * @param value the listener
         * @return this
         */
        public Builder listener(CallListener value) {
            listener = Given.value("listener", value);
            return this;
        }

        /**
         * Sets the User-Agent. Default: the library's name and version.
         *
         * @param value printable ASCII
         * @return this
         */
        public Builder userAgent(String value) {
            userAgent = Given.value("userAgent", value);
            return this;
        }

        /**
         * Sets the longest wait for a connection. Default: 10 s.
         *
         * @param value positive
         * @return this
         */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive("connectTimeout", value);
            return this;
        }

        /**
         * Sets the longest silence of the server. Default: 60 s.
         *
         * @param value positive
         * @return this
         */
        public Builder readTimeout(Duration value) {
            readTimeout = positive("readTimeout", value);
            return this;
        }

        /**
         * Sets the longest duration of one attempt. Default: 120 s, after which QuickBooks gives up too (QuickBooks
         * fact P2.12).
         *
         * @param value positive
         * @return this
         */
        public Builder callTimeout(Duration value) {
            callTimeout = positive("callTimeout", value);
            return this;
        }

        /**
         * Sets the largest answer that is read, after decompression. Default: 64 MiB; a page of 1,000 customers has
         * about 1.6 MB.
         *
         * @param value bytes, at least 1024
         * @return this
         */
        public Builder maxResponseBytes(long value) {
            if (value < 1024) {
                throw new IllegalArgumentException("maxResponseBytes is " + value + ": give at least 1024");
            }
            maxResponseBytes = value;
            return this;
        }

        /**
         * Makes the settings.
         *
         * @return immutable settings
         */
        public CallSettings build() {
            return new CallSettings(this);
        }

        private static Duration positive(String name, Duration value) {
            Given.value(name, value);
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " must be positive");
            }
            return value;
        }
    }
}
