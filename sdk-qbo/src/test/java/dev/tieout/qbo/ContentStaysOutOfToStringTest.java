package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.RemoteId;
import dev.tieout.matching.items.ItemDifference;
import dev.tieout.matching.items.ItemEvidence;
import dev.tieout.matching.items.ItemField;
import dev.tieout.matching.items.ItemLevel;
import dev.tieout.qbo.api.BatchOutcome;
import dev.tieout.qbo.api.Report;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.CreateOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a host puts into its own log by accident: records of results name ids and counts, never what is in the books. */
class ContentStaysOutOfToStringTest {
    private static final String NAME = "Canary & Sons";
    private static final String AMOUNT = "31337.42";

    @Test
    void resultsNameIdsAndCounts() {
        Report.Cell cell = new Report.Cell(AMOUNT, Optional.of("58"));
        List<Object> results = List.of(
                new CreateOutcome.NameTaken("Vendor 49", List.of(NAME)),
                new Catalog.Entry(RemoteId.of("7"), NAME),
                cell,
                new Report.Row("Data", "Income", List.of(cell), List.of(), List.of(cell)),
                new ItemDifference(ItemField.NAME, NAME, NAME),
                new ItemEvidence(ItemField.NAME, NAME, NAME, ItemLevel.SAME, 1.5),
                new BatchOutcome.Found(
                        List.of(Customer.builder().displayName(NAME).build())),
                Line.builder().amount(new BigDecimal(AMOUNT)).description(NAME).build());
        assertThat(results.toString()).contains("49", "7", "58").doesNotContain("Canary", AMOUNT);
    }
}
