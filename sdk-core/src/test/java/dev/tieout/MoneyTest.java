package dev.tieout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void amountsAreBroughtToTheScaleOfTheirCurrency() {
        assertThat(Money.usd("12.5").amount()).isEqualTo(new BigDecimal("12.50"));
        assertThat(Money.of("1200", "JPY").amount()).isEqualTo(new BigDecimal("1200"));
    }

    @Test
    void equalWorthIsEqualWhateverTheScale() {
        assertThat(Money.usd("1")).isEqualTo(Money.usd("1.00")).hasSameHashCodeAs(Money.usd("1.00"));
    }

    @Test
    void moreDecimalsThanTheCurrencyHasAreRefused() {
        assertThatThrownBy(() -> Money.usd("1.005"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 2 decimals");
    }

    @Test
    void roundingIsHalfUpAsInQuickBooks() {
        // 128.35 × 14.5 = 1861.075; QuickBooks expects 1861.08 (QuickBooks fact M6.3)
        Money rounded =
                Money.rounded(new BigDecimal("128.35").multiply(new BigDecimal("14.5")), Currency.getInstance("USD"));
        assertThat(rounded).isEqualTo(Money.usd("1861.08"));
    }

    @Test
    void sumsAndDifferencesAreExact() {
        assertThat(Money.usd("0.10").plus(Money.usd("0.20"))).isEqualTo(Money.usd("0.30"));
        assertThat(Money.usd("0.10").minus(Money.usd("0.30"))).isEqualTo(Money.usd("-0.20"));
        assertThat(Money.usd("-0.20").minorUnits()).isEqualTo(-20);
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.usd("1").plus(Money.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currencies differ");
    }
}
