package dev.tieout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides an amount by largest remainders, in whole minor units. */
final class Allocation {
    private Allocation() {}

    static List<Money> of(Money amount, List<BigDecimal> weights) {
        List<BigInteger> whole = whole(weights);
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("weights must not be all zero, or none");
        }
        // Of the amount without its sign, so that -10 is divided as 10 is.
        BigInteger units = amount.amount().unscaledValue().abs();
        List<BigInteger[]> shares = new ArrayList<>();
        BigInteger left = units;
        for (BigInteger weight : whole) {
            BigInteger[] share = units.multiply(weight).divideAndRemainder(sum);
            shares.add(share);
            left = left.subtract(share[0]);
        }
        List<Integer> most = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .toList();
        for (int i = 0; i < left.intValueExact(); i++) {
            BigInteger[] share = shares.get(most.get(i));
            share[0] = share[0].add(BigInteger.ONE);
        }
        boolean negative = amount.signum() < 0;
        return shares.stream()
                .map(share -> part(amount, negative ? share[0].negate() : share[0]))
                .toList();
    }

    private static Money part(Money amount, BigInteger units) {
        return new Money(new BigDecimal(units, amount.amount().scale()), amount.currency());
    }

    /** The same proportions in whole numbers. */
    private static List<BigInteger> whole(List<BigDecimal> weights) {
        int scale = 0;
        for (BigDecimal weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("weights must not be negative");
            }
            if (weight.precision() > 100 || Math.abs((long) weight.scale()) > 100) {
                throw new IllegalArgumentException("weights must have at most 100 digits");
            }
            scale = Math.max(scale, weight.scale());
        }
        int common = scale;
        return weights.stream()
                .map(weight -> weight.setScale(common).unscaledValue())
                .toList();
    }
}
