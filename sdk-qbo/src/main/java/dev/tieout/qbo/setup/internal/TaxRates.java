package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TaxCode;
import dev.tieout.qbo.entity.TaxRate;
import dev.tieout.qbo.entity.TaxRateDetail;
import dev.tieout.qbo.entity.TaxTypeApplicable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tax codes of sales come to in percent: the sum of its rates for sales (QuickBooks fact T2.3). */
final class TaxRates {
    private TaxRates() {}

    /** Reads them, by the code's id. A code with a tax on a tax is left out: its rates do not add up. */
    static Map<String, BigDecimal> read(QboApi api) {
        Map<String, BigDecimal> rates = new HashMap<>();
        try (Stream<TaxRate> all = api.query(Query.of(TaxRate.TYPE))) {
            all.forEach(rate ->
                    rate.rateValue().ifPresent(value -> rates.put(rate.id().orElseThrow(), value)));
        }
        Map<String, BigDecimal> codes = new HashMap<>();
        try (Stream<TaxCode> all = api.query(Query.of(TaxCode.TYPE))) {
            all.forEach(code ->
                    sum(code, rates).ifPresent(percent -> codes.put(code.id().orElseThrow(), percent)));
        }
        return codes;
    }

    private static Optional<BigDecimal> sum(TaxCode code, Map<String, BigDecimal> rates) {
        List<TaxRateDetail> details = code.salesTaxRateList().stream()
                .flatMap(list -> list.taxRateDetail().stream())
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (TaxRateDetail detail : details) {
            @Nullable
            BigDecimal rate =
                    detail.taxRateRef().flatMap(Ref::value).map(rates::get).orElse(null);
            boolean onAmount = detail.taxTypeApplicable()
                    .filter(t -> !t.equals(TaxTypeApplicable.TAX_ON_AMOUNT))
                    .isEmpty();
            if (rate == null || !onAmount) {
                return Optional.empty();
            }
            sum = sum.add(rate);
        }
        return details.isEmpty() ? Optional.empty() : Optional.of(sum);
    }
}
