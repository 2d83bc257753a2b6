package dev.tieout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
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

    @Test
    void whatIsNoPlainNumberIsRefusedInWordsAndWithoutTheAmount() {
        for (String text : List.of("1,005", "", " ", "abc", "1e3", "1e999999999", "1.", ".5", "12 USD", "0x10")) {
            assertThatThrownBy(() -> Money.usd(text))
                    .as(text)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Money.amount is no plain decimal number: write it with digits and a point, such as"
                            + " 1234.50");
        }
    }

    @Test
    void aCurrencyThatIsNoneIsRefusedInWords() {
        assertThatThrownBy(() -> Money.of("1", "usd"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Money.currency is no ISO 4217 code");
    }

    @Test
    void numbersThatWouldTakeTheHeapAreRefused() {
        Currency usd = Currency.getInstance("USD");
        BigDecimal huge = new BigDecimal("1e999999999");
        assertThatThrownBy(() -> new Money(huge, usd)).hasMessageContaining("more than 40 digits");
        assertThatThrownBy(() -> Money.rounded(huge, usd)).hasMessageContaining("more than 40 digits");
        assertThatThrownBy(() -> Money.usd("1").times(huge)).hasMessageContaining("more than 40 digits");
    }

    @Test
    void productsAreRoundedHalfUpAndSignsTurn() {
        assertThat(Money.usd("128.35").times(new BigDecimal("14.5"))).isEqualTo(Money.usd("1861.08"));
        assertThat(Money.usd("-0.01").times(new BigDecimal("0.5"))).isEqualTo(Money.usd("-0.01"));
        assertThat(Money.usd("12.50").negated()).isEqualTo(Money.usd("-12.50"));
    }

    @Test
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> Money.usd(null)).hasMessage("Money.amount is missing: give one, not null");
        assertThatThrownBy(() -> Money.of("1", null)).hasMessageContaining("Money.currency");
        assertThatThrownBy(() -> Money.usd("1").plus(null)).hasMessageContaining("is missing");
    }
}
