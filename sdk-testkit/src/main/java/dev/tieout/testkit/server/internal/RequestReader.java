package dev.tieout.testkit.server.internal;

import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.x requests, one after the other, from a connection. Takes what real clients send, refuses the rest. */
final class RequestReader {
    private static final int LONGEST_LINE = 64 << 10;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_BODY = 128 << 20;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A request and whether the client will send another one on this connection. */
    record Read(FakeRequest request, boolean keepAlive) {}

    private final InputStream in;
    private final OutputStream out;
    private final byte[] line = new byte[LONGEST_LINE];

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, or empty if the client has closed the connection. */
    Optional<Read> next() throws IOException, BadHttp {
        String start = line();
        while (start != null && start.isEmpty()) {
            start = line();
        }
        if (start == null) {
            return Optional.empty();
        }
        int first = start.indexOf(' ');
        int last = start.lastIndexOf(" HTTP/1.");
        if (first <= 0 || last <= first || last + 9 != start.length()) {
            throw new BadHttp(400, "the request line must be METHOD TARGET HTTP/1.1");
        }
        FakeHeaders headers = headers();
        String target = origin(start.substring(first + 1, last).trim());
        byte[] body = body(headers);
        boolean keepAlive = keepAlive(headers, start.endsWith("1.0"));
        return Optional.of(new Read(FakeRequest.of(start.substring(0, first), target, headers, body), keepAlive));
    }

    private FakeHeaders headers() throws IOException, BadHttp {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String field = lineOrFail();
        for (int count = 0; !field.isEmpty(); count++) {
            int colon = field.indexOf(':');
            if (colon <= 0 || count >= MOST_HEADERS) {
                throw new BadHttp(
                        colon <= 0 ? 400 : 431, "a header field must be NAME: VALUE, and at most 200 of them");
            }
            fields.computeIfAbsent(field.substring(0, colon).trim(), name -> new ArrayList<>(1))
                    .add(field.substring(colon + 1).trim());
            field = lineOrFail();
        }
        return FakeHeaders.of(fields);
    }

    private byte[] body(FakeHeaders headers) throws IOException, BadHttp {
        boolean chunked = headers.first("Transfer-Encoding")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
        int length = chunked ? -1 : length(headers.first("Content-Length").orElse("0"), 10);
        if (length != 0 && headers.first("Expect").isPresent()) {
            out.write(CONTINUE);
            out.flush();
        }
        return chunked ? chunks() : exactly(length);
    }

    private byte[] chunks() throws IOException, BadHttp {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = chunkSize();
        while (size > 0) {
            if (body.size() + size > LONGEST_BODY) {
                throw new BadHttp(413, "the body is too large");
            }
            body.write(exactly(size));
            lineOrFail();
            size = chunkSize();
        }
        String trailer = lineOrFail();
        while (!trailer.isEmpty()) {
            trailer = lineOrFail();
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException, BadHttp {
        String size = lineOrFail();
        int extension = size.indexOf(';');
        return length(extension < 0 ? size : size.substring(0, extension), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the client left in the middle of a request");
        }
        return bytes;
    }

    private static int length(String text, int radix) throws BadHttp {
        try {
            long length = Long.parseLong(text.trim(), radix);
            if (length >= 0 && length <= LONGEST_BODY) {
                return (int) length;
            }
        } catch (NumberFormatException e) {
            throw new BadHttp(400, "the length of the body is no number");
        }
        throw new BadHttp(413, "the body is too large, or its length is negative");
    }

    private String lineOrFail() throws IOException, BadHttp {
        String read = line();
        if (read == null) {
            throw new EOFException("the client left in the middle of a request");
        }
        return read;
    }

    /** A line without its end, LF alone taken for CR LF; {@code null} at the end of the stream. */
    private @Nullable String line() throws IOException, BadHttp {
        int length = 0;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (length == LONGEST_LINE) {
                throw new BadHttp(431, "a line of the request is too long");
            }
            line[length++] = (byte) next;
            next = in.read();
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }

    private static boolean keepAlive(FakeHeaders headers, boolean old) {
        String wish = headers.first("Connection").orElse("").toLowerCase(Locale.ROOT);
        return old ? wish.contains("keep-alive") : !wish.contains("close");
    }

    /** A client that takes the fake for a proxy sends the whole URL. */
    static String origin(String target) {
        int scheme = target.indexOf("://");
        if (scheme < 0 || target.startsWith("/")) {
            return target;
        }
        int path = target.indexOf('/', scheme + 3);
        return path < 0 ? "/" : target.substring(path);
    }
}
