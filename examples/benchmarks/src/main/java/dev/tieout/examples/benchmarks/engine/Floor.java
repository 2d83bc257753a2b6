package dev.tieout.examples.benchmarks.engine;

import com.squareup.moshi.JsonReader;
import dev.tieout.examples.benchmarks.engine.Recorder.Sent;
import dev.tieout.qbo.http.internal.NoDelaySocketFactory;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.net.SocketFactory;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/** A bare loop that sends writes, one after the other, and reads the answers to the end. For one thread. */
final class Floor {
    private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));
    private static final ByteString FAULT = ByteString.encodeUtf8("\"Fault\"");
    private static final ByteString STALE = ByteString.encodeUtf8("\"5010\"");

    /** Without delay, as the engine's: else a body of several segments waits 40 ms for an acknowledgement. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .socketFactory(new NoDelaySocketFactory(SocketFactory.getDefault()))
            .build();

    private final HttpUrl base;
    private final String token;
    private final List<Sent> opening;
    private final Map<Phase, List<Sent>> phases = new EnumMap<>(Phase.class);

    private Floor(URI base, String token, List<Sent> opening) {
        this.base = Objects.requireNonNull(HttpUrl.get(base));
        this.token = token;
        this.opening = opening;
    }

    /** The requests as they were sent. */
    static Floor inBatches(URI base, String token, Recorder recorder) {
        Floor floor = new Floor(base, token, recorder.opening());
        for (Phase phase : Phase.values()) {
            floor.phases.put(phase, recorder.of(phase));
        }
        return floor;
    }

    /** Each item of a batch as a request of its own. */
    static Floor oneByOne(URI base, String token, Recorder recorder) throws IOException {
        Floor floor = new Floor(base, token, recorder.opening());
        for (Phase phase : Phase.values()) {
            List<Sent> single = new ArrayList<>();
            for (Sent sent : recorder.of(phase)) {
                split(sent, single);
            }
            floor.phases.put(phase, single);
        }
        return floor;
    }

    private static void split(Sent sent, List<Sent> single) throws IOException {
        if (!sent.path().contains("/batch?")) {
            single.add(sent);
            return;
        }
        JsonReader reader = JsonReader.of(new Buffer().write(sent.body()));
        reader.beginObject();
        reader.skipName();
        reader.beginArray();
        while (reader.hasNext()) {
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
                    try (BufferedSource body = reader.nextSource()) {
                        String path = sent.path()
                                .replace("/batch?", "/" + name.toLowerCase(Locale.ROOT) + "?")
                                .replace("requestid=", "requestid=" + single.size());
                        single.add(new Sent(path, body.readByteString()));
                    }
                } else {
                    reader.skipValue();
                }
            }
            reader.endObject();
        }
        reader.endArray();
        reader.endObject();
    }

    /** Sends all; what each phase took. */
    Map<Phase, Took> run(int records) throws Exception {
        send(requests(opening));
        Map<Phase, Took> took = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            List<Request> requests = requests(phases.getOrDefault(phase, List.of()));
            took.put(phase, Took.of(records, () -> send(requests)));
        }
        return took;
    }

    private List<Request> requests(List<Sent> writes) {
        return writes.stream()
                .map(sent -> new Request.Builder()
                        .url(Objects.requireNonNull(base.resolve(sent.path())))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .post(RequestBody.create(sent.body(), JSON))
                        .build())
                .toList();
    }

    private void send(List<Request> requests) throws IOException {
        Buffer answer = new Buffer();
        for (Request request : requests) {
            try (Response response = http.newCall(request).execute()) {
                response.body().source().readAll(answer);
                boolean good = response.code() == 200 && answer.indexOf(FAULT) < 0;
                Firm.require(good || answer.indexOf(STALE) >= 0, "the bare loop was refused: " + response.code());
                answer.clear();
            }
        }
    }
}
