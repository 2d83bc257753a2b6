package dev.tieout.examples.benchmarks.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Keeps the writes that go out, by phase, so that a bare loop can send the same. For one thread. */
final class Recorder implements Interceptor {
    /**
     * One request that writes.
     *
     * @param path path and query
     * @param body the body
     */
    record Sent(String path, ByteString body) {}

    private final List<Sent> opening = new ArrayList<>();
    private final Map<Phase, List<Sent>> byPhase = new EnumMap<>(Phase.class);
    private @Nullable Phase phase;

    void begin(Phase next) {
        phase = next;
        byPhase.put(next, new ArrayList<>());
    }

    /** What was sent before the first phase. */
    List<Sent> opening() {
        return opening;
    }

    List<Sent> of(Phase which) {
        return byPhase.getOrDefault(which, List.of());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        @Nullable RequestBody body = request.body();
        boolean query = request.url().encodedPath().endsWith("/query");
        if (body != null && request.url().encodedPath().contains("/v3/company/") && !query) {
            Buffer buffer = new Buffer();
            body.writeTo(buffer);
            String path = request.url().encodedPath() + "?" + request.url().encodedQuery();
            (phase == null ? opening : of(phase)).add(new Sent(path, buffer.readByteString()));
        }
        return chain.proceed(request);
    }
}
