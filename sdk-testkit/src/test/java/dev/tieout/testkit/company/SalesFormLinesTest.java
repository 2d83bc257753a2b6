package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** QuickBooks facts M6, E14, E12, M1: discounts, bundles, text lines, what an update does to lines. */
class SalesFormLinesTest extends CompanyTest {
    private static final String TEXT = "{`DetailType`:`DescriptionOnly`,`Description`:`Thank you`}";

    @Test
    void anAmountAndAPercentageOfADiscountMustFit() {
        assertThat(create("invoice", with(discount("`Amount`:15,", "`PercentBased`:false")))
                        .text("TotalAmt"))
                .isEqualTo("85.00");
        assertThat(create("invoice", with(discount("`Amount`:10,", "`PercentBased`:true,`DiscountPercent`:10")))
                        .text("TotalAmt"))
                .isEqualTo("90.00");
        says(with(discount("`Amount`:15,", "`DiscountPercent`:0")), "You can't set both an amount and a discount");
        says(with(discount("`Amount`:101,", "")), "The discount amount can't be greater than the subtotal.");
        String two = with(discount("`Amount`:1,", "") + "," + discount("`Amount`:2,", ""));
        says(two, "one discount line");
        on(CompanySwitch.MANY_DISCOUNTS_ALLOWED);
        assertThat(create("invoice", two).text("TotalAmt")).isEqualTo("97.00");
        on(CompanySwitch.EMPTY_DISCOUNT_DROPPED);
        assertThat(create("invoice", with(discount("", ""))).text("TotalAmt")).isEqualTo("100.00");
    }

    @Test
    void whatIsSwitchedOffIsTakenDroppedOrRefused() {
        company.inQuickBooks().preference("SalesFormsPrefs.AllowDiscount", false);
        company.inQuickBooks().preference("SalesFormsPrefs.AllowDeposit", false);
        String body = with(discount("`Amount`:15,", "")).replace("{`Cust", "{`Deposit`:20,`Cust");
        JsonObject taken = create("invoice", body);
        assertThat(taken.text("Balance")).isEqualTo("65.00");
        on(CompanySwitch.FEATURE_OFF_DROPS);
        JsonObject dropped = create("invoice", body);
        assertThat(dropped.text("Balance")).isEqualTo("100.00");
        assertThat(dropped.objects("Line")).hasSize(2);
        String shipped = with("{`Amount`:7,`DetailType`:`SalesItemLineDetail`,`SalesItemLineDetail`:{`ItemRef`:"
                + "{`value`:`SHIPPING_ITEM_ID`}}}");
        assertThat(create("invoice", shipped).text("TotalAmt")).isEqualTo("100.00");
        on(CompanySwitch.FEATURE_OFF_REFUSES);
        fault(post("invoice", body), "5030");
    }

    @Test
    void aBundleIsFilledInAndItsInnerLinesCount() {
        company.seed()
                .raw(
                        "Item",
                        Map.of(
                                "Id", "900",
                                "SyncToken", "0",
                                "Name", "Year end",
                                "Type", "Group",
                                "Active", true,
                                "ItemGroupDetail",
                                        Map.of(
                                                "ItemGroupLine",
                                                List.of(
                                                        Map.of("ItemRef", Map.of("value", "1"), "Qty", 2),
                                                        Map.of("ItemRef", Map.of("value", "2"), "Qty", 1)))));
        String group =
                "{`DetailType`:`GroupLineDetail`,`GroupLineDetail`:{`GroupItemRef`:{`value`:`900`},`Quantity`:3}}";
        JsonObject invoice = create("invoice", with(group + "," + TEXT));
        List<JsonObject> lines = invoice.objects("Line");
        BigDecimal one = read("item", "1").amount("UnitPrice");
        BigDecimal two = read("item", "2").amount("UnitPrice");
        BigDecimal sum = one.multiply(new BigDecimal(6)).add(two.multiply(new BigDecimal(3)));
        assertThat(lines.get(1).text("Amount")).isEqualTo("0");
        List<JsonObject> inner = lines.get(1).object("GroupLineDetail").objects("Line");
        assertThat(inner).extracting(line -> line.text("Id")).containsExactly("3", "4");
        assertThat(lines.get(2).text("Id")).isEqualTo("5");
        assertThat(lines.get(2).object("DescriptionLineDetail")).isNotNull();
        assertThat(lines.get(3).amount("Amount")).isEqualByComparingTo(sum.add(new BigDecimal("100")));
        assertThat(invoice.amount("TotalAmt")).isEqualByComparingTo(sum.add(new BigDecimal("100")));
        on(CompanySwitch.BUNDLE_SHOWS_SUM);
        assertThat(create("invoice", with(group)).objects("Line").get(1).amount("Amount"))
                .isEqualByComparingTo(sum);
    }

