package dev.tieout.examples.intuitsdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.intuit.ipp.data.IntuitResponse;
import com.intuit.ipp.data.ObjectFactory;
import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.exchange.FakeHeaders;
import dev.tieout.testkit.exchange.FakeRequest;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.JAXBException;
import javax.xml.bind.Unmarshaller;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;

/** What the fake says in XML is what Intuit's own classes say: read by them strictly and printed again, it is the same. */
class IntuitSchemaTest {
    private static final Pattern START = Pattern.compile("<(?:\\w+:)?([A-Za-z]\\w*)");
    private static final List<String> KINDS =
            List.of(("Account,Attachable,Bill,BillPayment,Class,CompanyInfo,CreditMemo,"
                            + "Customer,Department,Deposit,Employee,Estimate,ExchangeRate,Invoice,Item,JournalEntry,Payment,"
                            + "PaymentMethod,Preferences,Purchase,PurchaseOrder,RefundReceipt,SalesReceipt,TaxAgency,TaxCode,TaxRate,"
                            + "Term,TimeActivity,Transfer,Vendor,VendorCredit")
                    .split(","));

    /** An invented company with records of many kinds. */
    private final FakeCompany company = FakeCompany.builder()
            .clock(() -> Instant.parse("2026-11-21T20:00:00Z"))
            .build();

    @Test
    void everyAnswerIsReadStrictlyAndPrintedAgainInTheSameOrder() throws JAXBException {
        JAXBContext context = JAXBContext.newInstance(ObjectFactory.class.getPackageName());
        int records = 0;
        for (String kind : KINDS) {
            String statement = URLEncoder.encode("select * from " + kind, StandardCharsets.UTF_8);
            String xml = answer("query?query=" + statement);
            assertThat(printed(context, xml)).as(kind).isEqualTo(names(xml));
            records += names(xml).stream().filter(kind::equals).count();
        }
        assertThat(records).isGreaterThan(50);
    }

    @Test
    void faultsCountsAndChangesAreReadStrictly() throws JAXBException {
        JAXBContext context = JAXBContext.newInstance(ObjectFactory.class.getPackageName());
        for (String target : List.of(
                "customer/999",
                "query?query=select+count(*)+from+Item",
                "query?query=nonsense",
                "cdc?entities=Customer,Estimate&changedSince=2026-11-01")) {
            String xml = answer(target);
            assertThat(printed(context, xml)).as(target).isEqualTo(names(xml));
        }
    }

    private String answer(String target) {
        FakeHeaders headers = FakeHeaders.none().with("Accept", "application/xml");
        String path = "/v3/company/" + company.realmId() + "/" + target;
        return company.handle(FakeRequest.of("GET", path, headers, new byte[0])).bodyText();
    }

    /** The elements that Intuit's classes print; what they do not know fails. */
    private static List<String> printed(JAXBContext context, String xml) throws JAXBException {
        Unmarshaller reader = context.createUnmarshaller();
        reader.setEventHandler(event -> false);
        StreamSource source = new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        JAXBElement<IntuitResponse> read = reader.unmarshal(source, IntuitResponse.class);
        StringWriter out = new StringWriter();
        context.createMarshaller().marshal(new ObjectFactory().createIntuitResponse(read.getValue()), out);
        return names(out.toString());
    }

    private static List<String> names(String xml) {
        List<String> names = new ArrayList<>();
        START.matcher(xml.substring(xml.indexOf("?>") + 2)).results().forEach(start -> names.add(start.group(1)));
        return names;
    }
}
