package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of two decimals, half a cent up (QuickBooks fact M6.1). */
final class Money {
    static final BigDecimal HUNDRED = new BigDecimal("100");

    private Money() {}

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal percent(BigDecimal amount, BigDecimal percent, RoundingMode rounding) {
        return amount.multiply(percent).divide(HUNDRED, 2, rounding);
    }

    static BigDecimal sum(Iterable<JsonObject> objects, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonObject object : objects) {
            sum = sum.add(object.amount(field));
        }
        return sum;
    }
}
