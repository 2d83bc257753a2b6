package dev.tieout.qbo.http;

import dev.tieout.qbo.call.CallSettings;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP client that all calls share, from the host's own or anew. */
public final class HttpClients {
    private HttpClients() {}

    /**
     * A client that never does anything on its own that could write twice or carry a token elsewhere: it follows no
     * redirect, repeats nothing, answers no challenge, keeps no cookie and no cache.
     *
     * @param settings time-outs, proxy, and the host's client if there is one
     * @return a client that shares the host's pool
     */
    public static OkHttpClient derive(CallSettings settings) {
        @Nullable OkHttpClient host = settings.httpClient();
        OkHttpClient.Builder builder = host == null ? new OkHttpClient.Builder() : host.newBuilder();
        if (host == null) {
            // Calls are made on the caller's thread, so the dispatcher's limits must not be what counts.
            Dispatcher dispatcher = new Dispatcher();
            dispatcher.setMaxRequests(1024);
            dispatcher.setMaxRequestsPerHost(1024);
            builder.dispatcher(dispatcher);
        }
        if (settings.proxy() != null) {
            builder.proxy(settings.proxy());
        }
        SocketFactory sockets = host == null ? SocketFactory.getDefault() : host.socketFactory();
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
}
