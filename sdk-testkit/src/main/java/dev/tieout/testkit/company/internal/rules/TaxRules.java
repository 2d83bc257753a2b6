package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sales tax (QuickBooks facts T3). United States, manual: lines are TAX or NON, the header names a group of rates, each
 * rate is taken of the sum of taxable lines and rounded for itself (16 recorded vectors); a total that was sent is kept.
 * Elsewhere every line names a tax code. A switch simulates the automated engine.
 */
final class TaxRules {
    private static final Set<String> US_CODES = Set.of("TAX", "NON");

    private TaxRules() {}

    /** The tax code of a sales line: given, else by item and customer (QuickBooks fact T3.4). */
    static void lineCode(Write write, JsonObject detail, @Nullable JsonObject item) {
        String code = detail.ref("TaxCodeRef");
        if (write.settings().unitedStates()) {
            if (code != null && !US_CODES.contains(code)) {
                int fault = code.equals("CustomSalesTax") ? 6160 : 6100;
                throw QboFault.of(
                        fault,
                        "Valid line TaxCodes for US should be TAX or NON. Supplied value: " + code,
                        "Line.TaxCodeRef");
            }
            boolean salesTax = write.settings().is("TaxPrefs.UsingSalesTax");
            JsonObject customer = write.referred("CustomerRef", EntityKind.CUSTOMER);
            boolean taxable =
                    salesTax && item != null && item.is("Taxable") && customer != null && customer.is("Taxable");
            detail.setIfAbsent("TaxCodeRef", JsonObject.reference(taxable ? "TAX" : "NON"));
        } else if (code == null && !notApplicable(write) && write.settings().is("TaxPrefs.UsingSalesTax")) {
            throw QboFault.business(
                    "Make sure all your transactions have a " + write.settings().taxWord() + " rate before you save.");
        } else if (code != null && US_CODES.contains(code)) {
            throw QboFault.of(6100, "TAX and NON are tax codes of the United States.", "Line.TaxCodeRef");
        }
    }

    /** The tax code of an expense line. */
    static void expenseCode(Write write, JsonObject detail) {
        if (write.settings().unitedStates()) {
            detail.setIfAbsent("TaxCodeRef", JsonObject.reference("NON"));
        }
    }

    private static boolean notApplicable(Write write) {
        return write.draft().text("GlobalTaxCalculation", "").equals("NotApplicable");
    }

    /** Fills TxnTaxDetail and returns the tax; {@code discount} counts only if tax is computed after it. */
    static BigDecimal apply(Write write, List<JsonObject> lines, BigDecimal discount) {
        JsonObject sent = write.sent().object("TxnTaxDetail");
        boolean lapsed = write.sent().has("Line") || write.creating() || !write.sparse();
        JsonObject detail = sent != null ? sent.copy() : write.draft().objectOrNew("TxnTaxDetail");
        if (sent == null && !lapsed && detail.has("TotalTax")) {
            return detail.amount("TotalTax");
        }
        if (notApplicable(write) && sent != null && sent.amount("TotalTax").signum() != 0) {
            throw QboFault.of(6170, "TxnTaxDetail may not be given with NotApplicable.", "TxnTaxDetail");
        }
        BigDecimal total = write.settings().unitedStates()
                ? unitedStates(write, detail, lines, discount, sent)
                : elsewhere(write, detail, lines, discount);
        detail.set("TotalTax", total);
        write.draft().set("TxnTaxDetail", detail);
        return total;
    }

    private static BigDecimal unitedStates(
            Write write, JsonObject detail, List<JsonObject> lines, BigDecimal discount, @Nullable JsonObject sent) {
        BigDecimal taxable = taxable(lines);
        String group = group(write, detail);
        BigDecimal honoured = sent == null ? null : sent.decimal("TotalTax");
        if (group == null || taxable.signum() == 0) {
            detail.set("TaxLine", sent == null ? null : sent.get("TaxLine"));
            detail.set("TxnTaxCodeRef", sent == null ? null : sent.get("TxnTaxCodeRef"));
            return honoured == null ? BigDecimal.ZERO : Money.cents(honoured);
        }
        BigDecimal base = write.draft().is("ApplyTaxAfterDiscount") ? lessDiscount(taxable, lines, discount) : taxable;
        List<JsonObject> taxLines = taxLines(write, group, base);
        detail.set("TxnTaxCodeRef", JsonObject.reference(group));
        detail.set("TaxLine", taxLines.isEmpty() ? null : new ArrayList<Object>(taxLines));
        BigDecimal computed = Money.sum(taxLines, "Amount");
        if (honoured != null) {
            return Money.cents(honoured);
        }
        return write.on(CompanySwitch.AUTOMATED_SALES_TAX) ? computed.add(new BigDecimal("0.01")) : computed;
    }

