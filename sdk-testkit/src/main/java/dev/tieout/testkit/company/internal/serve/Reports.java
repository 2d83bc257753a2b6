package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.Postings;
import dev.tieout.testkit.company.internal.serve.ReportTable.Cell;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reports computed from the books (QuickBooks fact P9.5): profit and loss, balance sheet, trial balance, general
 * ledger. Balances by name are in {@link PartyReports}. Always on accrual basis: a cash basis is only named in the
 * header.
 */
final class Reports {
    private final Ledger ledger;

    Reports(Ledger ledger) {
        this.ledger = ledger;
    }

    FakeResponse report(Call call) {
        String name = call.rest().size() < 2 ? "" : call.rest().get(1);
        ReportPeriod period = ReportPeriod.of(call);
        PartyReports parties = new PartyReports(ledger, period);
        JsonObject report = switch (name.toLowerCase(Locale.ROOT)) {
            case "profitandloss" -> profitAndLoss(call, period);
            case "balancesheet" -> balanceSheet(call, period);
            case "trialbalance" -> trialBalance(call, period);
            case "generalledger" -> generalLedger(call, period);
            case "customerbalance" -> parties.balances("CustomerBalance", EntityKind.CUSTOMER, call.now());
            case "vendorbalance" -> parties.balances("VendorBalance", EntityKind.VENDOR, call.now());
            case "agedreceivables" -> parties.aged("AgedReceivables", EntityKind.INVOICE, call.now());
            case "agedpayables" -> parties.aged("AgedPayables", EntityKind.BILL, call.now());
            case "customerincome", "customersales" -> parties.income(name, call.now());
            case "accountlist" -> new ListReports(ledger, period).accounts(call.now());
            case "agedreceivabledetail", "customerbalancedetail" ->
                new ListReports(ledger, period).open(name, EntityKind.INVOICE, EntityKind.CUSTOMER, call.now());
            case "agedpayabledetail", "vendorbalancedetail" ->
                new ListReports(ledger, period).open(name, EntityKind.BILL, EntityKind.VENDOR, call.now());
            case "vendorexpenses" -> new ListReports(ledger, period).expenses(call.now());
            case "transactionlist" -> parties.transactions(call.now());
            default ->
                throw QboFault.of(
                        5020,
                        "Permission Denied Error : You do not have the access rights to use this feature.",
                        "ReportName");
        };
        return Envelopes.report(report, call.xml(), call.tid());
    }

    private String currency(Call call) {
        return ledger.settings(call.now()).homeCurrency();
    }

    private static List<Cell> line(String title, @Nullable BigDecimal amount) {
        return List.of(Cell.of(title), Cell.money(amount));
    }

    /** What was posted to each account by the transactions a test lets through. */
    private Map<String, BigDecimal> posted(Predicate<JsonObject> wanted) {
        Work work = new Work(ledger.books(), "", Instant.EPOCH);
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (EntityKind kind : EntityKind.values()) {
            if (kind.transaction()) {
                for (JsonObject transaction : ledger.books().table(kind).inOrder()) {
                    if (wanted.test(transaction)) {
                        Postings.of(kind, transaction, work)
                                .forEach((id, amount) -> sums.merge(id, amount, BigDecimal::add));
                    }
                }
            }
        }
        return sums;
    }

    private JsonObject profitAndLoss(Call call, ReportPeriod period) {
        Map<String, BigDecimal> posted = posted(period::holds);
        ReportTable table = new ReportTable().column("", "Account", "account").column("TOTAL", "Money", "total");
        BigDecimal income = section(table, posted, "Income", "Income", "Income", -1);
        BigDecimal goods = section(table, posted, "Cost of Goods Sold", "Cost of Goods Sold", "COGS", 1);
        BigDecimal gross = income.subtract(goods);
        total(table, "Gross Profit", gross, "GrossProfit");
        BigDecimal expenses = section(table, posted, "Expense", "Expenses", "Expenses", 1);
        BigDecimal operating = gross.subtract(expenses);
        total(table, "Net Operating Income", operating, "NetOperatingIncome");
        BigDecimal otherIncome = section(table, posted, "Other Income", "Other Income", "OtherIncome", -1);
        BigDecimal otherExpenses = section(table, posted, "Other Expense", "Other Expenses", "OtherExpenses", 1);
        total(table, "Net Income", operating.add(otherIncome).subtract(otherExpenses), "NetIncome");
        return table.json("ProfitAndLoss", period, currency(call), call.now(), posted.isEmpty());
    }

