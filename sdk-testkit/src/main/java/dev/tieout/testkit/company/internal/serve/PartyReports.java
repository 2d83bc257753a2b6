package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.ReportTable.Cell;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reports by customer and vendor: balances, aging, income, and the list of transactions. */
final class PartyReports {
    private static final List<String> AGES = List.of("Current", "1 - 30", "31 - 60", "61 - 90", "91 and over", "Total");
    private static final Set<EntityKind> SALES = Set.of(EntityKind.INVOICE, EntityKind.SALES_RECEIPT);
    private static final Set<EntityKind> RETURNS = Set.of(EntityKind.CREDIT_MEMO, EntityKind.REFUND_RECEIPT);

    private final Ledger ledger;
    private final ReportPeriod period;

    PartyReports(Ledger ledger, ReportPeriod period) {
        this.ledger = ledger;
        this.period = period;
    }

    /** A transaction and its kind. */
    record Entry(EntityKind kind, JsonObject transaction) {
        Cell cell() {
            return new Cell(kind.json().replaceAll("(?<=[a-z])(?=[A-Z])", " "), transaction.text("Id"));
        }
    }

    /** The transactions of a period, oldest first. */
    static List<Entry> entries(Ledger ledger, ReportPeriod period) {
        List<Entry> entries = new ArrayList<>();
        for (EntityKind kind : EntityKind.values()) {
            if (kind.transaction()) {
                ledger.books().table(kind).inOrder().forEach(transaction -> {
                    if (period.holds(transaction)) {
                        entries.add(new Entry(kind, transaction));
                    }
                });
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.transaction().text("TxnDate", ""))
                .thenComparing(entry -> entry.transaction().amount("Id")));
        return entries;
    }

    private String currency(Instant now) {
        return ledger.settings(now).homeCurrency();
    }

    JsonObject balances(String name, EntityKind parties, Instant now) {
        String title = parties == EntityKind.CUSTOMER ? "Customer" : "Vendor";
        ReportTable table = new ReportTable()
                .column("", title, title.toLowerCase(Locale.ROOT))
                .column("Total", "Money", "total");
        BigDecimal sum = BigDecimal.ZERO;
        boolean empty = true;
        for (JsonObject party : ledger.books().table(parties).inOrder()) {
            BigDecimal balance = party.amount("Balance");
            if (balance.signum() != 0) {
                empty = false;
                sum = sum.add(balance);
                Cell who = new Cell(party.text("DisplayName", ""), party.text("Id"));
                table.row(ReportTable.data(List.of(who, Cell.money(balance))));
            }
        }
        table.row(ReportTable.section(null, List.of(), List.of(Cell.of("TOTAL"), Cell.money(sum)), "GrandTotal"));
        return table.json(name, period, currency(now), now, empty);
    }

    JsonObject aged(String name, EntityKind open, Instant now) {
        EntityKind parties = open == EntityKind.INVOICE ? EntityKind.CUSTOMER : EntityKind.VENDOR;
        ReportTable table = new ReportTable().column("", parties.json(), parties.path());
        AGES.forEach(age -> table.column(age, "Money", age));
        Map<String, BigDecimal[]> ages = new LinkedHashMap<>();
        for (JsonObject transaction : ledger.books().table(open).inOrder()) {
            String party = transaction.ref(parties.json() + "Ref");
            if (party != null && transaction.amount("Balance").signum() != 0 && !period.after(transaction)) {
                BigDecimal[] row = ages.computeIfAbsent(party, any -> zeroes());
                int age = age(transaction);
                row[age] = row[age].add(transaction.amount("Balance"));
                row[AGES.size() - 1] = row[AGES.size() - 1].add(transaction.amount("Balance"));
            }
        }
        BigDecimal[] total = zeroes();
        for (JsonObject party : ledger.books().table(parties).inOrder()) {
            BigDecimal[] row = ages.get(party.text("Id", ""));
            if (row != null) {
                Arrays.setAll(total, i -> total[i].add(row[i]));
                table.row(ReportTable.data(cells(new Cell(party.text("DisplayName", ""), party.text("Id")), row)));
            }
        }
        table.row(ReportTable.section(null, List.of(), cells(Cell.of("TOTAL"), total), "GrandTotal"));
        return table.json(name, period, currency(now), now, ages.isEmpty());
    }

