package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks fact P9.5: reports have the recorded shape and add up. */
class ReportsTest extends CompanyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProfitAndLoss",
                "BalanceSheet",
                "TrialBalance",
                "GeneralLedger",
                "CustomerBalance",
                "VendorBalance",
                "AgedReceivables",
                "AgedPayables",
                "CustomerIncome",
                "TransactionList",
                "AccountList",
                "CustomerSales",
                "AgedReceivableDetail",
                "CustomerBalanceDetail",
                "AgedPayableDetail",
                "VendorBalanceDetail",
                "VendorExpenses",
                "CashFlow",
                "ProfitAndLossDetail",
                "JournalReport",
                "ItemSales",
                "ClassSales",
                "DepartmentSales",
                "InventoryValuationSummary",
                "TransactionListByCustomer",
                "TransactionListByVendor",
                "TransactionListWithSplits",
                "TaxSummary"
            })
    void everyReportHasHeaderColumnsAndRows(String name) {
        JsonObject report = body(get("reports/" + name + "?start_date=2026-01-01&end_date=2026-12-31"));
        assertThat(report.names()).containsExactly("Header", "Columns", "Rows");
        assertThat(report.object("Header").text("ReportName")).isEqualTo(name);
        int columns = report.object("Columns").objects("Column").size();
        for (JsonObject row : report.object("Rows").objects("Row")) {
            JsonObject summary = row.object("Summary");
            List<JsonObject> cells = summary == null ? row.objects("ColData") : summary.objects("ColData");
            assertThat(cells).hasSize(columns);
        }
    }

    @Test
    void profitAndLossNamesItsGroupsInOrder() {
        JsonObject report = body(get("reports/ProfitAndLoss?start_date=2026-01-01&end_date=2026-12-31"));
        assertThat(report.object("Rows").objects("Row"))
                .extracting(row -> row.text("group"))
                .containsExactly("Income", "GrossProfit", "Expenses", "NetOperatingIncome", "NetIncome");
        List<JsonObject> net =
                report.object("Rows").objects("Row").get(4).object("Summary").objects("ColData");
        // 350 + 350 + 950 + 810 + 50 of invoices, less 95 of credit, less 1200 of rent.
        assertThat(net.get(1).text("value")).isEqualTo("1215.00");
    }

    @Test
    void theBalanceSheetBalances() {
        JsonObject report = body(get("reports/BalanceSheet"));
        List<JsonObject> rows = report.object("Rows").objects("Row");
        String assets = rows.get(0).object("Summary").objects("ColData").get(1).text("value");
        String other = rows.get(1).object("Summary").objects("ColData").get(1).text("value");
        assertThat(assets).isEqualTo(other);
        assertThat(new BigDecimal(assets)).isPositive();
    }

    @Test
    void receivablesOfAllCustomersAreTheOpenInvoices() {
        JsonObject report = body(get("reports/AgedReceivables?end_date=2026-11-21"));
        List<JsonObject> rows = report.object("Rows").objects("Row");
        String total = rows.get(rows.size() - 1)
                .object("Summary")
                .objects("ColData")
                .get(6)
                .text("value");
        BigDecimal open = company.all("Invoice").stream()
                .map(invoice -> new BigDecimal(invoice.get("Balance").toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(total)).isEqualByComparingTo(open);
    }

    @Test
    void anUnknownReportIsDenied() {
        assertThat(fault(get("reports/NoSuchThing"), "5020").text("element")).isEqualTo("ReportName");
        fault(get("reports/ProfitAndLoss?start_date=soon"), "2070");
        JsonObject empty = body(get("reports/ProfitAndLoss?start_date=2001-01-01&end_date=2001-12-31&customer=1"));
        assertThat(empty.object("Header").objects("Option").get(1).text("Value"))
                .isEqualTo("true");
        assertThat(empty.object("Header").text("Customer")).isEqualTo("1");
    }
}
