package dev.tieout.qbo.entity;

import java.math.BigDecimal;

/** A number literal that is written digit for digit as it was read: {@code 100.00} stays {@code 100.00}. */
final class NumberText extends Number {
    private static final long serialVersionUID = 1L;

    private final String literal;

    NumberText(String literal) {
        this.literal = literal;
    }

    @Override
    public int intValue() {
        return number().intValue();
    }

    @Override
    public long longValue() {
        return number().longValue();
    }

    @Override
    public float floatValue() {
        return number().floatValue();
    }

    @Override
    public double doubleValue() {
        return number().doubleValue();
    }

    private BigDecimal number() {
        return new BigDecimal(literal);
    }

    @Override
    public String toString() {
        return literal;
    }
}
