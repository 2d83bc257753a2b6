package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.Discount;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.model.TaxTreatment;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.FakeCompany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Worked invoices of companies outside the United States, each with the mark of how sure it is: R recorded, C reported by
 * other clients, D a documented rule, I inferred (QuickBooks facts T5.3, T5.4, T5.6).
 */
class TaxVectorsTest {
    /** Lines are amount@code, with xQuantity where there is one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            AU two lines            | AU | EXCLUSIVE | 900.00@10 3000.00@10            |    | 3900.00 | 390.00 | 4290.00 | R
            AU 15 %                 | AU | EXCLUSIVE | 2000.00@35                      |    | 2000.00 | 300.00 | 2300.00 | R
            AU 12 %                 | AU | EXCLUSIVE | 2000.00@25                      |    | 2000.00 | 240.00 | 2240.00 | R
            AU zero                 | AU | EXCLUSIVE | 2000.00@8                       |    | 2000.00 | 0.00   | 2000.00 | R
            AU many cents           | AU | EXCLUSIVE | 5491.50@10                      |    | 5491.50 | 549.15 | 6040.65 | R
            GB rounded once         | GB | EXCLUSIVE | 3.33@6 3.33@6 3.33@6            |    | 9.99    | 2.00   | 11.99   | C
            GB rounded once, small  | GB | EXCLUSIVE | 0.12@6 0.12@6                   |    | 0.24    | 0.05   | 0.29    | C
            GB standard and zero    | GB | EXCLUSIVE | 100.00@6 50.00@8                |    | 150.00  | 20.00  | 170.00  | I
            GB no VAT               | GB | EXCLUSIVE | 100.00@6 50.00@10               |    | 150.00  | 20.00  | 170.00  | I
            CA HST                  | CA | EXCLUSIVE | 100.00@5                        |    | 100.00  | 13.00  | 113.00  | I
            CA two rates            | CA | EXCLUSIVE | 100.00@9                        |    | 100.00  | 14.98  | 114.98  | I
            CA one rate of 3 digits | CA | EXCLUSIVE | 4495.16@10                      |    | 4495.16 | 448.39 | 4943.55 | C
            CA meals                | CA | EXCLUSIVE | 29.03@12 31.17@12               |    | 60.20   | 4.19   | 64.39   | C
            CA two small rates      | CA | EXCLUSIVE | 0.89@11                         |    | 0.89    | 0.10   | 0.99    | I
            CA discount             | CA | EXCLUSIVE | 10.00@5                         | 20 | 10.00   | 1.04   | 9.04    | I
            AU incl. 450            | AU | INCLUSIVE | 450.00@10x450                   |    | 409.09  | 40.91  | 450.00  | R
            AU incl. 6600           | AU | INCLUSIVE | 6600.00@10x3                    |    | 6000.00 | 600.00 | 6600.00 | R
            CA incl. discount       | CA | INCLUSIVE | 9.00@5x15 3.00@5x24             | 20 | 10.61   | 1.11   | 9.60    | R
            GB incl. three lines    | GB | INCLUSIVE | 10.00@6 10.00@6 10.00@6         |    | 24.99   | 5.01   | 30.00   | D
            GB incl. 120            | GB | INCLUSIVE | 120.00@6                        |    | 100.00  | 20.00  | 120.00  | I
            GB incl. cents          | GB | INCLUSIVE | 0.07@6                          |    | 0.06    | 0.01   | 0.07    | I
            GB outside of tax       | GB | NONE      | 120.00@6                        |    | 120.00  | 0.00   | 120.00  | R
            """)
    void comesToWhatItShould(
            String name,
            String country,
            TaxTreatment treatment,
            String lines,
            String discount,
            BigDecimal subTotal,
            BigDecimal tax,
            BigDecimal total,
            String mark) {
        try (Firm firm = Firm.in(FakeCompany.builder().country(country))) {
            Client client = firm.client("c-1", "Vector Client");
            firm.company.clients().sync(client);
            ServiceItem item = firm.linkedItem("s-1");
            ClientInvoice invoice = ClientInvoice.builder(LocalId.of("i-1"), client.id(), Firm.DAY)
                    .taxTreatment(treatment)
                    .discount(discount == null ? null : Discount.percent(discount))
                    .lines(lines(lines, item.id(), currency(country)))
                    .build();
            SyncStatus status = firm.company.invoices().sync(invoice);
            assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
            assertThat(status.standing().tax().amount()).isEqualByComparingTo(tax);
            assertThat(status.standing().total().amount()).isEqualByComparingTo(total);
            assertThat(subTotal(firm.inQuickBooks("Invoice", status.remoteId(), "Line")))
                    .isEqualByComparingTo(subTotal);
            // An edit of a line leaves all of it as it is.
            List<InvoiceLine> edited = new ArrayList<>(invoice.lines());
            edited.set(0, edited.get(0).toBuilder().description("Edited").build());
            SyncStatus again = firm.company
                    .invoices()
                    .sync(invoice.toBuilder().lines(edited).build());
            assertThat(again.state()).as("%s", again).isEqualTo(SyncState.SYNCED);
            assertThat(again.standing().total()).isEqualTo(status.standing().total());
        }
    }

    private static String currency(String country) {
        return Map.of("GB", "GBP", "CA", "CAD", "AU", "AUD").get(country);
    }

    private static List<InvoiceLine> lines(String text, LocalId item, String currency) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (String each : text.strip().split(" +")) {
            String[] parts = each.split("[@x]");
            InvoiceLine.Builder line = InvoiceLine.builder(Money.of(parts[0], currency))
                    .serviceItemId(item)
                    .taxCodeId(parts[1]);
            if (parts.length == 3) {
                line.quantity(new BigDecimal(parts[2]));
            }
            lines.add(line.build());
        }
        return lines;
    }

    private static BigDecimal subTotal(Object lines) {
        for (Object each : (List<?>) lines) {
            if (((Map<?, ?>) each).containsKey("SubTotalLineDetail")) {
                return new BigDecimal(((Map<?, ?>) each).get("Amount").toString());
            }
        }
        throw new AssertionError("there is no subtotal");
    }
}
