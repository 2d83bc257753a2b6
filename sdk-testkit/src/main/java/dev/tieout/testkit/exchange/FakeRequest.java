package dev.tieout.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire. Immutable, if nobody writes to the body.
 *
 * @param method the HTTP method in capitals
 * @param path the path as sent, percent-encoded, without the query
 * @param rawQuery what followed the question mark, percent-encoded; {@code null} if there was none
 * @param headers the header fields
 * @param body the body as sent, still compressed if the client compressed it; empty if there was none, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeRequest(
        String method, String path, @Nullable String rawQuery, FakeHeaders headers, byte[] body) {

    public FakeRequest {
        method = method.toUpperCase(Locale.ROOT);
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /** A request without header fields and body; {@code target} is the path with or without a query. */
    public static FakeRequest get(String target) {
        return of("GET", target, FakeHeaders.none().with("Accept", "application/json"), new byte[0]);
    }

    /** A POST of a JSON text; {@code target} is the path with or without a query. */
    public static FakeRequest post(String target, String json) {
        FakeHeaders headers =
                FakeHeaders.none().with("Accept", "application/json").with("Content-Type", "application/json");
        return of("POST", target, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A request for {@code target}, the path with or without a query. */
    public static FakeRequest of(String method, String target, FakeHeaders headers, byte[] body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new FakeRequest(method, path, mark < 0 ? null : target.substring(mark + 1), headers, body);
    }

    /** The first value of a query parameter, decoded; the name in any case; empty if it was not sent. */
    public Optional<String> parameter(String name) {
        return QueryString.first(rawQuery, name);
    }

    /** All values of a query parameter, decoded, in order. */
    public List<String> parameters(String name) {
        return QueryString.all(rawQuery, name);
    }

    /** The path in its decoded segments: {@code /v3/company/1/query} gives {@code [v3, company, 1, query]}. */
    public List<String> segments() {
        return QueryString.segments(path);
    }

    /** The method and path; the query and the body may hold data of people. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
