package dev.tieout.testkit.company.internal.wire;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML bodies into the shape that JSON bodies have: attributes and elements become members, what repeats becomes a
 * list, references and memos an object around their text (QuickBooks fact P2.3). Names count without their namespace.
 * Document types, entities and deep nesting are refused; nothing outside the body is ever read.
 */
public final class XmlBody {
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int DEEPEST = 64;
    private static final Pattern ENCODING =
            Pattern.compile("(?:\\u00ef\\u00bb\\u00bf)?<\\?xml[^>]{0,60}encoding=[\"']([\\w.:-]{1,40})[\"']");

    private final Types types = Types.all();
    private final XMLStreamReader in;
    private int depth;

    private XmlBody(XMLStreamReader in) {
        this.in = in;
    }

    /** The body is no XML, or none of the kind expected; the message is safe to show. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean encoding;

        Malformed(String message, boolean encoding) {
            super(message);
            this.encoding = encoding;
        }

        /** Whether the bytes are not what their encoding says. */
        public boolean encoding() {
            return encoding;
        }
    }

    /**
     * One element with its name.
     *
     * @param name the name without its namespace
     * @param content what it holds
     */
    public record Root(String name, JsonObject content) {}

    /** Reads a document; fails if it is none. */
    public static Root read(byte[] xml) throws Malformed {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text(xml)));
            return new XmlBody(in).root();
        } catch (CharacterCodingException broken) {
            throw new Malformed("Unexpected character", true);
        } catch (XMLStreamException | RuntimeException broken) {
            // The parser of the JDK answers some broken texts with exceptions of its own.
            throw new Malformed("Unexpected character", false);
        }
    }

    /** The text behind the bytes: in the encoding that the document declares, UTF-8 otherwise. */
    private static String text(byte[] xml) throws CharacterCodingException {
        String start = new String(xml, 0, Math.min(xml.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        Charset charset = StandardCharsets.UTF_8;
        if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
            charset = StandardCharsets.UTF_16;
        } else if (declared.lookingAt()) {
            charset = Charset.forName(String.valueOf(declared.group(1)));
        }
        String text = charset.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private Root root() throws XMLStreamException, Malformed {
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            refuse(in.getEventType());
        }
        String name = in.getLocalName();
        Object content = element(types.has(name) ? name : null, null);
        while (in.hasNext()) {
            refuse(in.next());
        }
        return new Root(name, content instanceof JsonObject object ? object : new JsonObject());
    }

    private static void refuse(int event) throws Malformed {
        boolean declares = event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_REFERENCE
                || event == XMLStreamConstants.ENTITY_DECLARATION;
        if (declares) {
            throw new Malformed("Document types and entities are not read", false);
        }
    }

    /** The element that was just opened, read to its end. */
    private @Nullable Object element(@Nullable String type, @Nullable FieldType field)
            throws XMLStreamException, Malformed {
        if (++depth > DEEPEST) {
            throw new Malformed("Nested too deeply", false);
        }
        boolean nil = "true".equals(in.getAttributeValue(INSTANCE, "nil"));
        JsonObject object = attributes();
        boolean plain = object.size() == 0;
        StringBuilder text = new StringBuilder();
        boolean elements = false;
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                elements = true;
                child(object, type, in.getLocalName());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(in.getText());
            }
        }
        depth--;
        if (elements) {
            return field != null && field.kind() == FieldType.Kind.ANY ? extension(object) : object;
        }
        return nil ? null : leaf(object, plain, type, field, text.toString());
    }

    private JsonObject attributes() {
        JsonObject object = new JsonObject();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                object.set(in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
        }
        return object;
    }

    private Object leaf(
            JsonObject object, boolean plain, @Nullable String type, @Nullable FieldType field, String text) {
        XmlLayout layout = type == null ? null : types.layout(type);
        FieldType own = layout == null ? null : layout.text();
        if (own != null) {
            boolean reference = "ReferenceType".equals(type);
            return object.set(own.name(), reference ? text.strip() : text);
        }
        if (layout != null && text.isBlank()) {
            return object;
        }
        boolean collapsed = field != null && field.scalar() && field.kind() != FieldType.Kind.TEXT;
        return plain || layout != null ? (collapsed ? text.strip() : text) : object;
    }

    private void child(JsonObject parent, @Nullable String type, String name) throws XMLStreamException, Malformed {
        FieldType field = type == null ? null : types.field(type, name);
        Object value = element(field == null ? named(type, name) : typeOf(field), field);
        if (value == null) {
            parent.sent(name, null);
            return;
        }
        Object before = parent.get(name);
        boolean list = field == null ? before != null : field.list();
        if (!list) {
            parent.set(name, value);
            return;
        }
        List<Object> items = new ArrayList<>();
        if (before instanceof List<?> earlier) {
            items.addAll(earlier);
        } else if (before != null) {
            items.add(before);
        }
        items.add(value);
        parent.set(name, items);
    }

    /** What stands in an envelope is an entity if it is called like one; in a known type nothing is guessed. */
    private @Nullable String named(@Nullable String parent, String name) {
        return parent == null && types.has(name) ? name : null;
    }

    private static @Nullable String typeOf(FieldType field) {
        return field.kind() == FieldType.Kind.REFERENCE ? "ReferenceType" : field.type();
    }

    /** Names and values in an extension come back in the server's own wrapper. */
    private static JsonObject extension(JsonObject object) {
        List<JsonObject> pairs = object.objects("NameValue");
        if (pairs.isEmpty() || object.size() > 1) {
            return object;
        }
        List<Object> any = new ArrayList<>();
        for (JsonObject pair : pairs) {
            JsonObject wrapped = Wrapped.nameValue(pair.text("Name", ""), pair.text("Value", ""));
            if (wrapped != null) {
                any.add(wrapped);
            }
        }
        return JsonObject.of("any", any);
    }
}
