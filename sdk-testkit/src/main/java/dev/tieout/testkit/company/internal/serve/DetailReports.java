package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Journal.Posting;
import dev.tieout.testkit.company.internal.serve.PartyReports.Entry;
import dev.tieout.testkit.company.internal.serve.ReportTable.Cell;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports that show transactions: general ledger, profit and loss in detail, journal, lists by name and with splits. */
final class DetailReports {
    private final Ledger ledger;
    private final ReportPeriod period;
    private final Call call;

    DetailReports(Ledger ledger, ReportPeriod period, Call call) {
        this.ledger = ledger;
        this.period = period;
        this.call = call;
    }

    private List<Posting> inside() {
        return Journal.of(ledger.books(), period.cash()).stream()
                .filter(period::holds)
                .toList();
    }

    private JsonObject json(ReportTable table, String name, boolean empty) {
        return table.json(name, period, ledger.settings(call.now()).homeCurrency(), call.now(), empty);
    }

    private static ReportTable dated() {
        return new ReportTable()
                .column("Date", "tx_date", "tx_date")
                .column("Transaction Type", "txn_type", "txn_type")
                .column("Num", "doc_num", "doc_num");
    }

    private static List<Cell> dated(EntityKind kind, JsonObject txn) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(txn.text("TxnDate")));
        cells.add(new Entry(kind, txn).cell());
        cells.add(Cell.of(txn.text("DocNumber")));
        return cells;
    }

    private Cell account(String id) {
        JsonObject account = ledger.books().find(EntityKind.ACCOUNT, id);
        return account == null ? Cell.of("") : new Cell(account.text("FullyQualifiedName", ""), id);
    }

    /** A summary of a section: the title, blanks and the sum in the last column. */
    private static List<Cell> total(String title, int columns, BigDecimal sum) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(columns, Cell.of("")));
        cells.set(0, Cell.of(title));
        cells.set(columns - 1, Cell.money(sum));
        return cells;
    }

    JsonObject generalLedger() {
        return byAccount("GeneralLedger", Set.of(), 1);
    }

    JsonObject profitAndLoss() {
        return byAccount("ProfitAndLossDetail", Set.of("Revenue", "Expense"), -1);
    }

    /** A section an account with its postings; {@code classes} limits the accounts, credits of income count as positive. */
    private JsonObject byAccount(String name, Set<String> classes, int incomeSign) {
        ReportTable table = dated().column("Amount", "subt_nat_amount", "subt_nat_amount");
        List<Posting> inside = inside();
        boolean empty = true;
        for (JsonObject account : ledger.books().table(EntityKind.ACCOUNT).inOrder()) {
            String classification = account.text("Classification", "");
            boolean shown = classes.isEmpty() || classes.contains(classification);
            int sign = classification.equals("Revenue") ? incomeSign : 1;
            List<Object> lines = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (Posting posting : inside) {
                boolean own = shown && posting.account().equals(account.text("Id"));
                if (own && posting.amount().signum() != 0) {
                    BigDecimal amount = posting.amount().multiply(BigDecimal.valueOf(sign));
                    sum = sum.add(amount);
                    List<Cell> cells = dated(posting.kind(), posting.txn());
                    cells.add(Cell.money(amount));
                    lines.add(ReportTable.data(cells));
                }
            }
            if (!lines.isEmpty()) {
                empty = false;
                String title = account.text("FullyQualifiedName", "");
                table.row(ReportTable.section(title, lines, total("Total for " + title, 4, sum), null));
            }
        }
        return json(table, name, empty);
    }

    JsonObject journal() {
        ReportTable table = dated().column("Account", "account_name", "account_name")
                .column("Debit", "debt_amt", "debt_amt")
                .column("Credit", "credit_amt", "credit_amt");
        BigDecimal debits = BigDecimal.ZERO;
        List<Posting> inside = inside();
        for (Posting posting : inside) {
            BigDecimal debit = posting.amount().max(BigDecimal.ZERO);
            BigDecimal credit = posting.amount().negate().max(BigDecimal.ZERO);
            debits = debits.add(debit);
            List<Cell> cells = dated(posting.kind(), posting.txn());
            cells.add(account(posting.account()));
            cells.add(Cell.money(debit.signum() == 0 ? null : debit));
            cells.add(Cell.money(credit.signum() == 0 ? null : credit));
            table.row(ReportTable.data(cells));
        }
        List<Cell> total = total("TOTAL", 6, debits);
        total.set(4, Cell.money(debits));
        table.row(ReportTable.section(null, List.of(), total, "GrandTotal"));
        return json(table, "JournalReport", inside.isEmpty());
    }

    /** A section a customer or vendor with the transactions of the period. */
    JsonObject by(String name, EntityKind parties) {
        ReportTable table = dated().column("Amount", "subt_nat_amount", "subt_nat_amount");
        Map<String, List<Entry>> own = new LinkedHashMap<>();
        for (Entry entry : PartyReports.entries(ledger, period)) {
            String party = entry.transaction().ref(parties.json() + "Ref");
            if (party != null) {
                own.computeIfAbsent(party, any -> new ArrayList<>()).add(entry);
            }
        }
        for (JsonObject party : ledger.books().table(parties).inOrder()) {
            List<Object> lines = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (Entry entry : own.getOrDefault(party.text("Id", ""), List.of())) {
                List<Cell> cells = dated(entry.kind(), entry.transaction());
                cells.add(Cell.money(entry.transaction().amount("TotalAmt")));
                sum = sum.add(entry.transaction().amount("TotalAmt"));
                lines.add(ReportTable.data(cells));
            }
            if (!lines.isEmpty()) {
                String title = party.text("DisplayName", "");
                table.row(ReportTable.section(title, lines, total("Total for " + title, 4, sum), null));
            }
        }
        return json(table, name, own.isEmpty());
    }

    /** A section a transaction with what it posts. */
    JsonObject withSplits() {
        ReportTable table = dated().column("Account", "account_name", "account_name")
                .column("Amount", "subt_nat_amount", "subt_nat_amount");
        Map<String, List<Posting>> byTransaction = new LinkedHashMap<>();
        for (Posting posting : inside()) {
            String key = posting.kind() + posting.txn().text("Id", "");
            byTransaction.computeIfAbsent(key, any -> new ArrayList<>()).add(posting);
        }
        byTransaction.values().forEach(own -> {
            JsonObject txn = own.get(0).txn();
            List<Object> lines = new ArrayList<>();
            for (Posting posting : own) {
                List<Cell> cells = dated(posting.kind(), txn);
                cells.add(account(posting.account()));
                cells.add(Cell.money(posting.amount()));
                lines.add(ReportTable.data(cells));
            }
            String title =
                    dated(own.get(0).kind(), txn).get(1).value() + " " + txn.text("DocNumber", txn.text("Id", ""));
            table.row(ReportTable.section(title, lines, total("Total for " + title, 5, BigDecimal.ZERO), null));
        });
        return json(table, "TransactionListWithSplits", byTransaction.isEmpty());
    }
}