    private static BigDecimal taxable(List<JsonObject> lines) {
        BigDecimal taxable = BigDecimal.ZERO;
        for (JsonObject line : SalesLines.flat(lines)) {
            JsonObject detail = line.object("SalesItemLineDetail");
            if (detail != null && "TAX".equals(detail.ref("TaxCodeRef"))) {
                taxable = taxable.add(line.amount("Amount"));
            }
        }
        return taxable;
    }

    private static BigDecimal lessDiscount(BigDecimal taxable, List<JsonObject> lines, BigDecimal discount) {
        BigDecimal all = BigDecimal.ZERO;
        for (JsonObject line : lines) {
            if (line.text("DetailType", "").equals("SubTotalLineDetail")) {
                all = line.amount("Amount");
            }
        }
        if (all.signum() == 0) {
            return taxable;
        }
        return taxable.subtract(Money.cents(discount.multiply(taxable).divide(all, 10, RoundingMode.HALF_UP)));
    }

    private static @Nullable String group(Write write, JsonObject detail) {
        String group = detail.ref("TxnTaxCodeRef");
        if ("CustomSalesTax".equals(group)) {
            throw QboFault.of(6230, "CustomSalesTax cannot be used.", "TxnTaxDetail.TxnTaxCodeRef");
        }
        if (group != null) {
            return group;
        }
        JsonObject customer = write.referred("CustomerRef", EntityKind.CUSTOMER);
        String own = customer == null ? null : customer.ref("DefaultTaxCodeRef");
        boolean automated = write.on(CompanySwitch.AUTOMATED_SALES_TAX);
        return own == null && automated ? write.settings().text("TaxPrefs.TaxGroupCodeRef") : own;
    }

    private static List<JsonObject> taxLines(Write write, String codeId, BigDecimal base) {
        List<JsonObject> taxLines = new ArrayList<>();
        rates(write, codeId)
                .forEach((rate, percent) ->
                        taxLines.add(taxLine(rate, percent, base, Money.percent(base, percent, rounding(write)))));
        return taxLines;
    }

    private static RoundingMode rounding(Write write) {
        return write.on(CompanySwitch.TAX_HALF_EVEN) ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP;
    }

    /** The rates that a code has on sales, in percent. */
    private static Map<String, BigDecimal> rates(Write write, String codeId) {
        Map<String, BigDecimal> percents = new LinkedHashMap<>();
        JsonObject code = write.work().find(EntityKind.TAX_CODE, codeId);
        JsonObject rates = code == null ? null : code.object("SalesTaxRateList");
        for (JsonObject entry : rates == null ? List.<JsonObject>of() : rates.objects("TaxRateDetail")) {
            String rateId = entry.ref("TaxRateRef");
            JsonObject rate = write.work().find(EntityKind.TAX_RATE, rateId);
            if (rate != null && rateId != null) {
                percents.put(rateId, rate.amount("RateValue"));
            }
        }
        return percents;
    }

    private static JsonObject taxLine(String rateId, BigDecimal percent, BigDecimal base, BigDecimal amount) {
        JsonObject detail = JsonObject.of(
                "TaxRateRef",
                JsonObject.reference(rateId),
                "PercentBased",
                true,
                "TaxPercent",
                percent,
                "NetAmountTaxable",
                base);
        return JsonObject.of("Amount", amount, "DetailType", "TaxLineDetail", "TaxLineDetail", detail);
    }

