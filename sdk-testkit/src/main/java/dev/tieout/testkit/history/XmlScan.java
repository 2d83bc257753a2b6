package dev.tieout.testkit.history;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds an element at the top of an XML document without failing; document types and entities are not read. */
final class XmlScan {
    private XmlScan() {}

    static boolean isXml(byte[] body) {
        int at = 0;
        boolean marked = body.length > 2 && body[0] == (byte) 0xEF;
        for (at = marked ? 3 : 0; at < body.length && body[at] <= ' ' && body[at] >= 0; at++) {
            // Blanks before the document.
        }
        return at < body.length && body[at] == '<';
    }

    static boolean hasTopLevel(byte[] xml, String name) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return hasTopLevel(factory.createXMLStreamReader(new ByteArrayInputStream(xml)), name);
        } catch (XMLStreamException | RuntimeException broken) {
            // The company refuses a body that it cannot read.
            return false;
        }
    }

    private static boolean hasTopLevel(XMLStreamReader in, String name) throws XMLStreamException {
        int depth = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth == 2 && in.getLocalName().equals(name)) {
                    return true;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return false;
    }
}
