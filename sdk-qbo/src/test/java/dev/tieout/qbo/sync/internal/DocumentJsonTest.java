package dev.tieout.qbo.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-02T17:00:00.123Z");

    @Test
    void everyPartSurvivesTheRoundTrip() {
        RecordDocument full = new RecordDocument(
                7,
                "{\"id\":\"c-1\",\"displayName\":\"Søn \\\"& 株\"}",
                true,
                "3",
                Projection.of(Map.of("Name", "Ann")),
                Projection.of(Map.of()),
                new Intent(
                        Intent.Operation.UPDATE,
                        "t123",
                        "{\"Amount\":100.00}",
                        Projection.of(Map.of("Name", "Anna")),
                        NOW),
                2,
                new SyncProblem(ProblemCause.NAME_TAKEN, "message", "remedy", "DisplayName", "6240", "1-abc", NOW),
                "CLIENT c-1",
                List.of(
                        new SyncAttempt(NOW, "create", "t122", "6240", "1-abc"),
                        new SyncAttempt(NOW, "create", "t1", "ok", null)));
        assertThat(DocumentJson.read(DocumentJson.write(full))).isEqualTo(full);
    }

    @Test
    void anEmptyDocumentSurvivesTheRoundTrip() {
        assertThat(DocumentJson.read(DocumentJson.write(RecordDocument.EMPTY))).isEqualTo(RecordDocument.EMPTY);
    }

    @Test
    void theFirstFieldIsTheFormatNumber() {
        assertThat(DocumentJson.write(RecordDocument.EMPTY)).startsWith("{\"format\":\"1\"");
    }

    @Test
    void aNewerFormatIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> DocumentJson.read("{\"format\":\"2\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("upgrade");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThatThrownBy(() -> DocumentJson.read("oops")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DocumentJson.read("[]")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTrailKeepsTheLastTenAttempts() {
        RecordDocument doc = RecordDocument.EMPTY;
        for (int i = 0; i < 12; i++) {
            doc = doc.attempted(new SyncAttempt(NOW, "create", "t" + i, "ok", null));
        }
        assertThat(doc.trail()).hasSize(10);
        assertThat(doc.trail().get(0).requestId()).isEqualTo("t2");
    }
}
