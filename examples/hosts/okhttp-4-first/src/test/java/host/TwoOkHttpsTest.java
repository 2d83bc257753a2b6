package host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.FakeQuickBooks;
import org.junit.jupiter.api.Test;

/** The fake inside a test needs OkHttp 5: it says so, and what to import. */
class TwoOkHttpsTest {
    @Test
    void theFakeSaysWhatToImport() {
        assertThatThrownBy(FakeQuickBooks::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OkHttp 4.12.0")
                .hasMessageContaining("tieout-bom");
    }
}
