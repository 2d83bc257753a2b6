package dev.tieout.testkit.server.internal;

import dev.tieout.testkit.exchange.FakeResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes HTTP/1.1 answers, each in one go. */
final class ResponseWriter {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private ResponseWriter() {}

    /** Writes {@code bytes} of the body, of which the head announces all. */
    static void write(OutputStream out, FakeResponse response, int bytes, boolean last, boolean headOnly)
            throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(REASONS.getOrDefault(response.status(), "Status " + response.status()))
                .append("\r\n");
        response.headers().forEach((name, value) -> {
            head.append(name).append(": ");
            value.chars().forEach(c -> head.append(c < ' ' ? ' ' : (char) c));
            head.append("\r\n");
        });
        head.append("Content-Length: ").append(response.body().length).append("\r\n");
        if (last) {
            head.append("Connection: close\r\n");
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream(head.length() + bytes + 2);
        answer.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (!headOnly) {
            answer.write(response.body(), 0, bytes);
        }
        answer.writeTo(out);
        out.flush();
    }
}
