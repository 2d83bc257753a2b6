package dev.tieout.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A whole answer, before any adapter sends it. Immutable, if nobody writes to the body.
 *
 * @param status the HTTP status
 * @param headers the header fields, without Content-Length, Transfer-Encoding and Date, which the adapter sets
 * @param body the body, uncompressed, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record FakeResponse(int status, FakeHeaders headers, byte[] body) {

    public FakeResponse {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /** An answer with a text body in UTF-8. */
    public static FakeResponse text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with a JSON body. */
    public static FakeResponse json(int status, String body) {
        return text(status, "application/json;charset=UTF-8", body);
    }

    /** An answer with a binary body. */
    public static FakeResponse bytes(int status, String contentType, byte[] body) {
        return new FakeResponse(status, FakeHeaders.none().with("Content-Type", contentType), body);
    }

    /** This answer with a header field replaced. */
    public FakeResponse withHeader(String name, String value) {
        return new FakeResponse(status, headers.without(name).with(name, value), body);
    }

    /** This answer with another status. */
    public FakeResponse withStatus(int other) {
        return new FakeResponse(other, headers, body);
    }

    /** The body read as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The status and the size of the body; its content may be data of people. */
    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }
}
