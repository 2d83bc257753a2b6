package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.ReportTable.Cell;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports that list: accounts, open transactions by name, expenses by vendor. */
final class ListReports {
    private final Ledger ledger;
    private final ReportPeriod period;

    ListReports(Ledger ledger, ReportPeriod period) {
        this.ledger = ledger;
        this.period = period;
    }

    private String currency(Instant now) {
        return ledger.settings(now).homeCurrency();
    }

    JsonObject accounts(Instant now) {
        ReportTable table = new ReportTable()
                .column("Account", "account_name", "account_name")
                .column("Type", "account_type", "account_type")
                .column("Detail type", "detail_acc_type", "detail_acc_type")
                .column("Balance", "account_bal", "account_bal");
        boolean empty = true;
        for (JsonObject account : ledger.books().table(EntityKind.ACCOUNT).inOrder()) {
            if (!account.isFalse("Active")) {
                empty = false;
                table.row(ReportTable.data(List.of(
                        new Cell(account.text("FullyQualifiedName", ""), account.text("Id")),
                        Cell.of(account.text("AccountType")),
                        Cell.of(account.text("AccountSubType")),
                        Cell.money(account.amount("CurrentBalance")))));
            }
        }
        return table.json("AccountList", period, currency(now), now, empty);
    }

    /** A section a name with its open transactions. */
    JsonObject open(String name, EntityKind kind, EntityKind parties, Instant now) {
        ReportTable table = new ReportTable()
                .column("Date", "tx_date", "tx_date")
                .column("Transaction Type", "txn_type", "txn_type")
                .column("Num", "doc_num", "doc_num")
                .column("Due Date", "due_date", "due_date")
                .column("Amount", "subt_amount", "subt_amount")
                .column("Open Balance", "subt_open_bal", "subt_open_bal");
        Map<String, List<Object>> lines = new LinkedHashMap<>();
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (JsonObject txn : ledger.books().table(kind).inOrder()) {
            String party = txn.ref(parties.json() + "Ref");
            if (party != null && txn.amount("Balance").signum() != 0 && !period.after(txn)) {
                sums.merge(party, txn.amount("Balance"), BigDecimal::add);
                lines.computeIfAbsent(party, any -> new ArrayList<>())
                        .add(ReportTable.data(List.of(
                                Cell.of(txn.text("TxnDate")), new PartyReports.Entry(kind, txn).cell(),
                                Cell.of(txn.text("DocNumber")), Cell.of(txn.text("DueDate")),
                                Cell.money(txn.amount("TotalAmt")), Cell.money(txn.amount("Balance")))));
            }
        }
        for (JsonObject party : ledger.books().table(parties).inOrder()) {
            List<Object> own = lines.get(party.text("Id", ""));
            if (own != null) {
                String title = party.text("DisplayName", "");
                List<Cell> total = List.of(
                        Cell.of("Total for " + title),
                        Cell.of(""),
                        Cell.of(""),
                        Cell.of(""),
                        Cell.of(""),
                        Cell.money(sums.get(party.text("Id", ""))));
                table.row(ReportTable.section(title, own, total, null));
            }
        }
        return table.json(name, period, currency(now), now, lines.isEmpty());
    }

    JsonObject expenses(Instant now) {
        ReportTable table = new ReportTable().column("", "Vendor", "vendor").column("Total", "Money", "total");
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (PartyReports.Entry entry : PartyReports.entries(ledger, period)) {
            JsonObject txn = entry.transaction();
            String vendor = txn.ref(entry.kind() == EntityKind.PURCHASE ? "EntityRef" : "VendorRef");
            BigDecimal amount = txn.amount("TotalAmt");
            boolean spent = entry.kind() == EntityKind.BILL || entry.kind() == EntityKind.PURCHASE;
            if (vendor != null && (spent || entry.kind() == EntityKind.VENDOR_CREDIT)) {
                sums.merge(vendor, spent && !txn.is("Credit") ? amount : amount.negate(), BigDecimal::add);
            }
        }
        BigDecimal total = BigDecimal.ZERO;
        for (JsonObject vendor : ledger.books().table(EntityKind.VENDOR).inOrder()) {
            BigDecimal sum = sums.get(vendor.text("Id", ""));
            if (sum != null) {
                total = total.add(sum);
                Cell who = new Cell(vendor.text("DisplayName", ""), vendor.text("Id"));
                table.row(ReportTable.data(List.of(who, Cell.money(sum))));
            }
        }
        table.row(ReportTable.section(null, List.of(), List.of(Cell.of("TOTAL"), Cell.money(total)), "GrandTotal"));
        return table.json("VendorExpenses", period, currency(now), now, sums.isEmpty());
    }
}