    private static BigDecimal[] zeroes() {
        BigDecimal[] row = new BigDecimal[AGES.size()];
        Arrays.fill(row, BigDecimal.ZERO);
        return row;
    }

    private static List<Cell> cells(Cell first, BigDecimal[] row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(first);
        for (BigDecimal amount : row) {
            cells.add(Cell.money(amount.signum() == 0 ? null : amount));
        }
        return cells;
    }

    private int age(JsonObject transaction) {
        LocalDate due = Times.date(transaction.text("DueDate", transaction.text("TxnDate", "")));
        long days = due == null ? 0 : ChronoUnit.DAYS.between(due, period.end());
        return days <= 0 ? 0 : (int) Math.min(4, (days + 29) / 30);
    }

    JsonObject income(String name, Instant now) {
        ReportTable table = new ReportTable()
                .column("", "Customer", "customer")
                .column("Income", "Money", "income")
                .column("Expenses", "Money", "expenses")
                .column("Net Income", "Money", "net_income");
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Entry entry : entries(ledger, period)) {
            String customer = entry.transaction().ref("CustomerRef");
            JsonObject tax = entry.transaction().object("TxnTaxDetail");
            BigDecimal net = entry.transaction()
                    .amount("TotalAmt")
                    .subtract(tax == null ? BigDecimal.ZERO : tax.amount("TotalTax"));
            boolean counts = SALES.contains(entry.kind()) || RETURNS.contains(entry.kind());
            if (customer != null && counts) {
                sums.merge(customer, RETURNS.contains(entry.kind()) ? net.negate() : net, BigDecimal::add);
            }
        }
        BigDecimal total = BigDecimal.ZERO;
        for (JsonObject customer : ledger.books().table(EntityKind.CUSTOMER).inOrder()) {
            BigDecimal sum = sums.get(customer.text("Id", ""));
            if (sum != null) {
                total = total.add(sum);
                Cell who = new Cell(customer.text("DisplayName", ""), customer.text("Id"));
                table.row(ReportTable.data(List.of(who, Cell.money(sum), Cell.money(null), Cell.money(sum))));
            }
        }
        List<Cell> summary =
                List.of(Cell.of("TOTAL"), Cell.money(total), Cell.money(BigDecimal.ZERO), Cell.money(total));
        table.row(ReportTable.section(null, List.of(), summary, "GrandTotal"));
        return table.json(name, period, currency(now), now, sums.isEmpty());
    }

    JsonObject transactions(Instant now) {
        ReportTable table = new ReportTable()
                .column("Date", "tx_date", "tx_date")
                .column("Transaction Type", "txn_type", "txn_type")
                .column("Num", "doc_num", "doc_num")
                .column("Posting", "is_no_post", "is_no_post")
                .column("Name", "name", "name")
                .column("Memo/Description", "memo", "memo")
                .column("Amount", "subt_nat_amount", "subt_nat_amount");
        List<Entry> entries = entries(ledger, period);
        for (Entry entry : entries) {
            JsonObject transaction = entry.transaction();
            boolean posts = entry.kind() != EntityKind.ESTIMATE && entry.kind() != EntityKind.PURCHASE_ORDER;
            table.row(ReportTable.data(List.of(
                    Cell.of(transaction.text("TxnDate")),
                    entry.cell(),
                    Cell.of(transaction.text("DocNumber")),
                    Cell.of(posts ? "Yes" : "No"),
                    name(transaction),
                    Cell.of(transaction.text("PrivateNote")),
                    Cell.money(transaction.amount("TotalAmt")))));
        }
        return table.json("TransactionList", period, currency(now), now, entries.isEmpty());
    }

    private Cell name(JsonObject transaction) {
        String customer = transaction.ref("CustomerRef");
        EntityKind kind = customer == null ? EntityKind.VENDOR : EntityKind.CUSTOMER;
        String id = customer == null ? transaction.ref("VendorRef") : customer;
        JsonObject party = id == null ? null : ledger.books().find(kind, id);
        return party == null ? Cell.of("") : new Cell(party.text("DisplayName", ""), id);
    }
}
