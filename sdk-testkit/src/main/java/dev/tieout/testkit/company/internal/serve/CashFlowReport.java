package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Journal.Posting;
import dev.tieout.testkit.company.internal.serve.ReportTable.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statement of cash flows, by type of account. */
final class CashFlowReport {
    private static final Set<String> CASH = Set.of("Bank");
    private static final Set<String> INVESTING = Set.of("Fixed Asset", "Other Asset");
    private static final Set<String> FINANCING = Set.of("Long Term Liability", "Equity");

    private final Ledger ledger;
    private final ReportPeriod period;
    private final Call call;
    private final LedgerBalances books;

    CashFlowReport(Ledger ledger, ReportPeriod period, Call call) {
        this.ledger = ledger;
        this.period = period;
        this.call = call;
        this.books = new LedgerBalances(ledger, period, call);
    }

    private static List<Cell> line(Cell title, BigDecimal amount) {
        return List.of(title, Cell.money(amount.signum() == 0 ? null : amount));
    }

    /** Net income, then what other accounts gave and took; the rest is what cash grew by. */
    JsonObject cashFlow() {
        ReportTable table = new ReportTable().column("", "Account", "account").column("Total", "Money", "total");
        List<Posting> inside = books.postings().stream().filter(period::holds).toList();
        BigDecimal net = books.results(inside).stream()
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
        List<Object> operating = new ArrayList<>();
        operating.add(ReportTable.data(line(Cell.of("Net Income"), net)));
        List<Object> investing = new ArrayList<>();
        List<Object> financing = new ArrayList<>();
        BigDecimal operated = net.add(flows(inside, Set.of(), operating));
        BigDecimal invested = flows(inside, INVESTING, investing);
        BigDecimal financed = flows(inside, FINANCING, financing);
        flow(
                table,
                "OPERATING ACTIVITIES",
                operating,
                "Net cash provided by operating activities",
                operated,
                "Operating");
        flow(
                table,
                "INVESTING ACTIVITIES",
                investing,
                "Net cash provided by investing activities",
                invested,
                "Investing");
        flow(
                table,
                "FINANCING ACTIVITIES",
                financing,
                "Net cash provided by financing activities",
                financed,
                "Financing");
        BigDecimal grown = operated.add(invested).add(financed);
        table.row(ReportTable.section(
                null, List.of(), line(Cell.of("Net cash increase for period"), grown), "CashIncrease"));
        BigDecimal before = cash(period.start().minusDays(1));
        table.row(ReportTable.section(
                null, List.of(), line(Cell.of("Cash at beginning of period"), before), "BeginningCash"));
        table.row(ReportTable.section(
                null, List.of(), line(Cell.of("Cash at end of period"), before.add(grown)), "EndingCash"));
        String currency = ledger.settings(call.now()).homeCurrency();
        return table.json("CashFlow", period, currency, call.now(), inside.isEmpty());
    }

    private static void flow(
            ReportTable table, String title, List<Object> lines, String total, BigDecimal sum, String group) {
        if (!lines.isEmpty()) {
            table.row(ReportTable.section(title, lines, line(Cell.of(total), sum), group + "Activities"));
        }
    }

    /** What accounts of some types gave; without types of all that are neither cash nor of the other two kinds. */
    private BigDecimal flows(List<Posting> inside, Set<String> types, List<Object> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonObject account : books.accounts()) {
            String type = account.text("AccountType", "");
            boolean other = !CASH.contains(type)
                    && !INVESTING.contains(type)
                    && !FINANCING.contains(type)
                    && !LedgerBalances.result(account)
                    && !undeposited(account);
            BigDecimal amount = LedgerBalances.sum(inside, account.text("Id", ""), LocalDate.MIN, LocalDate.MAX)
                    .negate();
            if (amount.signum() != 0 && (types.isEmpty() ? other : types.contains(type))) {
                sum = sum.add(amount);
                lines.add(ReportTable.data(
                        line(new Cell(account.text("FullyQualifiedName", ""), account.text("Id")), amount)));
            }
        }
        return sum;
    }

    private static boolean undeposited(JsonObject account) {
        return account.text("AccountSubType", "").equals("UndepositedFunds");
    }

    private BigDecimal cash(LocalDate end) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonObject account : books.accounts()) {
            boolean cash = CASH.contains(account.text("AccountType", "")) || undeposited(account);
            sum = cash ? sum.add(books.balance(account, end)) : sum;
        }
        return sum;
    }
}
