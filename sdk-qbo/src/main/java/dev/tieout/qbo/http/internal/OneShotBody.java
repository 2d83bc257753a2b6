package dev.tieout.qbo.http.internal;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp may send once only. With an ordinary body it sends a POST again, silently, after a 503 with
 * {@code Retry-After: 0}; whether a write is repeated is decided in one place, with its request id.
 */
public final class OneShotBody extends RequestBody {
    private final RequestBody body;

    /**
     * Wraps a body.
     *
     * @param body what is sent
     */
    public OneShotBody(RequestBody body) {
        this.body = body;
    }

    /**
     * A body of bytes.
     *
     * @param contentType as {@code application/json}
     * @param bytes what is sent
     * @return a body that is sent once only
     */
    public static OneShotBody of(String contentType, byte[] bytes) {
        return new OneShotBody(RequestBody.create(bytes, MediaType.get(contentType)));
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
    }
}
