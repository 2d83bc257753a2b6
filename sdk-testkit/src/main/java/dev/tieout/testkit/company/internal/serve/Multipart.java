package dev.tieout.testkit.company.internal.serve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads multipart bodies as real clients send them: bare line feeds, no closing boundary, parts in base64, a boundary with
 * or without quotes or not named at all. Never throws: what cannot be read is no part.
 */
final class Multipart {
    private final byte[] body;

    private Multipart(byte[] body) {
        this.body = body;
    }

    /**
     * One part.
     *
     * @param name the field's name, empty if it has none
     * @param fileName the file's name, empty if it has none
     * @param contentType the type, empty if it has none
     * @param content the content, decoded
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(String name, String fileName, String contentType, byte[] content) {}

    static List<Part> parts(String contentType, byte[] body) {
        String boundary = parameter(contentType, "boundary");
        Multipart multipart = new Multipart(body);
        return multipart.parts("--" + (boundary.isEmpty() ? multipart.guessed() : boundary));
    }

    private String guessed() {
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1).strip();
        String line = start.lines().findFirst().orElse("");
        return line.startsWith("--") ? line.substring(2) : "none";
    }

    private List<Part> parts(String delimiter) {
        List<Part> parts = new ArrayList<>();
        byte[] mark = delimiter.getBytes(StandardCharsets.ISO_8859_1);
        int start = find(mark, 0);
        while (start >= 0) {
            int from = start + mark.length;
            int next = find(mark, from);
            boolean last = from + 1 < body.length && body[from] == '-' && body[from + 1] == '-';
            if (last) {
                break;
            }
            int end = next < 0 ? body.length : withoutBreak(next);
            part(lineEnd(from), Math.max(end, from), parts);
            start = next;
        }
        return parts;
    }

    private void part(int from, int to, List<Part> parts) {
        int position = from;
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        while (position < to) {
            int end = position;
            while (end < to && body[end] != '\n') {
                end++;
            }
            String line = new String(body, position, end - position, StandardCharsets.UTF_8).strip();
            position = Math.min(end + 1, to);
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        byte[] content = Arrays.copyOfRange(body, position, Math.max(position, to));
        String disposition = headers.getOrDefault("Content-Disposition", "");
        boolean base64 = headers.getOrDefault("Content-Transfer-Encoding", "").equalsIgnoreCase("base64");
        parts.add(new Part(
                parameter(disposition, "name"),
                parameter(disposition, "filename"),
                headers.getOrDefault("Content-Type", ""),
                base64 ? decoded(content) : content));
    }

    private static byte[] decoded(byte[] content) {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException notBase64) {
            return content;
        }
    }

    private int lineEnd(int from) {
        int position = from;
        while (position < body.length && body[position] != '\n') {
            position++;
        }
        return Math.min(position + 1, body.length);
    }

    private int withoutBreak(int at) {
        int end = at;
        if (end > 0 && body[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && body[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    private int find(byte[] mark, int from) {
        for (int i = Math.max(0, from); i <= body.length - mark.length; i++) {
            boolean lineStart = i == 0 || body[i - 1] == '\n';
            if (lineStart && Arrays.equals(body, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }

    private static String parameter(String header, String name) {
        for (String part : header.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0
                    && part.substring(0, equals)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .equals(name)) {
                String value = part.substring(equals + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                return quoted ? value.substring(1, value.length() - 1) : value;
            }
        }
        return "";
    }
}
