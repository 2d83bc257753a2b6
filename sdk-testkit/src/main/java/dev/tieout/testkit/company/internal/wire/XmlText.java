package dev.tieout.testkit.company.internal.wire;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The XML form of answers, for clients that ask for nothing else: the JSON names as elements (QuickBooks facts P2.3,
 * P3.3).
 */
final class XmlText {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final Set<String> ATTRIBUTES = Set.of("domain", "sparse", "status");
    private static final Set<String> ANSWER_ATTRIBUTES = Set.of("startPosition", "maxResults", "totalCount");

    private final StringBuilder out = new StringBuilder(HEAD);

    private XmlText() {}

    static byte[] answer(JsonObject body) {
        XmlText text = new XmlText();
        String time = body.text("time", "");
        text.out
                .append("<IntuitResponse xmlns=\"")
                .append(Envelopes.namespace())
                .append("\" time=\"")
                .append(time)
                .append("\">");
        body.forEach((name, value) -> {
            if (!name.equals("time")) {
                text.element(name, value);
            }
        });
        return text.end();
    }

    static byte[] fault(QboFault fault, Instant time) {
        XmlText text = new XmlText();
        text.out
                .append("<IntuitResponse xmlns=\"")
                .append(Envelopes.namespace())
                .append("\" time=\"")
                .append(Times.envelope(time))
                .append("\"><Fault type=\"")
                .append(escaped(fault.type()))
                .append("\">");
        for (QboFault.Problem problem : fault.problems()) {
            text.out.append("<Error code=\"").append(problem.code()).append('"');
            if (problem.element() != null) {
                text.out
                        .append(" element=\"")
                        .append(escaped(problem.element()))
                        .append('"');
            }
            text.out
                    .append("><Message>")
                    .append(escaped(problem.message()))
                    .append("</Message><Detail>")
                    .append(escaped(problem.detail()))
                    .append("</Detail></Error>");
        }
        text.out.append("</Fault>");
        return text.end();
    }

    private byte[] end() {
        return out.append("</IntuitResponse>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(String name, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> element(name, item));
        } else if (value instanceof JsonObject object) {
            object(name, object);
        } else {
            out.append('<')
                    .append(name)
                    .append('>')
                    .append(escaped(text(value)))
                    .append("</")
                    .append(name)
                    .append('>');
        }
    }

    private void object(String name, JsonObject object) {
        boolean reference = object.has("value") && object.size() <= 3 && object.text("value") != null;
        out.append('<').append(name);
        object.forEach((member, value) -> {
            if (attribute(reference, member)) {
                out.append(' ')
                        .append(member)
                        .append("=\"")
                        .append(escaped(text(value)))
                        .append('"');
            }
        });
        out.append('>');
        if (reference) {
            out.append(escaped(object.text("value", "")));
        } else {
            object.forEach((member, value) -> {
                if (!attribute(false, member)) {
                    element(member, value);
                }
            });
        }
        out.append("</").append(name).append('>');
    }

    private static boolean attribute(boolean reference, String member) {
        return reference
                ? member.equals("name") || member.equals("type")
                : ATTRIBUTES.contains(member) || ANSWER_ATTRIBUTES.contains(member) || member.equals("bId");
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            switch (code) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean legal = code >= 0x20 || code == '\t' || code == '\n' || code == '\r';
                    escaped.appendCodePoint(legal ? code : '?');
                }
            }
        });
        return escaped.toString();
    }
}
