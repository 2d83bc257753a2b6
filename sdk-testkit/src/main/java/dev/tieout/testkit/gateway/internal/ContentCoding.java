package dev.tieout.testkit.gateway.internal;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** gzip and deflate of requests, gzip of answers. */
public final class ContentCoding {
    private static final int WORTH_PACKING = 1024;
    private static final int MOST_UNPACKED = 128 << 20;

    private ContentCoding() {}

    /**
     * Unpacks the body of a request.
     *
     * @param request the request as sent
     * @return the request with its body in clear; as it came if it is not compressed or the compression is broken
     */
    public static FakeRequest unpack(FakeRequest request) {
        String coding = request.headers()
                .first("Content-Encoding")
                .map(value -> value.trim().toLowerCase(Locale.ROOT))
                .orElse("");
        if (request.body().length == 0 || coding.isEmpty() || coding.equals("identity")) {
            return request;
        }
        try {
            return new FakeRequest(
                    request.method(),
                    request.path(),
                    request.rawQuery(),
                    request.headers().without("Content-Encoding"),
                    unpack(coding, request.body()));
        } catch (IOException e) {
            // The company refuses a body that it cannot read; the request goes on as it came.
            return request;
        }
    }

    private static byte[] unpack(String coding, byte[] packed) throws IOException {
        ByteArrayInputStream source = new ByteArrayInputStream(packed);
        boolean zlib = (packed[0] & 0x0f) == 8
                && packed.length > 1
                && ((packed[0] & 0xff) * 256 + (packed[1] & 0xff)) % 31 == 0;
        try (InputStream in = switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(source);
            // Clients disagree on whether deflate has the zlib frame.
            case "deflate" -> new InflaterInputStream(source, new Inflater(!zlib));
            default -> throw new IOException("unknown content coding");
        }) {
            byte[] unpacked = in.readNBytes(MOST_UNPACKED);
            if (in.read() >= 0) {
                throw new IOException("unpacked body too large");
            }
            return unpacked;
        }
    }

    /**
     * Packs the body of an answer if the client takes gzip and it is worth it.
     *
     * @param request what was asked
     * @param response the answer
     * @return the answer to send
     */
    public static FakeResponse pack(FakeRequest request, FakeResponse response) {
        boolean wanted = request.headers().all("Accept-Encoding").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("gzip"));
        if (!wanted || response.body().length < WORTH_PACKING) {
            return response;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(response.body().length / 4);
        try (OutputStream out = new QuickGzip(packed)) {
            out.write(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refused bytes", e);
        }
        return new FakeResponse(
                response.status(), response.headers().with("Content-Encoding", "gzip"), packed.toByteArray());
    }

    /** gzip at its fastest: tests wait for it. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