    /**
     * Elsewhere each rate is taken of all that it is on, once (QuickBooks facts T5.3, T5.4); a discount lowers what each code
     * is on by its share, and the rest of it what has most (recorded in Canada).
     */
    private static BigDecimal elsewhere(Write write, JsonObject detail, List<JsonObject> lines, BigDecimal discount) {
        write.draft().setIfAbsent("GlobalTaxCalculation", "TaxExcluded");
        if (notApplicable(write)) {
            detail.set("TaxLine", null);
            return BigDecimal.ZERO;
        }
        Map<String, BigDecimal> bases = new LinkedHashMap<>();
        for (JsonObject line : SalesLines.flat(lines)) {
            JsonObject item = line.object("SalesItemLineDetail");
            String code = item == null ? null : item.ref("TaxCodeRef");
            if (code != null) {
                bases.merge(code, line.amount("Amount"), BigDecimal::add);
            }
        }
        share(bases, discount, SalesLines.net(lines));
        Map<String, BigDecimal> byRate = new LinkedHashMap<>();
        bases.forEach(
                (code, base) -> rates(write, code).keySet().forEach(rate -> byRate.merge(rate, base, BigDecimal::add)));
        List<JsonObject> taxLines = new ArrayList<>();
        bases.keySet()
                .forEach(code -> rates(write, code).forEach((rate, percent) -> {
                    @Nullable BigDecimal base = byRate.remove(rate);
                    if (base != null) {
                        taxLines.add(taxLine(rate, percent, base, Money.percent(base, percent, rounding(write))));
                    }
                }));
        if (inclusive(write)) {
            rest(taxLines, lines, discount);
        }
        detail.set("TaxLine", taxLines.isEmpty() ? null : new ArrayList<Object>(taxLines));
        return Money.sum(taxLines, "Amount");
    }

    private static void share(Map<String, BigDecimal> bases, BigDecimal discount, BigDecimal all) {
        if (bases.isEmpty() || all.signum() == 0 || discount.signum() == 0) {
            return;
        }
        BigDecimal left = discount;
        for (Map.Entry<String, BigDecimal> each : bases.entrySet()) {
            BigDecimal off = Money.cents(discount.multiply(each.getValue()).divide(all, 10, RoundingMode.HALF_UP));
            left = left.subtract(off);
            each.setValue(each.getValue().subtract(off));
        }
        BigDecimal rest = left;
        bases.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> most.setValue(most.getValue().subtract(rest)));
    }

    /** Of amounts with tax in them the tax is what is left of the total (recorded); the largest takes the difference. */
    private static void rest(List<JsonObject> taxLines, List<JsonObject> lines, BigDecimal discount) {
        BigDecimal gross = BigDecimal.ZERO;
        for (JsonObject line : SalesLines.flat(lines)) {
            JsonObject item = line.object("SalesItemLineDetail");
            gross = gross.add(
                    item != null && item.has("TaxInclusiveAmt")
                            ? item.amount("TaxInclusiveAmt")
                            : line.amount("Amount"));
        }
        BigDecimal off = discount;
        for (JsonObject line : lines) {
            JsonObject detail = line.object("DiscountLineDetail");
            BigDecimal percent = detail == null ? null : detail.decimal("DiscountPercent");
            off = percent == null ? off : Money.percent(gross, percent, RoundingMode.HALF_UP);
        }
        BigDecimal tax = gross.subtract(off).subtract(SalesLines.net(lines).subtract(discount));
        BigDecimal difference = tax.subtract(Money.sum(taxLines, "Amount"));
        taxLines.stream()
                .max(Comparator.comparing(line -> line.amount("Amount")))
                .ifPresent(line -> line.set("Amount", line.amount("Amount").add(difference)));
    }

    private static boolean inclusive(Write write) {
        return write.draft().text("GlobalTaxCalculation", "").equals("TaxInclusive")
                && !write.settings().unitedStates();
    }

    /**
     * An amount with tax in it is kept without, the whole beside it, and the price is what the rounded net comes to for one,
     * with seven decimals (recorded, QuickBooks fact T5.4).
     */
    static void inclusive(Write write, JsonObject line, JsonObject detail) {
        if (!inclusive(write)) {
            detail.set("TaxInclusiveAmt", null);
            return;
        }
        String code = detail.ref("TaxCodeRef");
        if (code == null) {
            return;
        }
        BigDecimal gross = detail.has("TaxInclusiveAmt") ? detail.amount("TaxInclusiveAmt") : line.amount("Amount");
        BigDecimal percent = rates(write, code).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = gross.multiply(Money.HUNDRED).divide(Money.HUNDRED.add(percent), 2, RoundingMode.HALF_UP);
        detail.set("TaxInclusiveAmt", Money.cents(gross));
        line.set("Amount", net);
        BigDecimal quantity = detail.decimal("Qty");
        if (quantity != null && quantity.signum() != 0) {
            detail.set("UnitPrice", net.divide(quantity, 7, RoundingMode.HALF_UP));
        }
    }
}
