package dev.tieout.qbo.http.internal;

import dev.tieout.qbo.call.CallSettings;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients that all calls share, made of the host's own or anew. They never do anything on their own that could
 * write twice, go past the pace or carry a token elsewhere: they follow no redirect, repeat nothing, answer no challenge,
 * keep no cookie and no cache. Thread-safe.
 */
final class HttpClients {
    private final OkHttpClient plain;
    private final boolean ours;
    private volatile @Nullable OkHttpClient secure;

    private HttpClients(OkHttpClient plain, @Nullable OkHttpClient secure) {
        this.plain = plain;
        this.ours = secure == null;
        this.secure = secure;
    }

    /**
     * Clients for an app.
     *
     * @param settings time-outs, proxy, and the host's client if there is one
     * @return clients of one pool, which is the host's if it has one
     */
    static HttpClients of(CallSettings settings) {
        @Nullable OkHttpClient host = settings.httpClient();
        if (host != null) {
            OkHttpClient ours = harmless(host.newBuilder(), host.socketFactory(), settings);
            return new HttpClients(ours, ours);
        }
        // Calls are made on the caller's thread, so the dispatcher's limits must not be what counts.
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1024);
        dispatcher.setMaxRequestsPerHost(1024);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                // Without TLS, which costs as much to start as all the rest: see secure().
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        return new HttpClients(harmless(builder, SocketFactory.getDefault(), settings), null);
    }

    private static OkHttpClient harmless(OkHttpClient.Builder builder, SocketFactory sockets, CallSettings settings) {
        if (settings.proxy() != null) {
            builder.proxy(settings.proxy());
        }
        // First, so that a host's own interceptors see what the server sent.
        builder.networkInterceptors().add(0, KeptRetryAfter.INTERCEPTOR);
        return builder.socketFactory(new NoDelaySocketFactory(sockets))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(settings.callTimeout())
                .build();
    }

    /**
     * Prepares a call.
     *
     * @param request what is sent
     * @return a call, not yet made
     */
    Call call(Request request) {
        return (request.isHttps() ? secure() : plain).newCall(request);
    }

    /** Closes idle connections and ends the dispatcher's threads; what is the host's own is left as it is. */
    void close() {
        if (ours) {
            // The client for TLS shares both.
            plain.dispatcher().executorService().shutdown();
            plain.connectionPool().evictAll();
        }
    }

    /** Made at the first call that needs TLS, and so not where an object is made that only may have to make one. */
    private OkHttpClient secure() {
        @Nullable OkHttpClient made = secure;
        if (made == null) {
            synchronized (this) {
                made = secure;
                if (made == null) {
                    made = plain.newBuilder()
                            .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                            .build();
                    secure = made;
                }
            }
        }
        return made;
    }
}