    /** Sections of other income, other expenses and goods appear only if something is in them, as recorded. */
    private BigDecimal section(
            ReportTable table, Map<String, BigDecimal> posted, String type, String title, String group, int sign) {
        List<Object> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonObject account : ledger.books().table(EntityKind.ACCOUNT).inOrder()) {
            BigDecimal amount = posted.get(account.text("Id", ""));
            if (amount != null && amount.signum() != 0 && type.equals(account.text("AccountType"))) {
                BigDecimal shown = amount.multiply(BigDecimal.valueOf(sign));
                sum = sum.add(shown);
                Cell name = new Cell(account.text("FullyQualifiedName", ""), account.text("Id"));
                lines.add(ReportTable.data(List.of(name, Cell.money(shown))));
            }
        }
        boolean always = type.equals("Income") || type.equals("Expense");
        if (always || !lines.isEmpty()) {
            table.row(ReportTable.section(title, lines, line("Total " + title, lines.isEmpty() ? null : sum), group));
        }
        return sum;
    }

    private static void total(ReportTable table, String title, BigDecimal amount, String group) {
        List<Cell> cells = line(title, amount.signum() == 0 ? null : amount);
        table.row(ReportTable.section(null, List.of(), cells, group));
    }

    private JsonObject balanceSheet(Call call, ReportPeriod period) {
        Map<String, BigDecimal> later = posted(period::after);
        ReportTable table = new ReportTable().column("", "Account", "account").column("TOTAL", "Money", "total");
        List<Object> assets = new ArrayList<>();
        List<Object> debts = new ArrayList<>();
        List<Object> equity = new ArrayList<>();
        BigDecimal assetSum = balances(later, "Asset", 1, assets);
        BigDecimal debtSum = balances(later, "Liability", -1, debts);
        BigDecimal ownSum = balances(later, "Equity", -1, equity);
        BigDecimal netIncome = assetSum.subtract(debtSum).subtract(ownSum);
        equity.add(ReportTable.data(line("Net Income", netIncome)));
        BigDecimal equitySum = ownSum.add(netIncome);
        table.row(ReportTable.section("ASSETS", assets, line("TOTAL ASSETS", assetSum), "TotalAssets"));
        List<Object> sides = new ArrayList<>();
        sides.add(ReportTable.section("Liabilities", debts, line("Total Liabilities", debtSum), "Liabilities"));
        sides.add(ReportTable.section("Equity", equity, line("Total Equity", equitySum), "Equity"));
        table.row(ReportTable.section(
                "LIABILITIES AND EQUITY",
                sides,
                line("TOTAL LIABILITIES AND EQUITY", debtSum.add(equitySum)),
                "TotalLiabilitiesAndEquity"));
        return table.json("BalanceSheet", period, currency(call), call.now(), assets.isEmpty());
    }

    private BigDecimal balances(Map<String, BigDecimal> later, String classification, int sign, List<Object> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonObject account : ledger.books().table(EntityKind.ACCOUNT).inOrder()) {
            BigDecimal balance = account.amount("CurrentBalance")
                    .subtract(later.getOrDefault(account.text("Id", ""), BigDecimal.ZERO))
                    .multiply(BigDecimal.valueOf(sign));
            if (classification.equals(account.text("Classification")) && balance.signum() != 0) {
                sum = sum.add(balance);
                Cell name = new Cell(account.text("FullyQualifiedName", ""), account.text("Id"));
                lines.add(ReportTable.data(List.of(name, Cell.money(balance))));
            }
        }
        return sum;
    }

    private JsonObject trialBalance(Call call, ReportPeriod period) {
        Map<String, BigDecimal> posted = posted(period::holds);
        ReportTable table = new ReportTable()
                .column("", "Account", "account")
                .column("Debit", "Money", "debit")
                .column("Credit", "Money", "credit");
        BigDecimal debits = BigDecimal.ZERO;
        BigDecimal credits = BigDecimal.ZERO;
        for (JsonObject account : ledger.books().table(EntityKind.ACCOUNT).inOrder()) {
            BigDecimal amount = posted.getOrDefault(account.text("Id", ""), BigDecimal.ZERO);
            if (amount.signum() != 0) {
                debits = debits.add(amount.max(BigDecimal.ZERO));
                credits = credits.add(amount.negate().max(BigDecimal.ZERO));
                Cell name = new Cell(account.text("FullyQualifiedName", ""), account.text("Id"));
                boolean debit = amount.signum() > 0;
                table.row(ReportTable.data(
                        List.of(name, Cell.money(debit ? amount : null), Cell.money(debit ? null : amount.negate()))));
            }
        }
        List<Cell> total = List.of(Cell.of("TOTAL"), Cell.money(debits), Cell.money(credits));
        table.row(ReportTable.section(null, List.of(), total, "GrandTotal"));
        return table.json("TrialBalance", period, currency(call), call.now(), posted.isEmpty());
    }

    private JsonObject generalLedger(Call call, ReportPeriod period) {
        ReportTable table = new ReportTable()
                .column("Date", "tx_date", "tx_date")
                .column("Transaction Type", "txn_type", "txn_type")
                .column("Num", "doc_num", "doc_num")
                .column("Amount", "subt_nat_amount", "subt_nat_amount");
        Work work = new Work(ledger.books(), "", call.now());
        boolean empty = true;
        for (JsonObject account : ledger.books().table(EntityKind.ACCOUNT).inOrder()) {
            String id = account.text("Id", "");
            List<Object> lines = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (PartyReports.Entry entry : PartyReports.entries(ledger, period)) {
                BigDecimal amount =
                        Postings.of(entry.kind(), entry.transaction(), work).get(id);
                if (amount != null && amount.signum() != 0) {
                    sum = sum.add(amount);
                    lines.add(ReportTable.data(List.of(
                            Cell.of(entry.transaction().text("TxnDate")), entry.cell(),
                            Cell.of(entry.transaction().text("DocNumber")), Cell.money(amount))));
                }
            }
            if (!lines.isEmpty()) {
                empty = false;
                String title = account.text("FullyQualifiedName", "");
                List<Cell> total = List.of(Cell.of("Total for " + title), Cell.of(""), Cell.of(""), Cell.money(sum));
                table.row(ReportTable.section(title, lines, total, null));
            }
        }
        return table.json("GeneralLedger", period, currency(call), call.now(), empty);
    }
}
