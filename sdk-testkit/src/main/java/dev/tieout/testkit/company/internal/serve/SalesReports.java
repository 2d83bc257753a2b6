package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.ReportTable.Cell;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reports of sales by item, class and location, of stock and of sales tax. */
final class SalesReports {
    private static final Set<EntityKind> SALES = Set.of(EntityKind.INVOICE, EntityKind.SALES_RECEIPT);
    private static final Set<EntityKind> RETURNS = Set.of(EntityKind.CREDIT_MEMO, EntityKind.REFUND_RECEIPT);
    private static final String NOBODY = "";

    private final Ledger ledger;
    private final ReportPeriod period;
    private final Call call;

    SalesReports(Ledger ledger, ReportPeriod period, Call call) {
        this.ledger = ledger;
        this.period = period;
        this.call = call;
    }

    /**
     * What was sold.
     *
     * @param quantity how many
     * @param amount for how much
     */
    private record Sold(BigDecimal quantity, BigDecimal amount) {
        Sold plus(Sold other) {
            return new Sold(quantity.add(other.quantity), amount.add(other.amount));
        }
    }

    private JsonObject json(ReportTable table, String name, boolean empty) {
        return table.json(name, period, ledger.settings(call.now()).homeCurrency(), call.now(), empty);
    }

    /** Quantity and amount by the members of a list; what names none comes last. */
    JsonObject by(String name, EntityKind kind, String field) {
        ReportTable table = new ReportTable()
                .column("", kind.json(), kind.json().toLowerCase(Locale.ROOT))
                .column("Quantity", "Quantity", "quantity")
                .column("Amount", "Money", "amount");
        Map<String, Sold> sold = sold(field);
        Sold total = new Sold(BigDecimal.ZERO, BigDecimal.ZERO);
        for (JsonObject member : ledger.books().table(kind).inOrder()) {
            Sold own = sold.get(member.text("Id", ""));
            if (own != null) {
                total = total.plus(own);
                Cell title = new Cell(member.text("FullyQualifiedName", member.text("Name", "")), member.text("Id"));
                table.row(ReportTable.data(cells(title, own)));
            }
        }
        Sold rest = sold.get(NOBODY);
        if (rest != null) {
            total = total.plus(rest);
            table.row(ReportTable.data(cells(Cell.of("Not Specified"), rest)));
        }
        table.row(ReportTable.section(null, List.of(), cells(Cell.of("TOTAL"), total), "GrandTotal"));
        return json(table, name, sold.isEmpty());
    }

    private static List<Cell> cells(Cell title, Sold sold) {
        return List.of(title, Cell.money(sold.quantity()), Cell.money(sold.amount()));
    }

    private Map<String, Sold> sold(String field) {
        Map<String, Sold> sold = new LinkedHashMap<>();
        for (PartyReports.Entry entry : PartyReports.entries(ledger, period)) {
            BigDecimal sign = RETURNS.contains(entry.kind()) ? BigDecimal.ONE.negate() : BigDecimal.ONE;
            boolean counts = SALES.contains(entry.kind()) || RETURNS.contains(entry.kind());
            for (JsonObject line : counts ? lines(entry.transaction()) : List.<JsonObject>of()) {
                JsonObject detail = line.object("SalesItemLineDetail");
                if (detail != null) {
                    String own = detail.ref(field);
                    String member = own == null ? entry.transaction().ref(field) : own;
                    Sold one = new Sold(
                            detail.amount("Qty").multiply(sign),
                            line.amount("Amount").multiply(sign));
                    sold.merge(member == null ? NOBODY : member, one, Sold::plus);
                }
            }
        }
        return sold;
    }

    private static List<JsonObject> lines(JsonObject txn) {
        List<JsonObject> lines = new ArrayList<>();
        for (JsonObject line : txn.objects("Line")) {
            JsonObject group = line.object("GroupLineDetail");
            lines.addAll(group == null ? List.of(line) : group.objects("Line"));
        }
        return lines;
    }

    /** Stock as the items tell it: movements are not modelled. */
    JsonObject stock() {
        ReportTable table = new ReportTable()
                .column("", "Item", "item")
                .column("SKU", "String", "sku")
                .column("Qty", "Quantity", "qty")
                .column("Asset Value", "Money", "asset_value")
                .column("Calc. Avg", "Money", "calc_avg");
        BigDecimal total = BigDecimal.ZERO;
        boolean empty = true;
        for (JsonObject item : ledger.books().table(EntityKind.ITEM).inOrder()) {
            if (item.text("Type", "").equals("Inventory")) {
                empty = false;
                BigDecimal value = item.amount("QtyOnHand").multiply(item.amount("PurchaseCost"));
                total = total.add(value);
                table.row(ReportTable.data(List.of(
                        new Cell(item.text("FullyQualifiedName", ""), item.text("Id")),
                        Cell.of(item.text("Sku")),
                        Cell.money(item.amount("QtyOnHand")),
                        Cell.money(value),
                        Cell.money(item.amount("PurchaseCost")))));
            }
        }
        List<Cell> sum = List.of(Cell.of("TOTAL"), Cell.of(""), Cell.of(""), Cell.money(total), Cell.of(""));
        table.row(ReportTable.section(null, List.of(), sum, "GrandTotal"));
        return json(table, "InventoryValuationSummary", empty);
    }

    /** Taxable amount and tax by rate. */
    JsonObject taxes() {
        ReportTable table = new ReportTable()
                .column("", "TaxRate", "tax_rate")
                .column("Net Amount", "Money", "net_amount")
                .column("Tax", "Money", "tax");
        Map<String, BigDecimal[]> byRate = new LinkedHashMap<>();
        for (PartyReports.Entry entry : PartyReports.entries(ledger, period)) {
            JsonObject tax = entry.transaction().object("TxnTaxDetail");
            BigDecimal sign = RETURNS.contains(entry.kind()) ? BigDecimal.ONE.negate() : BigDecimal.ONE;
            boolean counts = SALES.contains(entry.kind()) || RETURNS.contains(entry.kind());
            for (JsonObject line : tax == null || !counts ? List.<JsonObject>of() : tax.objects("TaxLine")) {
                JsonObject detail = line.object("TaxLineDetail");
                String rate = detail == null ? null : detail.ref("TaxRateRef");
                if (detail != null && rate != null) {
                    BigDecimal[] sums =
                            byRate.computeIfAbsent(rate, any -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                    sums[0] = sums[0].add(detail.amount("NetAmountTaxable").multiply(sign));
                    sums[1] = sums[1].add(line.amount("Amount").multiply(sign));
                }
            }
        }
        BigDecimal total = BigDecimal.ZERO;
        for (JsonObject rate : ledger.books().table(EntityKind.TAX_RATE).inOrder()) {
            BigDecimal[] sums = byRate.get(rate.text("Id", ""));
            if (sums != null) {
                total = total.add(sums[1]);
                Cell title = new Cell(rate.text("Name", ""), rate.text("Id"));
                table.row(ReportTable.data(List.of(title, Cell.money(sums[0]), Cell.money(sums[1]))));
            }
        }
        List<Cell> sum = List.of(Cell.of("TOTAL"), Cell.of(""), Cell.money(total));
        table.row(ReportTable.section(null, List.of(), sum, "GrandTotal"));
        return json(table, "TaxSummary", byRate.isEmpty());
    }
}
