package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Journal.Posting;
import dev.tieout.testkit.company.internal.serve.ReportTable.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements: profit and loss, balance sheet, trial balance; on both bases and in the columns asked for. */
final class StatementReports {
    private final Ledger ledger;
    private final ReportPeriod period;
    private final Call call;
    private final LedgerBalances books;
    private final List<Posting> postings;

    StatementReports(Ledger ledger, ReportPeriod period, Call call) {
        this.ledger = ledger;
        this.period = period;
        this.call = call;
        this.books = new LedgerBalances(ledger, period, call);
        this.postings = books.postings();
    }

    private JsonObject table(ReportTable table, String name, boolean empty) {
        return table.json(name, period, ledger.settings(call.now()).homeCurrency(), call.now(), empty);
    }

    private static BigDecimal[] zeroes(int size) {
        BigDecimal[] zeroes = new BigDecimal[size];
        Arrays.fill(zeroes, BigDecimal.ZERO);
        return zeroes;
    }

    private static BigDecimal[] plus(BigDecimal[] one, BigDecimal[] other, int sign) {
        BigDecimal[] sum = new BigDecimal[one.length];
        Arrays.setAll(sum, i -> sign < 0 ? one[i].subtract(other[i]) : one[i].add(other[i]));
        return sum;
    }

    private static List<Cell> line(Cell first, BigDecimal[] amounts) {
        List<Cell> cells = new ArrayList<>();
        cells.add(first);
        for (BigDecimal amount : amounts) {
            cells.add(Cell.money(amount.signum() == 0 ? null : amount));
        }
        return cells;
    }

    private static Cell account(JsonObject account) {
        return new Cell(account.text("FullyQualifiedName", ""), account.text("Id"));
    }

    JsonObject profitAndLoss() {
        List<Posting> inside = postings.stream().filter(period::holds).toList();
        ReportColumns columns = ReportColumns.of(call, period, ledger.books(), books.results(inside));
        ReportTable table = new ReportTable().by(columns.asked());
        columns.head(table);
        BigDecimal[] income = section(table, columns, inside, "Income", "Income", "Income", -1);
        BigDecimal[] goods = section(table, columns, inside, "Cost of Goods Sold", "Cost of Goods Sold", "COGS", 1);
        BigDecimal[] gross = plus(income, goods, -1);
        total(table, "Gross Profit", gross, "GrossProfit");
        BigDecimal[] expenses = section(table, columns, inside, "Expense", "Expenses", "Expenses", 1);
        BigDecimal[] operating = plus(gross, expenses, -1);
        total(table, "Net Operating Income", operating, "NetOperatingIncome");
        BigDecimal[] more = section(table, columns, inside, "Other Income", "Other Income", "OtherIncome", -1);
        BigDecimal[] less = section(table, columns, inside, "Other Expense", "Other Expenses", "OtherExpenses", 1);
        total(table, "Net Income", plus(plus(operating, more, 1), less, -1), "NetIncome");
        return table(table, "ProfitAndLoss", books.results(inside).isEmpty());
    }

    /** Sections of other income, other expenses and goods appear only if something is in them, as recorded. */
    private BigDecimal[] section(
            ReportTable table,
            ReportColumns columns,
            List<Posting> inside,
            String type,
            String title,
            String group,
            int sign) {
        Map<String, List<Posting>> byAccount = inside.stream().collect(Collectors.groupingBy(Posting::account));
        List<Object> lines = new ArrayList<>();
        BigDecimal[] sum = zeroes(columns.size());
        for (JsonObject account : books.accounts()) {
            List<Posting> own = byAccount.getOrDefault(account.text("Id", ""), List.of());
            BigDecimal[] amounts = columns.sums(own);
            boolean something = Arrays.stream(amounts).anyMatch(amount -> amount.signum() != 0);
            if (something && type.equals(account.text("AccountType"))) {
                BigDecimal[] shown = plus(zeroes(columns.size()), amounts, sign);
                sum = plus(sum, shown, 1);
                lines.add(ReportTable.data(line(account(account), shown)));
            }
        }
        boolean always = type.equals("Income") || type.equals("Expense");
        if (always || !lines.isEmpty()) {
            table.row(ReportTable.section(title, lines, line(Cell.of("Total " + title), sum), group));
        }
        return sum;
    }

    private static void total(ReportTable table, String title, BigDecimal[] amounts, String group) {
        table.row(ReportTable.section(null, List.of(), line(Cell.of(title), amounts), group));
    }

