package dev.tieout.qbo.sync.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is there and nobody's: whatever is forgotten, it is never taken for known. */
class UnlinkedTest {
    private static final RowKey KEY = new RowKey(TenantId.of("firm-1"), "1", Unlinked.KIND, "invoice");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private final SyncStore store = new InMemorySyncStore();

    private static Bare bare(int n) {
        // Ten a day.
        return new Bare(Integer.toString(n), "c", FIRST.plusDays(n / 10), BigDecimal.TEN, BigDecimal.TEN, "No " + n);
    }

    private static List<Bare> many(int from, int to) {
        return IntStream.range(from, to).mapToObj(UnlinkedTest::bare).toList();
    }

    private Unlinked stored() {
        return Unlinked.read(store.find(KEY).orElseThrow());
    }

    @Test
    void aRowThatForgetsCoversNoMoreThanItHas() {
        Unlinked all = new Unlinked(FIRST, NOW, Map.of()).with(many(0, 5_000), Set.of());
        assertThat(all.records()).hasSize(5_000);
        all.keep(store, KEY);
        Unlinked kept = stored();
        assertThat(kept.records()).hasSizeBetween(1_900, 2_000);
        assertThat(kept.records().values()).noneMatch(each -> each.date().isBefore(kept.from()));
        assertThat(many(0, 5_000).stream().filter(each -> !each.date().isBefore(kept.from())))
                .allMatch(each -> kept.records().containsKey(each.id()));
    }

    @Test
    void whatIsReadFurtherBackIsKnownThoughTheRowCannotHoldIt() {
        new Unlinked(FIRST.plusDays(250), NOW, Map.of())
                .with(many(2_500, 4_600), Set.of())
                .keep(store, KEY);
        Unlinked further = stored().with(many(0, 2_700), Set.of()).reaching(FIRST, NOW);
        assertThat(further.records()).containsKey("0").containsKey("4599");
        further.keep(store, KEY);
        Unlinked kept = stored();
        assertThat(kept.from()).isAfter(FIRST);
        assertThat(many(0, 4_600).stream().filter(each -> !each.date().isBefore(kept.from())))
                .allMatch(each -> kept.records().containsKey(each.id()));
    }

    @Test
    void itIsReadAsItWasWritten() {
        Unlinked some = new Unlinked(FIRST, NOW, Map.of())
                .with(
                        List.of(bare(1), new Bare("2", null, FIRST, new BigDecimal("0.10"), BigDecimal.ZERO, null)),
                        Set.of());
        some.keep(store, KEY);
        assertThat(stored()).isEqualTo(some);
        Unlinked.change(store, KEY, known -> known.with(List.of(), Set.of("1")));
        assertThat(stored().records()).containsOnlyKeys("2");
    }

    @Test
    void nothingIsChangedBeforeAnybodyAsked() {
        Unlinked.change(store, KEY, known -> known.with(many(0, 3), Set.of()));
        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void itShowsNoAmountAndNoNumber() {
        assertThat(bare(7).toString()).isEqualTo("Bare[id=7]");
        assertThat(new Unlinked(FIRST, NOW, Map.of("7", bare(7))).toString()).doesNotContain("No 7");
    }
}
