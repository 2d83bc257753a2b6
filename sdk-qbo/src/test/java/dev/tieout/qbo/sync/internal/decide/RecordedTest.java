package dev.tieout.qbo.sync.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.decide.Question.Times;
import dev.tieout.qbo.sync.internal.row.Agreement;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.RecordRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was recorded yesterday can be read tomorrow. */
class RecordedTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final RecordRef INVOICE = new RecordRef(RecordKind.INVOICE, LocalId.of("i-1"));
    private static final FieldRules RULES =
            new FieldRules(false, Set.of(), Set.of("Total"), Map.of(), Set.of(), "", (field, value) -> value.strip());

    private static Question question() {
        Projection agreed = Projection.of(Map.of("PrivateNote", "old", "Total", "100"));
        Facts facts = new Facts(
                new Want("{\"id\":\"i-1\",\"amount\":\"100.00\"}", "v7", 3, Want.End.KEEP, false),
                new Sight("{\"Id\":\"17\",\"PrivateNote\":\"old\"}", 2, NOW.minusSeconds(60), Sight.Gone.THERE),
                new Agreement(
                        Map.of("PrivateNote", Pair.of("PrivateNote", agreed, agreed)),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("Total", Pair.of("Total", agreed, agreed))),
                null,
                null,
                null,
                People.NONE,
                List.of());
        return new Question(
                facts,
                true,
                Projection.of(Map.of("PrivateNote", "new", "Total", "100")),
                null,
                agreed,
                null,
                null,
                RULES,
                KindSettings.money(),
                false,
                false,
                Set.of(),
                Set.of(),
                "",
                true,
                Times.STANDARD,
                NOW);
    }

    private static String golden() throws IOException {
        try (InputStream in = RecordedTest.class.getResourceAsStream("recorded-decision.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void theFormIsStable() throws IOException {
        assertThat(Recorded.write(INVOICE, question(), Decide.decide(question())))
                .isEqualTo(golden());
    }

    @Test
    void whatWasRecordedOnceIsReadAndDecidedAgain() throws IOException {
        Recorded recorded = Recorded.read(golden(), kind -> RULES);
        assertThat(recorded.record()).isEqualTo(INVOICE);
        assertThat(recorded.question()).isEqualTo(question());
        assertThat(recorded.decideAgain()).isEqualTo(recorded.decision());
    }

    /** What is in a question and not in its text would be decided otherwise by those who read it. */
    @Test
    void aWriteInFlightIsRecordedWithItsBody() {
        Intent intent = new Intent(
                Intent.Operation.CREATE,
                "r-1",
                null,
                "{\"PrivateNote\":\"new\"}",
                Projection.of(Map.of("PrivateNote", "new")),
                List.of("PrivateNote"),
                NOW.minusSeconds(30),
                NOW.minusSeconds(20),
                null,
                List.of());
        Question q = question();
        Question flying = new Question(
                q.facts().with(intent),
                false,
                null,
                null,
                null,
                null,
                null,
                RULES,
                q.settings(),
                true,
                true,
                Set.of("DocNumber"),
                Set.of("TxnDate", "Total"),
                "x",
                false,
                q.times(),
                NOW);
        Recorded read = Recorded.read(Recorded.write(INVOICE, flying, Decide.decide(flying)), kind -> RULES);
        assertThat(read.question()).isEqualTo(flying);
    }

    @Test
    void everyStepHasAWord() {
        Set<Object> steps = Set.of((Object[]) Step.class.getPermittedSubclasses());
        assertThat(Set.<Object>copyOf(DecisionJson.WORDS.keySet())).isEqualTo(steps);
        assertThat(DecisionJson.WORDS.values()).doesNotHaveDuplicates();
    }

    @Test
    void anotherFormatIsRefused() {
        assertThatThrownBy(() -> Recorded.read("{\"format\":\"2\"}", kind -> RULES))
                .hasMessageContaining("format");
    }
}