    JsonObject balanceSheet() {
        ReportColumns columns = ReportColumns.of(call, period, ledger.books(), List.of());
        ReportTable table = new ReportTable().by(columns.asked());
        columns.head(table);
        List<Object> assets = new ArrayList<>();
        List<Object> debts = new ArrayList<>();
        List<Object> equity = new ArrayList<>();
        BigDecimal[] assetSum = balances(columns, "Asset", 1, assets);
        BigDecimal[] debtSum = balances(columns, "Liability", -1, debts);
        BigDecimal[] ownSum = balances(columns, "Equity", -1, equity);
        BigDecimal[] earned = plus(plus(assetSum, debtSum, -1), ownSum, -1);
        BigDecimal[] netIncome = netIncome(columns);
        equity.add(ReportTable.data(line(Cell.of("Retained Earnings"), plus(earned, netIncome, -1))));
        equity.add(ReportTable.data(line(Cell.of("Net Income"), netIncome)));
        BigDecimal[] equitySum = plus(ownSum, earned, 1);
        table.row(ReportTable.section("ASSETS", assets, line(Cell.of("TOTAL ASSETS"), assetSum), "TotalAssets"));
        List<Object> sides = new ArrayList<>();
        sides.add(
                ReportTable.section("Liabilities", debts, line(Cell.of("Total Liabilities"), debtSum), "Liabilities"));
        sides.add(ReportTable.section("Equity", equity, line(Cell.of("Total Equity"), equitySum), "Equity"));
        table.row(ReportTable.section(
                "LIABILITIES AND EQUITY",
                sides,
                line(Cell.of("TOTAL LIABILITIES AND EQUITY"), plus(debtSum, equitySum, 1)),
                "TotalLiabilitiesAndEquity"));
        return table(table, "BalanceSheet", assets.isEmpty());
    }

    /** The days at whose ends the columns stand, the total's last. */
    private List<LocalDate> ends(ReportColumns columns) {
        List<LocalDate> ends = new ArrayList<>();
        columns.columns().forEach(column -> ends.add(column.end()));
        ends.add(period.end());
        return ends;
    }

    private BigDecimal[] balances(ReportColumns columns, String classification, int sign, List<Object> lines) {
        List<LocalDate> ends = ends(columns);
        BigDecimal[] sum = zeroes(columns.size());
        for (JsonObject account : books.accounts()) {
            if (classification.equals(account.text("Classification"))) {
                BigDecimal[] shown = zeroes(columns.size());
                Arrays.setAll(shown, i -> books.balance(account, ends.get(i)).multiply(BigDecimal.valueOf(sign)));
                if (Arrays.stream(shown).anyMatch(amount -> amount.signum() != 0)) {
                    sum = plus(sum, shown, 1);
                    lines.add(ReportTable.data(line(account(account), shown)));
                }
            }
        }
        return sum;
    }

    /** What was earned in the fiscal year up to the end of each column. */
    private BigDecimal[] netIncome(ReportColumns columns) {
        List<Posting> results = books.results(postings);
        List<LocalDate> ends = ends(columns);
        BigDecimal[] earned = zeroes(columns.size());
        Arrays.setAll(
                earned,
                i -> results.stream()
                        .filter(posting -> !posting.date().isBefore(books.yearOf(ends.get(i)))
                                && !posting.date().isAfter(ends.get(i)))
                        .map(Posting::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .negate());
        return earned;
    }

    /** Balances at the end of the period; what former years earned is retained. */
    JsonObject trialBalance() {
        ReportTable table = new ReportTable()
                .column("", "Account", "account")
                .column("Debit", "Money", "debit")
                .column("Credit", "Money", "credit");
        List<Posting> results = books.results(postings);
        BigDecimal debits = BigDecimal.ZERO;
        BigDecimal credits = BigDecimal.ZERO;
        for (JsonObject account : books.accounts()) {
            BigDecimal amount = LedgerBalances.result(account)
                    ? LedgerBalances.sum(results, account.text("Id", ""), books.yearOf(period.end()), period.end())
                    : books.balance(account, period.end());
            if (amount.signum() != 0) {
                debits = debits.add(amount.max(BigDecimal.ZERO));
                credits = credits.add(amount.negate().max(BigDecimal.ZERO));
                table.row(ReportTable.data(sides(account(account), amount)));
            }
        }
        BigDecimal retained = credits.subtract(debits);
        if (retained.signum() != 0) {
            debits = debits.add(retained.max(BigDecimal.ZERO));
            credits = credits.add(retained.negate().max(BigDecimal.ZERO));
            table.row(ReportTable.data(sides(Cell.of("Retained Earnings"), retained)));
        }
        List<Cell> total = List.of(Cell.of("TOTAL"), Cell.money(debits), Cell.money(credits));
        table.row(ReportTable.section(null, List.of(), total, "GrandTotal"));
        return table(table, "TrialBalance", debits.signum() == 0);
    }

    private static List<Cell> sides(Cell name, BigDecimal amount) {
        boolean debit = amount.signum() > 0;
        return List.of(name, Cell.money(debit ? amount : null), Cell.money(debit ? null : amount.negate()));
    }
}
