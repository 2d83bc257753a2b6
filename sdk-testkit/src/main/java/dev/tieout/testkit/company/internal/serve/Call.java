package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.BatchFaults;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.XmlBody;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.text.internal.Wants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * One request as the operations see it: parameters, options, the body unpacked and parsed.
 *
 * @param request the request
 * @param rest the path behind the company
 * @param now its moment
 * @param tid the id the answer will bear
 * @param faults what is refused on purpose inside a batch
 */
record Call(FakeRequest request, List<String> rest, Instant now, String tid, BatchFaults faults) {
    private static final int LARGEST_BODY = 100 * 1024 * 1024;

    /** Whether the answer is XML. */
    boolean xml() {
        return Wants.xml(request);
    }

    /** The words of the include parameter, lower case. */
    Set<String> include() {
        Set<String> words = new LinkedHashSet<>();
        for (String value : request.parameters("include")) {
            for (String word : value.split(",")) {
                words.add(word.strip().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    String operation() {
        return request.parameter("operation").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** The body without its compression. */
    byte[] body() {
        String encoding = request.headers().first("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
        byte[] raw = request.body();
        try {
            if (encoding.contains("gzip")) {
                return unpacked(new GZIPInputStream(new ByteArrayInputStream(raw)));
            }
            if (encoding.contains("deflate")) {
                boolean wrapped =
                        raw.length > 1 && (raw[0] & 0x0f) == 8 && ((raw[0] & 0xff) * 256 + (raw[1] & 0xff)) % 31 == 0;
                return unpacked(new InflaterInputStream(new ByteArrayInputStream(raw), new Inflater(!wrapped)));
            }
        } catch (IOException broken) {
            throw QboFault.of(500, "Operation The body is not what Content-Encoding says is not supported.");
        }
        return raw;
    }

    private static byte[] unpacked(InputStream packed) throws IOException {
        byte[] bytes = packed.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new IOException("too large");
        }
        return bytes;
    }

    /** The body as text; bytes that are no UTF-8 are refused as the real server does (QuickBooks fact P2.5). */
    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw notUtf8();
        }
    }

    private static QboFault notUtf8() {
        return QboFault.of(
                500,
                "Operation com.sun.org.apache.xerces.internal.impl.io.MalformedByteSequenceException: Invalid byte"
                        + " 1 of 1-byte UTF-8 sequence is not supported.");
    }

    /** The body as an object, from JSON or XML; {@code root} is the name that an XML body must have. */
    JsonObject object(String root) {
        String type = contentType();
        if (type.contains("xml")) {
            return parsed(body(), root);
        }
        boolean unnamed = type.isEmpty() && text().stripLeading().startsWith("<");
        return unnamed ? parsed(body(), root) : json();
    }

    /** An XML body as an object. */
    static JsonObject parsed(byte[] xml, String root) {
        try {
            XmlBody.Root body = XmlBody.read(xml);
            if (!body.name().equals(root)) {
                throw QboFault.of(
                        2000,
                        "Invalid or unsupported object name : " + body.name() + " where " + root + " was expected.");
            }
            return body.content();
        } catch (XmlBody.Malformed malformed) {
            throw malformed.encoding() ? notUtf8() : unreadable(String.valueOf(malformed.getMessage()));
        }
    }

    private static QboFault unreadable(String why) {
        return QboFault.of(2010, "Property Name:" + why + " in the body specified is unsupported or invalid");
    }

    private JsonObject json() {
        byte[] body = text().getBytes(StandardCharsets.UTF_8);
        if (body.length == 0) {
            throw QboFault.of(
                    2010,
                    "Property Name:No content to map to Object due to end of input specified is"
                            + " unsupported or invalid");
        }
        try {
            return JsonText.object(body);
        } catch (JsonText.Malformed malformed) {
            throw unreadable(String.valueOf(malformed.getMessage()));
        }
    }
}
