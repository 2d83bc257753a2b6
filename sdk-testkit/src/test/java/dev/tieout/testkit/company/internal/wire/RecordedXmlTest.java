package dev.tieout.testkit.company.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Recorded XML answers, read and printed again, come out with every element, attribute and text in its place. */
class RecordedXmlTest {
    private static final Path RECORDINGS =
            Path.of(System.getProperty("tieout.root", "."), "..", "shared", "qbo/fixtures/entities/xml");

    /** Files whose first difference is not ours, and why. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "ruckus-batch_response.xml", "made by hand: FullName is no field",
            "ruckus-customer.xml", "the envelope's time was put on the record by hand",
            "ruckus-company_currency.xml", "made by hand, Intuit's classes have Code first",
            "ruckus-deleted_company_currency.xml", "made by hand, Intuit's classes have Code first",
            "ruckus-deposit.xml", "of 2015: the note stood elsewhere in the schema",
            "ruckus-deposits.xml", "of 2014: the note stood elsewhere in the schema",
            "ruckus-sales_receipt.xml", "of 2014: the note stood elsewhere in the schema",
            "ruckus-sales_receipts.xml", "of 2014: the note stood elsewhere in the schema",
            "ruckus-sales_receipt_send.xml", "of 2014: the note stood elsewhere in the schema",
            "ruckus-sales_receipt_void_success_response.xml", "of 2014: the note stood elsewhere in the schema");

    @Test
    void whatQuickBooksWroteIsWrittenAgain() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(RECORDINGS), "no recordings here");
        List<String> different = new ArrayList<>();
        int same = 0;
        for (Path file : files()) {
            byte[] recorded = Files.readAllBytes(file);
            List<String> events = events(recorded);
            if (events.isEmpty()) {
                continue;
            }
            String found = difference(events, events(again(recorded)));
            String name = String.valueOf(file.getFileName());
            if (found.isEmpty()) {
                same++;
            } else if (!EXPLAINED.containsKey(name)) {
                different.add(name + ": " + found);
            }
        }
        System.out.println("PRINT recorded XML: " + same + " files printed again as they were");
        assertThat(same).isGreaterThan(70);
        assertThat(different).isEmpty();
    }

    private static byte[] again(byte[] recorded) {
        try {
            XmlBody.Root root = XmlBody.read(recorded);
            JsonObject body =
                    root.name().equals("IntuitResponse") ? root.content() : JsonObject.of(root.name(), root.content());
            return XmlText.answer(body);
        } catch (XmlBody.Malformed malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(RECORDINGS)) {
            return all.sorted().toList();
        }
    }

    /** The first place where two documents differ. */
    private static String difference(List<String> recorded, List<String> printed) {
        for (int i = 0; i < recorded.size(); i++) {
            if (i >= printed.size() || !recorded.get(i).equals(printed.get(i))) {
                return "recorded " + recorded.subList(i, Math.min(i + 3, recorded.size())) + " printed "
                        + printed.subList(Math.min(i, printed.size()), Math.min(i + 3, printed.size()));
            }
        }
        return recorded.size() == printed.size() ? "" : "more was printed";
    }

    /** Elements with attributes and texts in order, the envelope left out; empty if the file is no XML (some are cut). */
    private static List<String> events(byte[] xml) {
        List<String> events = new ArrayList<>();
        try {
            XMLStreamReader in =
                    XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    events.add(start(in));
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    events.add("/" + in.getLocalName());
                } else if (event == XMLStreamConstants.CHARACTERS
                        && !in.getText().isBlank()) {
                    events.add("'" + in.getText().strip() + "'");
                }
            }
        } catch (XMLStreamException cut) {
            return List.of();
        }
        events.removeIf(event -> event.endsWith("IntuitResponse") || event.startsWith("IntuitResponse "));
        return events;
    }

    private static String start(XMLStreamReader in) {
        TreeSet<String> attributes = new TreeSet<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.add(in.getAttributeLocalName(i) + "=" + in.getAttributeValue(i));
        }
        return in.getLocalName() + " " + String.join(" ", attributes);
    }
}
