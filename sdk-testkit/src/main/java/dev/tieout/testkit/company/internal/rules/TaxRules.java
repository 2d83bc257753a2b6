package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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
        JsonObject code = write.work().find(EntityKind.TAX_CODE, codeId);
        JsonObject rates = code == null ? null : code.object("SalesTaxRateList");
        RoundingMode rounding = write.on(CompanySwitch.TAX_HALF_EVEN) ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP;
        for (JsonObject entry : rates == null ? List.<JsonObject>of() : rates.objects("TaxRateDetail")) {
            String rateId = entry.ref("TaxRateRef");
            JsonObject rate = write.work().find(EntityKind.TAX_RATE, rateId);
            if (rate != null && rateId != null) {
                BigDecimal percent = rate.amount("RateValue");
                taxLines.add(taxLine(rateId, percent, base, Money.percent(base, percent, rounding)));
            }
        }
        return taxLines;
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

    /** The discount lowers the base of each code by its share (recorded in Canada, QuickBooks facts M6). */
    private static BigDecimal elsewhere(Write write, JsonObject detail, List<JsonObject> lines, BigDecimal discount) {
        write.draft().setIfAbsent("GlobalTaxCalculation", "TaxExcluded");
        if (notApplicable(write)) {
            detail.set("TaxLine", null);
            return BigDecimal.ZERO;
        }
        boolean inclusive = write.draft().text("GlobalTaxCalculation", "").equals("TaxInclusive");
        Map<String, BigDecimal> bases = new LinkedHashMap<>();
        for (JsonObject line : SalesLines.flat(lines)) {
            JsonObject item = line.object("SalesItemLineDetail");
            String code = item == null ? null : item.ref("TaxCodeRef");
            if (code != null && item != null) {
                BigDecimal net = inclusive ? net(write, code, line, item) : line.amount("Amount");
                bases.merge(code, net, BigDecimal::add);
            }
        }
        List<JsonObject> taxLines = new ArrayList<>();
        BigDecimal all = SalesLines.net(lines);
        BigDecimal part = all.signum() == 0 ? BigDecimal.ZERO : discount.divide(all, 10, RoundingMode.HALF_UP);
        bases.forEach((code, base) -> {
            BigDecimal less = base.subtract(Money.cents(base.multiply(part)));
            taxLines.addAll(taxLines(write, code, less));
        });
        detail.set("TaxLine", taxLines.isEmpty() ? null : new ArrayList<Object>(taxLines));
        return Money.sum(taxLines, "Amount");
    }

    private static BigDecimal net(Write write, String code, JsonObject line, JsonObject item) {
        BigDecimal gross = item.has("TaxInclusiveAmt") ? item.amount("TaxInclusiveAmt") : line.amount("Amount");
        BigDecimal percent = BigDecimal.ZERO;
        for (JsonObject taxLine : taxLines(write, code, Money.HUNDRED)) {
            JsonObject detail = taxLine.object("TaxLineDetail");
            percent = percent.add(detail == null ? BigDecimal.ZERO : detail.amount("TaxPercent"));
        }
        BigDecimal net = gross.multiply(Money.HUNDRED).divide(Money.HUNDRED.add(percent), 2, RoundingMode.HALF_UP);
        item.set("TaxInclusiveAmt", gross);
        line.set("Amount", net);
        return net;
    }
}
