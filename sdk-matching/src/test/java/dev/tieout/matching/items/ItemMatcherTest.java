package dev.tieout.matching.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ItemMatcherTest {
    private final List<ServiceItem> items = new ArrayList<>();
    private final List<ItemRecord> records = new ArrayList<>();

    @Test
    void aRateThatDiffersIsADifferenceToShow() {
        items.add(ServiceItem.builder(LocalId.of("a"), "1040 Return")
                .rate(new BigDecimal("450"))
                .taxRate(new BigDecimal("7.5"))
                .build());
        records.add(ItemRecord.builder(RemoteId.of("1"), "1040 Return")
                .unitPrice(new BigDecimal("400.00"))
                .taxRate(new BigDecimal("0.075"))
                .build());

        ItemMatch match = plan().item(LocalId.of("a")).orElseThrow();
        assertThat(match.bucket()).isEqualTo(Bucket.MATCH);
        assertThat(match.differences()).containsExactly(new ItemDifference(ItemField.RATE, "450", "400"));
    }

    @Test
    void theScaleOfARateIsNoDifference() {
        items.add(ServiceItem.builder(LocalId.of("a"), "1040 Return")
                .rate(new BigDecimal("450"))
                .build());
        records.add(ItemRecord.builder(RemoteId.of("1"), "1040 Return")
                .unitPrice(new BigDecimal("450.00"))
                .build());

        assertThat(plan().item(LocalId.of("a")).orElseThrow().differences()).isEmpty();
    }

    @Test
    void everyFieldThatDiffersIsShown() {
        items.add(ServiceItem.builder(LocalId.of("a"), "1040 Return")
                .code("T-1")
                .rate(BigDecimal.ONE)
                .taxRate(BigDecimal.TEN)
                .taxable(true)
                .build());
        records.add(ItemRecord.builder(RemoteId.of("1"), "1040 return")
                .sku("T1")
                .taxRate(BigDecimal.ONE)
                .taxable(false)
                .build());

        assertThat(plan().item(LocalId.of("a")).orElseThrow().differences())
                .extracting(ItemDifference::field)
                .containsExactly(ItemField.NAME, ItemField.CODE, ItemField.RATE, ItemField.TAX_RATE, ItemField.TAXABLE);
    }

    @Test
    void aCodeMatchesWhatTheNameAloneDoesNot() {
        item("a", "Business tax return", "TAX-1120");
        record("1", "Business entity return", "tax 1120");

        assertThat(plan().item(LocalId.of("a")).orElseThrow().bucket()).isEqualTo(Bucket.MATCH);
    }

    @Test
    void aCodeDoesNotOutweighATier() {
        item("a", "Premium tax return", "TAX-1120");
        record("1", "Basic tax return", "tax 1120");

        assertThat(plan().item(LocalId.of("a")).orElseThrow().bucket()).isEqualTo(Bucket.DUPLICATE);
    }

    @Test
    void aCodeOfSomethingElseIsOnlyASuggestion() {
        item("a", "Roof repair", "TAX-1120");
        record("1", "Basic tax return", "tax 1120");

        ItemMatch match = plan().item(LocalId.of("a")).orElseThrow();
        assertThat(match.bucket()).isEqualTo(Bucket.UNMATCHED);
        assertThat(match.candidates()).hasSize(1);
    }

    @Test
    void codesThatDifferAreForAPersonToSettle() {
        item("a", "Consulting", "C-1");
        record("1", "Consulting", "X-9");

        ItemMatchPlan plan = plan();
        assertThat(plan.item(LocalId.of("a")).orElseThrow().bucket()).isEqualTo(Bucket.DUPLICATE);
        assertThat(plan.explain(LocalId.of("a"), RemoteId.of("1")).contradictions())
                .containsExactly(ItemContradiction.CODE);
    }

    @Test
    void ofTwoItemsWithOneNameTheCodeDecides() {
        item("a", "Consulting", "C-1");
        record("1", "Tax:Consulting", "C-1");
        record("2", "Legal:Consulting");

        assertThat(plan().item(LocalId.of("a")).orElseThrow().record()).isEqualTo(RemoteId.of("1"));
    }

    @Test
    void aTieIsLeftToAPerson() {
        item("a", "Consulting");
        record("1", "Tax:Consulting");
        record("2", "Legal:Consulting");

        ItemMatchPlan plan = plan();
        ItemMatch match = plan.item(LocalId.of("a")).orElseThrow();
        assertThat(match.bucket()).isEqualTo(Bucket.DUPLICATE);
        assertThat(match.candidates())
                .extracting(ItemCandidate::record)
                .containsExactly(RemoteId.of("1"), RemoteId.of("2"));
        assertThat(plan.record(RemoteId.of("2")).orElseThrow().candidates()).containsExactly(LocalId.of("a"));
        assertThat(plan.recordCounts()).containsOnlyKeys(Bucket.DUPLICATE);
    }

    @Test
    void twoServiceItemsThatClaimOneRecordAreLeftToAPerson() {
        item("a", "Consulting");
        item("b", "CONSULTING");
        record("1", "Consulting");

        ItemMatchPlan plan = plan();
        assertThat(plan.itemCounts()).containsEntry(Bucket.DUPLICATE, 2);
        assertThat(plan.record(RemoteId.of("1")).orElseThrow().candidates())
                .containsExactly(LocalId.of("a"), LocalId.of("b"));
    }

    @Test
    void categoriesBundlesAndInactiveItemsAreSkipped() {
        item("a", "Consulting");
        records.add(ItemRecord.builder(RemoteId.of("1"), "Consulting")
                .type("Category")
                .build());
        records.add(
                ItemRecord.builder(RemoteId.of("2"), "Consulting").type("Group").build());
        records.add(ItemRecord.builder(RemoteId.of("3"), "Consulting (deleted)")
                .active(false)
                .build());

        ItemMatchPlan plan = plan();
        assertThat(plan.item(LocalId.of("a")).orElseThrow().bucket()).isEqualTo(Bucket.UNMATCHED);
        assertThat(plan.records())
                .extracting(ItemRecordMatch::skipReason)
                .containsExactly(
                        ItemRecordMatch.SkipReason.CATEGORY,
                        ItemRecordMatch.SkipReason.BUNDLE,
                        ItemRecordMatch.SkipReason.INACTIVE);
    }

    @Test
    void whatAPersonDecidedIsNeverAskedAgain() {
        item("a", "Consulting");
        item("b", "Lawn mowing");
        record("1", "Consulting");
        record("2", "Roof repair");
        MatchDecisions decisions = MatchDecisions.none()
                .notSame(LocalId.of("a"), RemoteId.of("1"))
                .confirm(LocalId.of("b"), RemoteId.of("2"));

        ItemMatchPlan plan = ItemMatcher.match(items, records, decisions);
        assertThat(plan.item(LocalId.of("a")).orElseThrow().candidates()).isEmpty();
        assertThat(plan.explain(LocalId.of("a"), RemoteId.of("1")).contradictions())
                .contains(ItemContradiction.REFUSED);
        ItemMatch confirmed = plan.item(LocalId.of("b")).orElseThrow();
        assertThat(confirmed.record()).isEqualTo(RemoteId.of("2"));
        assertThat(confirmed.decidedByPerson()).isTrue();
        assertThat(confirmed.confidence()).isEqualTo(1);
        assertThat(plan.record(RemoteId.of("1")).orElseThrow().bucket()).isEqualTo(Bucket.NEW);
    }

    @Test
    void anItemWithoutCounterpartCarriesSuggestions() {
        item("a", "1040 Tax Return Basic");
        record("1", "1040 Tax Return Premium");
        record("2", "Roof repair");

        ItemMatchPlan plan = plan();
        ItemMatch match = plan.item(LocalId.of("a")).orElseThrow();
        assertThat(match.bucket()).isEqualTo(Bucket.UNMATCHED);
        assertThat(match.candidates()).extracting(ItemCandidate::record).containsExactly(RemoteId.of("1"));
        assertThat(plan.record(RemoteId.of("1")).orElseThrow().bucket()).isEqualTo(Bucket.NEW);
        assertThat(plan.explain(LocalId.of("a"), RemoteId.of("1")).contradictions())
                .containsExactly(ItemContradiction.TIERS);
    }

    @Test
    void theWeightsOfTheEvidenceSumToTheScore() {
        CatalogueGenerator.Catalogues catalogues = CatalogueGenerator.generate(11, 60);
        ItemMatchPlan plan = ItemMatcher.match(catalogues.items(), catalogues.records(), MatchDecisions.none());
        for (ServiceItem item : catalogues.items()) {
            for (ItemRecord record : catalogues.records()) {
                ItemExplanation explanation = plan.explain(item.id(), record.id());
                double sum = explanation.evidence().stream()
                        .mapToDouble(ItemEvidence::weight)
                        .sum();
                assertThat(sum).isCloseTo(explanation.score(), within(1e-9));
            }
        }
    }

    @Test
    void aPairIsExplainedInWords() {
        item("a", "1040 Tax Return Basic", "T-1");
        record("1", "1040 Tax Return Premium", "T1");

        assertThat(plan().explain(LocalId.of("a"), RemoteId.of("1")).text(Locale.ENGLISH))
                .isEqualTo("names overlap; same code, borne by no other. "
                        + "Against it: tier, frequency or scope differs.");
    }

    @Test
    void anIdThatOccursTwiceIsRefused() {
        item("a", "Consulting");
        item("a", "Payroll");

        assertThatThrownBy(this::plan)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id a occurs twice: send each item once");
    }

    @Test
    void anUnknownPairCannotBeExplained() {
        item("a", "Consulting");

        assertThatThrownBy(() -> plan().explain(LocalId.of("a"), RemoteId.of("9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("QuickBooks item 9 is not part of this plan");
    }

    @Test
    void emptyCataloguesGiveAnEmptyPlan() {
        assertThat(plan().items()).isEmpty();
        assertThat(plan().item(LocalId.of("a"))).isEmpty();
        assertThat(plan().record(RemoteId.of("1"))).isEmpty();
    }

    private ItemMatchPlan plan() {
        return ItemMatcher.match(items, records, MatchDecisions.none());
    }

    private void item(String id, String name) {
        item(id, name, null);
    }

    private void item(String id, String name, String code) {
        items.add(ServiceItem.builder(LocalId.of(id), name).code(code).build());
    }

    private void record(String id, String fullName) {
        record(id, fullName, null);
    }

    private void record(String id, String fullName, String sku) {
        String name = fullName.substring(fullName.lastIndexOf(':') + 1);
        records.add(ItemRecord.builder(RemoteId.of(id), name)
                .fullyQualifiedName(fullName)
                .sku(sku)
                .build());
    }
}
