package dev.tieout.qbo.http.internal;

import dev.tieout.qbo.fault.QboFault;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Errors in XML, which QuickBooks answers at times although JSON was asked for; also the old {@code FaultInfo}. */
final class XmlFaults {
    private XmlFaults() {}

    static List<QboFault> read(String text, int status) {
        List<QboFault> faults = new ArrayList<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("Error")) {
                        faults.add(error(xml, status));
                    } else if (xml.getLocalName().equals("FaultInfo")) {
                        faults.add(faultInfo(xml, status));
                    }
                }
            }
        } catch (XMLStreamException e) {
            // HTML, or cut off: what was found so far counts.
            return faults;
        }
        return faults;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static QboFault error(XMLStreamReader xml, int status) throws XMLStreamException {
        @Nullable String code = xml.getAttributeValue(null, "code");
        @Nullable String element = xml.getAttributeValue(null, "element");
        String message = "";
        String detail = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Error")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String value = xml.getElementText();
                message = name.equals("Message") ? value : message;
                detail = name.equals("Detail") ? value : detail;
            }
        }
        return FaultReader.make(code == null ? "" : code, message, detail, element, status);
    }

    private static QboFault faultInfo(XMLStreamReader xml, int status) throws XMLStreamException {
        String message = "";
        String cause = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("FaultInfo")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String value = xml.getElementText();
                message = name.equals("Message") ? value : message;
                cause = name.equals("Cause") ? value : cause;
            }
        }
        return FaultReader.make(cause, message, "", null, status);
    }
}
