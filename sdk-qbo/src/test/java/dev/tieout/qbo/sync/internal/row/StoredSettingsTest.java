package dev.tieout.qbo.sync.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.RecordKind;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncSettings;
import org.junit.jupiter.api.Test;

/** A switch that a stored row lacks, because an older version wrote it, has its default and is not off. */
class StoredSettingsTest {
    @Test
    void anEmptyDocumentIsTheDefaults() {
        assertThat(SettingsRows.read("{}")).isEqualTo(SyncSettings.defaults());
        assertThat(SettingsRows.read("{\"format\":\"2\",\"kinds\":{}}")).isEqualTo(SyncSettings.defaults());
    }

    @Test
    void aSwitchOfAKindThatIsMissingHasTheDefaultOfThatKind() {
        SyncSettings read =
                SettingsRows.read("{\"kinds\":{\"client\":{\"editInApp\":false},\"invoice\":{\"editInApp\":true}}}");
        assertThat(read.clients()).isEqualTo(KindSettings.lists().withEditInApp(false));
        assertThat(read.invoices()).isEqualTo(KindSettings.money().withEditInApp(true));
        assertThat(read.of(RecordKind.PAYMENT)).isEqualTo(KindSettings.money());
    }

    @Test
    void aSwitchThatIsThereCounts() {
        SyncSettings read = SettingsRows.read("{\"acceptOtherTotals\":true,\"askAboutTwins\":false}");
        assertThat(read.acceptOtherTotals()).isTrue();
        assertThat(read.askAboutTwins()).isFalse();
    }
}