    @Test
    void linesStayInASparseUpdateWithoutThemAndAreReplacedByAnyOthers() {
        JsonObject invoice =
                create("invoice", with(TEXT + "," + discount("", "`PercentBased`:true,`DiscountPercent`:10")));
        String start = "{`Id`:`" + invoice.text("Id") + "`,`SyncToken`:`%s`,`sparse`:true,";
        JsonObject noted = create("invoice", start.formatted("0") + "`PrivateNote`:`n`}");
        assertThat(noted.list("Line")).isEqualTo(invoice.list("Line"));
        String one =
                "`Line`:[{`Id`:`1`,`Amount`:50,`DetailType`:`SalesItemLineDetail`,`SalesItemLineDetail`:{`ItemRef`:"
                        + "{`value`:`1`}}}]}";
        JsonObject replaced = create("invoice", start.formatted("1") + one);
        assertThat(replaced.objects("Line"))
                .extracting(line -> line.text("DetailType"))
                .containsExactly("SalesItemLineDetail", "SubTotalLineDetail");
        assertThat(replaced.text("TotalAmt")).isEqualTo("50.00");
    }

    @Test
    void newLinesOfAPaymentTakeItsCreditsOff() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String credit = create("creditmemo", invoice("3", "30")).text("Id");
        String lines =
                "`Line`:[{`Amount`:100,`LinkedTxn`:[{`TxnId`:`" + invoice + "`,`TxnType`:`Invoice`}]},{`Amount`:30,"
                        + "`LinkedTxn`:[{`TxnId`:`" + credit + "`,`TxnType`:`CreditMemo`}]}]}";
        String id = create("payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:70," + lines)
                .text("Id");
        String start = "{`Id`:`" + id + "`,`SyncToken`:`%s`,`sparse`:true,";
        create("payment", start.formatted("0") + "`PrivateNote`:`n`}");
        assertThat(read("creditmemo", credit).text("RemainingCredit")).isEqualTo("0");
        create(
                "payment",
                start.formatted("1") + "`Line`:[{`Amount`:70,`LinkedTxn`:[{`TxnId`:`" + invoice
                        + "`,`TxnType`:`Invoice`}]}]}");
        assertThat(read("creditmemo", credit).text("RemainingCredit")).isEqualTo("30.00");
        assertThat(read("invoice", invoice).text("Balance")).isEqualTo("30.00");
        on(CompanySwitch.SPARSE_PAYMENT_WITHOUT_LINES_UNAPPLIES);
        assertThat(create("payment", start.formatted("2") + "`PrivateNote`:`m`}")
                        .text("UnappliedAmt"))
                .isEqualTo("70.00");
    }

    @Test
    void zeroInPriceOrQuantityLetsAnyAmountPass() {
        String body = invoice("3", "40").replace("`ItemRef`", "`Qty`:0,`UnitPrice`:0,`ItemRef`");
        assertThat(create("invoice", body).text("TotalAmt")).isEqualTo("40.00");
    }

    @Test
    void aSentNumberIsKeptOrReplacedAndAnEmptyOneEmptiesOnlyCustomNumbers() {
        String numbered = invoice("3", "1").replace("{`Cust", "{`DocNumber`:`X-7`,`Cust");
        String id = create("invoice", numbered).text("Id");
        String empty = "{`Id`:`" + id + "`,`SyncToken`:`0`,`sparse`:true,`DocNumber`:``}";
        assertThat(create("invoice", empty).text("DocNumber")).isEqualTo("X-7");
        on(CompanySwitch.SENT_DOC_NUMBERS_IGNORED);
        assertThat(create("invoice", numbered).text("DocNumber")).isEqualTo("X-8");
        company.inQuickBooks().preference("SalesFormsPrefs.CustomTxnNumbers", true);
        assertThat(create("invoice", empty).has("DocNumber")).isFalse();
    }

    private static String with(String more) {
        return invoice("3", "100").replace("]}", "," + more + "]}");
    }

    private static String discount(String amount, String detail) {
        return "{" + amount + "`DetailType`:`DiscountLineDetail`,`DiscountLineDetail`:{" + detail + "}}";
    }

    private void says(String body, String sentence) {
        assertThat(fault(post("invoice", body), "6000").text("Detail")).contains(sentence);
    }
}
