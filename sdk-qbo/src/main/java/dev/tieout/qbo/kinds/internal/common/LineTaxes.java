package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.RemoteId;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.TaxTreatment;
import dev.tieout.qbo.entity.GlobalTaxCalculation;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.TaxCodes;
import dev.tieout.sync.BillingSettings;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of one form are taxed. In the United States a line is taxed or not, elsewhere each names a code (QuickBooks
 * facts T1.3, T5.2). Immutable.
 */
public final class LineTaxes {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String HOME_OF_FLAGS = "USD";

    private final Links links;
    private final boolean stated;
    private final @Nullable TaxTreatment treatment;

    /** The company's codes, where lines name them; else {@code null}. */
    private final @Nullable TaxCodes codes;

    private LineTaxes(Links links, boolean stated, @Nullable TaxTreatment treatment, @Nullable TaxCodes codes) {
        this.links = links;
        this.stated = stated;
        this.treatment = treatment;
        this.codes = codes;
    }

    /**
     * Finds out how the company taxes. Its codes are read only where they may matter: with dollars of the United States at
     * home and no code on a line they do not.
     *
     * @param stated whether the app says what the tax is
     * @param treatment what the app says of the amounts, or {@code null}
     */
    public static LineTaxes of(List<InvoiceLine> lines, boolean stated, @Nullable TaxTreatment treatment, Links links) {
        boolean named = treatment != null || lines.stream().anyMatch(line -> line.taxCodeId() != null);
        boolean flags = HOME_OF_FLAGS.equals(links.company().homeCurrency())
                || !links.company().salesTax();
        @Nullable TaxCodes codes = named || !flags ? links.taxCodes() : null;
        boolean byCode = codes != null && !codes.flags() && links.company().salesTax();
        if (!byCode && treatment == TaxTreatment.INCLUSIVE) {
            throw new Blocked(
                    ProblemCause.INVALID_DATA,
                    "The invoice's amounts include tax, and this company of QuickBooks adds sales tax to its amounts.",
                    "Give the amounts without tax.",
                    "GlobalTaxCalculation");
        }
        return new LineTaxes(links, stated, treatment, byCode ? codes : null);
    }

    /** What the whole form says of its amounts; empty where companies do not say that. */
    public Optional<GlobalTaxCalculation> calculation() {
        if (codes == null) {
            return Optional.empty();
        }
        return Optional.of(
                treatment == null
                        ? GlobalTaxCalculation.TAX_EXCLUDED
                        : switch (treatment) {
                            case EXCLUSIVE -> GlobalTaxCalculation.TAX_EXCLUDED;
                            case INCLUSIVE -> GlobalTaxCalculation.TAX_INCLUSIVE;
                            case NONE -> GlobalTaxCalculation.NOT_APPLICABLE;
                        });
    }

    /** The code of a line; empty to leave it to QuickBooks. */
    Optional<String> code(InvoiceLine line) {
        if (codes == null) {
            return flag(line);
        }
        @Nullable String code = line.taxCodeId();
        if (code == null) {
            BillingSettings billing = links.settings().billing();
            @Nullable RemoteId chosen = line.taxable() ? billing.taxCode() : billing.untaxedCode();
            code = chosen == null ? null : chosen.value();
        }
        if (code != null && codes.has(code)) {
            return Optional.of(code);
        }
        if (treatment == TaxTreatment.NONE && code == null) {
            return Optional.empty();
        }
        throw new Blocked(
                ProblemCause.INVALID_DATA,
                code == null
                        ? "A line has no tax code, and this company of QuickBooks wants one on every line."
                        : "A line has a tax code that this company of QuickBooks does not have, or not in use.",
                "Give each line one of the company's tax codes, or choose in the settings the code of taxed and of untaxed"
                        + " lines: company.catalog().taxCodes() lists them.",
                "Line.TaxCodeRef");
    }

    /** In the United States a line is taxed or not; an untaxed one is marked only where the app states the tax. */
    private Optional<String> flag(InvoiceLine line) {
        if (line.taxCodeId() != null) {
            return Optional.of(line.taxCodeId());
        }
        return line.taxable() ? Optional.of("TAX") : stated ? Optional.of("NON") : Optional.empty();
    }

    /** What an amount comes to without the tax in it; {@code null} where there is none in it (QuickBooks fact T5.4). */
    @Nullable
    BigDecimal net(InvoiceLine line, BigDecimal gross) {
        if (codes == null || treatment != TaxTreatment.INCLUSIVE) {
            return null;
        }
        BigDecimal percent = code(line).map(codes::percent).orElse(BigDecimal.ZERO);
        return gross.multiply(HUNDRED).divide(HUNDRED.add(percent), gross.scale(), RoundingMode.HALF_UP);
    }
}
