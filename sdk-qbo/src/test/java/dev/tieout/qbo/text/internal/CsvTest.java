package dev.tieout.qbo.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void aNumberBelowZeroIsANumberAndATextThatLooksLikeOneIsNot() {
        assertThat(Csv.line(new BigDecimal("-40.00"), "-40.00", null, 7)).isEqualTo("-40.00,'-40.00,,7\r\n");
    }

    /** Whoever chooses an id, or a name, chooses what stands in somebody's spreadsheet. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "@SUM(A1)", " =1", "\t=1", "\uFF1D1"})
    void noTextActsAsAFormula(String bad) {
        assertThat(Csv.line(bad, "x")).contains("'" + bad);
    }

    @Test
    void whatWouldEndACellIsQuoted() {
        assertThat(Csv.line("a,b", "c\"d", "e\nf", "g ")).isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\",\"g \"\r\n");
    }
}
