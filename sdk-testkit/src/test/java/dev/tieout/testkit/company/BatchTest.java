package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** QuickBooks facts P5: what a repeat of request id and bId does, and the forms of both. */
class BatchTest extends CompanyTest {
    @Test
    void anItemIsAnsweredAsBeforeAlsoInAnotherBatchOfTheSameRequest() {
        List<JsonObject> first = batch("r1", item("a", "One") + "," + item("b", "One"));
        assertThat(first.get(1).has("Fault")).isTrue();
        List<JsonObject> second = batch("r1", item("c", "Three") + "," + item("a", "One") + "," + item("b", "Two"));
        assertThat(second.get(1)).isEqualTo(first.get(0));
        assertThat(second.get(2).object("Customer").text("DisplayName")).isEqualTo("Two");
        assertThat(batch("r2", item("a", "One")).get(0).has("Fault")).isTrue();
    }

    @Test
    void aRepeatCanBeRefusedWholeOrExecutedAgain() {
        batch("r1", item("a", "One"));
        on(CompanySwitch.REQUEST_ID_REPEAT_IS_6000);
        fault(post("batch?requestid=r1", wrapped(item("a", "One"))), "6000");
        company.switches(CompanySwitches.defaults().with(CompanySwitch.REQUEST_ID_REPEAT_IS_600));
        fault(post("batch?requestid=r1", wrapped(item("z", "Nine"))), "600");
        company.switches(CompanySwitches.defaults().with(CompanySwitch.REQUEST_IDS_IGNORED));
        assertThat(batch("r1", item("a", "Four")).get(0).object("Customer").text("DisplayName"))
                .isEqualTo("Four");
    }

    @Test
    void idsAreShortAndABatchIsNotEmpty() {
        fault(post("batch?requestid=" + "r".repeat(37), wrapped(item("a", "One"))), "2130");
        fault(post("batch?requestid=r", wrapped(item("eleven-long", "One"))), "2130");
        assertThat(fault(post("batch", wrapped("")), "2020").text("Detail")).isEqualTo("Batch Request is Empty");
    }

    @Test
    void neitherOrderNorPlaceCanBeReliedOn() {
        on(CompanySwitch.BATCHES_RUN_BACKWARDS);
        List<JsonObject> items = batch("r1", item("a", "One") + "," + item("b", "One"));
        assertThat(items).extracting(item -> item.text("bId")).containsExactly("b", "a");
        assertThat(items.get(1).has("Fault")).isTrue();
    }

    private List<JsonObject> batch(String requestId, String items) {
        return body(post("batch?requestid=" + requestId, wrapped(items))).objects("BatchItemResponse");
    }

    private static String wrapped(String items) {
        return "{`BatchItemRequest`:[" + items + "]}";
    }

    private static String item(String bId, String name) {
        return "{`bId`:`" + bId + "`,`operation`:`create`,`Customer`:{`DisplayName`:`" + name + "`}}";
    }
}
