package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks fact P9.8: columns, bases, named periods; and whatever was booked, the statements balance. */
class ReportsAddUpTest extends CompanyTest {
    private static final String YEAR = "?start_date=2026-01-01&end_date=2026-12-31";

    private JsonObject report(String target) {
        return body(get("reports/" + target));
    }

    /** The amounts of the row whose title is given, wherever it stands. */
    private static List<BigDecimal> row(JsonObject report, String title) {
        List<List<JsonObject>> rows = new ArrayList<>();
        collect(report.object("Rows"), rows);
        List<JsonObject> found = rows.stream()
                .filter(cells -> title.equals(cells.get(0).text("value")))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError("no row " + title));
        return found.stream()
                .skip(1)
                .map(cell -> cell.text("value", ""))
                .map(text -> text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text))
                .toList();
    }

    private static void collect(JsonObject rows, List<List<JsonObject>> into) {
        for (JsonObject row : rows == null ? List.<JsonObject>of() : rows.objects("Row")) {
            if (row.has("ColData")) {
                into.add(row.objects("ColData"));
            }
            collect(row.object("Rows"), into);
            if (row.object("Summary") != null) {
                into.add(row.object("Summary").objects("ColData"));
            }
        }
    }

    private static BigDecimal last(List<BigDecimal> amounts) {
        return amounts.get(amounts.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Days",
                "Weeks",
                "Month",
                "Quarter",
                "Year",
                "Customers",
                "Vendors",
                "Classes",
                "Departments",
                "Employees",
                "ProductsAndServices"
            })
    void theColumnsOfAProfitAndLossAddUpToItsTotal(String by) {
        JsonObject report = report("ProfitAndLoss?start_date=2026-08-15&end_date=2026-11-21&summarize_column_by=" + by);
        assertThat(report.object("Header").text("SummarizeColumnsBy")).isEqualTo(by);
        List<JsonObject> columns = report.object("Columns").objects("Column");
        for (String title : List.of("Total Income", "Net Income")) {
            List<BigDecimal> amounts = row(report, title);
            assertThat(amounts).hasSize(columns.size() - 1);
            BigDecimal sum = amounts.subList(0, amounts.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(amounts.size() == 1 ? last(amounts) : sum).isEqualByComparingTo(last(amounts));
        }
        for (JsonObject column : columns.subList(1, columns.size() - 1)) {
            assertThat(column.objects("MetaData"))
                    .extracting(meta -> meta.text("Name"))
                    .containsExactly("StartDate", "EndDate", "ColKey");
        }
        boolean named = List.of("Classes", "Departments", "Employees").contains(by);
        assertThat(columns).hasSizeGreaterThan(named ? 1 : 2);
    }

    @Test
    void monthsAreNamedAndCut() {
        JsonObject report = report("ProfitAndLoss?start_date=2026-10-15&end_date=2026-11-05&summarize_column_by=Month");
        assertThat(report.object("Columns").objects("Column"))
                .extracting(column -> column.text("ColTitle"))
                .containsExactly("", "Oct 2026", "Nov 2026", "TOTAL");
        assertThat(report.object("Columns").objects("Column").get(1).objects("MetaData"))
                .extracting(meta -> meta.text("Value"))
                .containsExactly("2026-10-15", "2026-10-31", "Oct 2026");
        fault(get("reports/ProfitAndLoss?summarize_column_by=Moons"), "2170");
    }

    @Test
    void onCashBasisASaleCountsWhenItIsPaid() {
        use(FakeCompany.builder().clock(() -> now).realmId(REALM).build());
        BigDecimal before = last(row(report("ProfitAndLoss" + YEAR + "&accounting_method=Cash"), "Total Income"));
        String id = create("invoice", invoice("3", "100")).text("Id");
        BigDecimal unpaid = last(row(report("ProfitAndLoss" + YEAR + "&accounting_method=Cash"), "Total Income"));
        create("payment", payment("3", "40", id, "40"));
        BigDecimal paid = last(row(report("ProfitAndLoss" + YEAR + "&accounting_method=Cash"), "Total Income"));
        BigDecimal accrual = last(row(report("ProfitAndLoss" + YEAR), "Total Income"));
        assertThat(unpaid).isEqualByComparingTo(before);
        assertThat(paid).isEqualByComparingTo(before.add(new BigDecimal("40")));
        assertThat(accrual).isGreaterThan(paid);
    }

    @Test
    void reportsAreLimitedToWhatIsAskedFor() {
        String income = "Total Income";
        BigDecimal all = last(row(report("ProfitAndLoss" + YEAR), income));
        BigDecimal one = last(row(report("ProfitAndLoss" + YEAR + "&customer=3"), income));
        assertThat(one).isLessThan(all);
        create("invoice", invoice("3", "12.34"));
        BigDecimal more = last(row(report("ProfitAndLoss" + YEAR + "&customer=3&item=1"), income));
        assertThat(more).isPositive();
        assertThat(report("ProfitAndLoss" + YEAR + "&customer=3&item=1")
                        .object("Header")
                        .text("Item"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "Today,2026-11-21,2026-11-21",
        "Yesterday,2026-11-20,2026-11-20",
        "This Week,2026-11-15,2026-11-21",
        "Last Month,2026-10-01,2026-10-31",
        "Last Month-to-date,2026-10-01,2026-10-21",
        "This Month-to-date,2026-11-01,2026-11-21",
        "This Calendar Quarter,2026-10-01,2026-12-31",
        "Last Fiscal Quarter,2026-07-01,2026-09-30",
        "This Fiscal Year,2026-01-01,2026-12-31",
        "Last Calendar Year-to-date,2025-01-01,2025-11-21",
        "Next Month,2026-12-01,2026-12-31"
    })
    void periodsHaveNames(String macro, String start, String end) {
        JsonObject header =
                report("ProfitAndLoss?date_macro=" + macro.replace(" ", "%20")).object("Header");
        assertThat(header.text("StartPeriod")).isEqualTo(start);
        assertThat(header.text("EndPeriod")).isEqualTo(end);
        assertThat(header.text("DateMacro")).isEqualTo(macro.toLowerCase(Locale.ROOT));
        fault(get("reports/ProfitAndLoss?date_macro=Someday"), "2170");
    }

    @Test
    void cashGrowsByWhatTheCashFlowSays() {
        JsonObject report = report("CashFlow" + YEAR);
        BigDecimal before = last(row(report, "Cash at beginning of period"));
        BigDecimal grown = last(row(report, "Net cash increase for period"));
        assertThat(last(row(report, "Cash at end of period"))).isEqualByComparingTo(before.add(grown));
    }

    /** Invoices, credits, payments, bills and journal entries by chance: statements balance on either basis, at any day. */
    @Test
    void whateverIsBookedTheStatementsBalance() {
        long seed = 20261130;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 40; i++) {
            book(random);
        }
        for (String basis : List.of("Accrual", "Cash")) {
            for (String end : List.of("2026-03-31", "2026-08-31", "2026-12-31")) {
                String target = "?start_date=2026-01-01&end_date=" + end + "&accounting_method=" + basis;
                String named = "seed " + seed + " " + target;
                JsonObject sheet = report("BalanceSheet" + target + "&summarize_column_by=Quarter");
                assertThat(row(sheet, "TOTAL ASSETS")).as(named).isEqualTo(row(sheet, "TOTAL LIABILITIES AND EQUITY"));
                assertThat(last(row(sheet, "Net Income")))
                        .as(named)
                        .isEqualByComparingTo(last(row(report("ProfitAndLoss" + target), "Net Income")));
                List<BigDecimal> trial = row(report("TrialBalance" + target), "TOTAL");
                assertThat(trial.get(0)).as(named).isEqualByComparingTo(trial.get(1));
                JsonObject journal = report("JournalReport" + target);
                List<BigDecimal> total = row(journal, "TOTAL");
                assertThat(total.get(total.size() - 2)).as(named).isEqualByComparingTo(last(total));
                assertThat(credits(journal)).as(named).isEqualByComparingTo(last(total));
            }
        }
    }

    private static BigDecimal credits(JsonObject journal) {
        return journal.object("Rows").objects("Row").stream()
                .filter(row -> row.has("ColData"))
                .map(row -> row.objects("ColData").get(5).text("value", ""))
                .map(text -> text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void book(SplittableRandom random) {
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
        String day = "`TxnDate`:`2026-%02d-%02d`,".formatted(1 + random.nextInt(11), 1 + random.nextInt(28));
        String sale = invoice("3", amount.toPlainString()).replace("{`Cust", "{" + day + "`Cust");
        switch (random.nextInt(4)) {
            case 0 -> create("creditmemo", sale);
            case 1 -> {
                String id = create("invoice", sale).text("Id");
                BigDecimal part = amount.divide(new BigDecimal(1 + random.nextInt(3)), 2, RoundingMode.DOWN);
                String paid = part.toPlainString();
                create("payment", payment("3", paid, id, paid).replace("{`Cust", "{" + day + "`Cust"));
            }
            case 2 ->
                create(
                        "journalentry",
                        "{" + day + "`Line`:[" + side("Debit", "Bank", amount) + "," + side("Credit", "Income", amount)
                                + "]}");
            default ->
                create(
                        "bill",
                        "{" + day + "`VendorRef`:{`value`:`15`},`Line`:[{`Amount`:" + amount
                                + ",`DetailType`:`AccountBasedExpenseLineDetail`,`AccountBasedExpenseLineDetail`:{`AccountRef`:{`value`:`"
                                + account("Expense") + "`}}}]}");
        }
    }

    private String side(String type, String account, BigDecimal amount) {
        return "{`Amount`:" + amount
                + ",`DetailType`:`JournalEntryLineDetail`,`JournalEntryLineDetail`:{`PostingType`:`" + type
                + "`,`AccountRef`:{`value`:`" + account(account) + "`}}}";
    }

    private String account(String type) {
        return rows("Account", "select * from Account where AccountType = '" + type + "'")
                .get(0)
                .text("Id", "");
    }
}
