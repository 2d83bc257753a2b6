package dev.tieout.qbo.sync.internal.kind;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A company's active tax codes. Immutable.
 *
 * @param flags whether lines are taxed or not, as in the United States, rather than by a code (QuickBooks fact T1.4)
 * @param percents what each code comes to on sales, in percent, by its id
 */
public record TaxCodes(boolean flags, Map<String, BigDecimal> percents) {
    /** Nothing is known of the company. */
    public static final TaxCodes UNKNOWN = new TaxCodes(true, Map.of());

    public TaxCodes {
        percents = Map.copyOf(percents);
    }

    public boolean has(String id) {
        return percents.containsKey(id);
    }

    /** What a code comes to on sales, all its rates together. */
    public BigDecimal percent(String id) {
        return percents.getOrDefault(id, BigDecimal.ZERO);
    }
}
