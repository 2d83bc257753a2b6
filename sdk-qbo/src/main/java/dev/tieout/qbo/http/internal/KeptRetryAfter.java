package dev.tieout.qbo.http.internal;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code Retry-After} of a 503 from OkHttp, which would send a read again at once where it says 0, past the pace and
 * uncounted, and would throw where it says more seconds than fit. Whether a call is repeated is decided in one place.
 */
final class KeptRetryAfter implements Interceptor {
    static final Interceptor INTERCEPTOR = new KeptRetryAfter();
    private static final String HEADER = "Retry-After";
    private static final String KEPT = "Tieout-Retry-After";

    private KeptRetryAfter() {}

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        @Nullable String value = response.code() == 503 ? response.header(HEADER) : null;
        return value == null
                ? response
                : response.newBuilder().removeHeader(HEADER).header(KEPT, value).build();
    }

    /** What the server asked for, or null. */
    static @Nullable String of(Response response) {
        @Nullable String kept = response.header(KEPT);
        return kept == null ? response.header(HEADER) : kept;
    }
}
