package dev.tieout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static List<BigDecimal> weights(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }

    private static Money sum(List<Money> parts, Currency currency) {
        return parts.stream().reduce(Money.zero(currency), Money::plus);
    }

    @Test
    void equalPartsDifferByACentAtMostAndTheLargerComeFirst() {
        assertThat(Money.usd("100").split(3))
                .containsExactly(Money.usd("33.34"), Money.usd("33.33"), Money.usd("33.33"));
        assertThat(Money.usd("0.02").split(3)).containsExactly(Money.usd("0.01"), Money.usd("0.01"), Money.usd("0"));
    }

    @Test
    void aNegativeAmountIsDividedAsThePositiveOne() {
        assertThat(Money.usd("-100").split(3))
                .containsExactly(Money.usd("-33.34"), Money.usd("-33.33"), Money.usd("-33.33"));
    }

    @Test
    void theCentLeftOverGoesToTheShareThatWasCutMost() {
        // 16.67, 16.67 and 66.67 cents: all are cut alike, so the two cents go to the first two.
        assertThat(Money.usd("1.00").allocate(weights("1", "1", "4")))
                .containsExactly(Money.usd("0.17"), Money.usd("0.17"), Money.usd("0.66"));
        assertThat(Money.usd("10").allocate(weights("0", "0.5", "0.25")))
                .containsExactly(Money.usd("0"), Money.usd("6.67"), Money.usd("3.33"));
    }

    @Test
    void yenAreDividedInWholeYen() {
        assertThat(Money.of("100", "JPY").split(3))
                .containsExactly(Money.of("34", "JPY"), Money.of("33", "JPY"), Money.of("33", "JPY"));
    }

    @Test
    void nothingIsLostAndNothingAddedWhateverTheWeights() {
        long seed = 7;
        Random random = new Random(seed);
        Currency usd = Currency.getInstance("USD");
        for (int round = 0; round < 2_000; round++) {
            Money amount = new Money(BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, 2), usd);
            List<BigDecimal> weights = Stream.generate(() -> BigDecimal.valueOf(random.nextInt(10_000) + 1, 3))
                    .limit(1 + random.nextInt(12))
                    .toList();
            List<Money> parts = amount.allocate(weights);
            assertThat(parts).as("seed %s round %s", seed, round).hasSameSizeAs(weights);
            assertThat(sum(parts, usd)).isEqualTo(amount);
        }
    }

    @Test
    void weightsThatDivideNothingAreRefused() {
        assertThatThrownBy(() -> Money.usd("1").allocate(weights("0", "0"))).hasMessageContaining("all zero");
        assertThatThrownBy(() -> Money.usd("1").allocate(weights("1", "-1"))).hasMessageContaining("negative");
        assertThatThrownBy(() -> Money.usd("1").allocate(List.of())).hasMessageContaining("or none");
        assertThatThrownBy(() -> Money.usd("1").split(0)).hasMessageContaining("one or more");
        assertThatThrownBy(() -> Money.usd("1").allocate(weights("1", "1e999999999")))
                .hasMessageContaining("100 digits");
    }
}
