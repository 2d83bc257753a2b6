package dev.tieout.qbo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.FakeCompany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge is judged: no library here, every write is made by the test in its place. */
class WitnessTest {
    private final FakeCompany books = FakeCompany.builder().empty().build();
    private final Witness witness = new Witness(books, new Trail(TestClock.at("2026-03-02T17:00:00Z")));
    private final Wish client = new Wish(Kind.CLIENT, "c-1");
    private final Wish item = new Wish(Kind.ITEM, "s-1");
    private final Wish invoice = new Wish(Kind.INVOICE, "i-1");

    @BeforeEach
    void theLibraryMadeThree() {
        client.set("name", "Alder ~c-1~");
        client.set("phone", "(555) 010-0001");
        item.set("name", "Work ~s-1~");
        handed(client, "name", "phone");
        handed(item, "name");
        create(
                "Customer",
                Map.of("DisplayName", "Alder ~c-1~", "PrimaryPhone", Map.of("FreeFormNumber", "555-010-0001")));
        String account = books.all("Account").stream()
                .filter(each -> "Income".equals(each.get("AccountType")))
                .map(each -> Canon.text(each, "Id"))
                .findFirst()
                .orElseThrow();
        create("Item", Map.of("Name", "Work ~s-1~", "Type", "Service", "IncomeAccountRef", Map.of("value", account)));
        invoice.set("client", "c-1");
        invoice.set("date", "2026-03-01");
        invoice.set("memo", "Thanks");
        invoice.set("note", "Bill ~i-1~");
        Map<String, String> line = new LinkedHashMap<>();
        line.put("mark", "~i-1.1~");
        line.put("item", "s-1");
        line.put("amount", "50.00");
        line.put("description", "~i-1.1~ hours");
        invoice.lines.add(line);
        handed(invoice);
        create(
                "Invoice",
                Map.of(
                        "CustomerRef", Map.of("value", place(client)),
                        "TxnDate", "2026-03-01",
                        "CustomerMemo", Map.of("value", "Thanks"),
                        "PrivateNote", "Bill ~i-1~",
                        "Line", List.of(sales("50.00", "~i-1.1~ hours"))));
    }

    @Test
    void equalSidesDoNotDiffer() {
        assertThat(differing(client)).isEmpty();
        assertThat(differing(item)).isEmpty();
        assertThat(differing(invoice)).isEmpty();
        assertThat(witness.findings).isEmpty();
    }

    @Test
    void aLineOfAnotherKindIsADifference() {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(sales("50.00", "~i-1.1~ hours"));
        lines.add(Map.of(
                "DetailType",
                "DiscountLineDetail",
                "Amount",
                new BigDecimal("5.00"),
                "DiscountLineDetail",
                Map.of("PercentBased", false)));
        byHand("Invoice", invoice, Map.of("Line", lines));

        assertThat(differing(invoice)).containsExactlyInAnyOrder("foreign lines", "total");
        assertThat(witness.pending(invoice, "foreign lines")).isTrue();
    }

    @Test
    void whatTheAppNeverHadIsNotItsField() {
        byHand("Invoice", invoice, Map.of("BillEmail", Map.of("Address", "books@client.example")));

        assertThat(differing(invoice)).isEmpty();
    }

    @Test
    void whatTheAppClearedIsItsField() {
        invoice.set("memo", null);
        handed(invoice);

        assertThat(differing(invoice)).containsExactly("memo");
    }

    @Test
    void aWriteOverHerEditIsFound() {
        witness.policies(Policy.APP, Policy.ASK);
        byHand("Invoice", invoice, Map.of("CustomerMemo", Map.of("value", "From the books")));
        change("Invoice", invoice, Map.of("CustomerMemo", Map.of("value", "Thanks")));

        assertThat(witness.findings).extracting(Finding::kind).containsExactly("OVERWRITTEN");
    }

    @Test
    void aWriteBesideHerEditIsNot() {
        witness.policies(Policy.APP, Policy.ASK);
        byHand("Invoice", invoice, Map.of("CustomerMemo", Map.of("value", "From the books")));
        change("Invoice", invoice, Map.of("PrivateNote", "Bill ~i-1~ again"));

        assertThat(witness.findings).isEmpty();
    }

    @Test
    void aSecondRecordOfOneMarkIsSeenAndOneOfHersIsNot() {
        Map<String, Object> again =
                new HashMap<>(books.find("Invoice", place(invoice)).orElseThrow());
        again.keySet().retainAll(Set.of("CustomerRef", "Line", "PrivateNote"));
        witness.byHand(false, () -> books.inQuickBooks().create("Invoice", again));
        assertThat(witness.births.get("~i-1~")).hasSize(1);

        create("Invoice", again);
        assertThat(witness.births.get("~i-1~")).hasSize(2);
    }

    @Test
    void herEditOfAnAgreedFieldHasToStay() {
        byHand("Customer", client, Map.of("PrimaryPhone", Map.of("FreeFormNumber", "555 02")));

        assertThat(witness.expected(client)).containsEntry("phone", new Witness.Expected("55502", false));
    }

    @Test
    void theAppsEditOfTheSameFieldWins() {
        byHand("Customer", client, Map.of("PrimaryPhone", Map.of("FreeFormNumber", "555 02")));
        client.set("phone", "555 03");
        handed(client, "phone");
        byHand("Customer", client, Map.of("PrimaryPhone", Map.of("FreeFormNumber", "555 04")));

        assertThat(witness.expected(client)).containsEntry("phone", new Witness.Expected("55503", true));
    }

    @Test
    void aMergeMovesTheRecord() {
        witness.byHand(true, () -> {
            String kept = books.inQuickBooks().create("Customer", Map.of("DisplayName", "Kept"));
            books.inQuickBooks().merge("Customer", kept, place(client));
        });

        assertThat(witness.inBooks(Kind.CLIENT, place(client))).containsEntry("name", "Kept");
        assertThat(differing(invoice)).isEmpty();
    }

    @Test
    void anEndThatNobodyAskedForIsFound() {
        books.inQuickBooks().voidTransaction("Invoice", place(invoice));

        assertThat(witness.ended(Kind.INVOICE, place(invoice))).isTrue();
        assertThat(witness.findings).extracting(Finding::kind).containsExactly("ENDED_UNASKED");
    }

    private Map<String, Object> sales(String amount, String description) {
        return Map.of(
                "DetailType",
                "SalesItemLineDetail",
                "Amount",
                new BigDecimal(amount),
                "Description",
                description,
                "SalesItemLineDetail",
                Map.of("ItemRef", Map.of("value", place(item))));
    }

    private void handed(Wish wish, String... fields) {
        witness.edited(wish, fields);
        witness.handed(wish);
    }

    private String place(Wish wish) {
        return witness.place(wish.id);
    }

    private Set<String> differing(Wish wish) {
        return witness.differing(wish, witness.inBooks(wish.kind, place(wish)));
    }

    private void create(String entity, Map<String, ?> fields) {
        books.inQuickBooks().create(entity, fields);
    }

    private void change(String entity, Wish wish, Map<String, ?> fields) {
        books.inQuickBooks().change(entity, place(wish), fields);
    }

    private void byHand(String entity, Wish wish, Map<String, ?> fields) {
        witness.byHand(false, () -> change(entity, wish, fields));
    }
}
