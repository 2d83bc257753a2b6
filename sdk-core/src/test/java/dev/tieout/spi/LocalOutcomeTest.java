package dev.tieout.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tieout.LocalId;
import org.junit.jupiter.api.Test;

class LocalOutcomeTest {
    @Test
    void aRefusalHasAReasonOfBoundedLength() {
        assertThat(new LocalOutcome.Refused("x".repeat(500)).reason()).hasSize(500);
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalOutcome.Refused(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalOutcome.Refused("x".repeat(501)));
    }

    @Test
    void aVersionHasBoundedLength() {
        LocalId id = LocalId.of("1");

        assertThat(new LocalOutcome.Done(id, "v".repeat(200)).version()).hasSize(200);
        assertThat(new LocalRecord<>(id, "1").version()).isEqualTo("1");
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalOutcome.Done(id, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalRecord<>(id, "v".repeat(201)));
    }

    @Test
    void neitherARecordNorAReasonIsPrinted() {
        assertThat(new LocalRecord<>("Fiona Gallagher", "7")).hasToString("LocalRecord[version=7]");
        assertThat(new LocalOutcome.Refused("no e-mail: fiona@patsyspies.com"))
                .hasToString("Refused[reason of 31 characters]");
    }
}
