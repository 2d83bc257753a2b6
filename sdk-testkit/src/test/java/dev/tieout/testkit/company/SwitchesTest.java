package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Facts of QuickBooks that are marked as open in docs/quickbooks: each open point behaves otherwise when its switch is on. */
class SwitchesTest extends CompanyTest {
    @Test
    void strictNamesAreComparedLetterForLetter() {
        on(CompanySwitch.STRICT_NAMES);
        create("customer", "{`DisplayName`:`delia marsh`}");
        fault(post("customer", "{`DisplayName`:`Delia Marsh`}"), "6240");
    }

    @Test
    void anInactiveCustomerCanBe6250() {
        company.inQuickBooks().inactivate("Customer", "3");
        fault(post("invoice", invoice("3", "1")), "2500");
        on(CompanySwitch.INACTIVE_CUSTOMER_IS_6250);
        fault(post("invoice", invoice("3", "1")), "6250");
    }

    @Test
    void deletesCanForgiveAnOldToken() {
        String id = create("invoice", invoice("3", "1")).text("Id");
        fault(post("invoice?operation=delete", "{`Id`:`" + id + "`,`SyncToken`:`5`}"), "5010");
        on(CompanySwitch.LENIENT_DELETE_TOKEN);
        ok(post("invoice?operation=delete", "{`Id`:`" + id + "`,`SyncToken`:`5`}"));
    }

    @Test
    void numbersCanBeUniqueOverAllTypesOrNotAtAll() {
        company.inQuickBooks().preference("SalesFormsPrefs.CustomTxnNumbers", true);
        String numbered = invoice("3", "1").replace("{`Cust", "{`DocNumber`:`N-1`,`Cust");
        create("invoice", numbered);
        create("estimate", numbered);
        fault(post("invoice", numbered), "6140");
        on(CompanySwitch.DOC_NUMBERS_UNIQUE_ACROSS_TYPES);
        fault(post("creditmemo", numbered), "6140");
        on(CompanySwitch.DUPLICATE_DOC_NUMBERS_ALLOWED);
        create("invoice", numbered);
    }

    @Test
    void aPaymentLineCanBeCutToTheBalance() {
        String invoice = create("invoice", invoice("3", "10")).text("Id");
        on(CompanySwitch.CAP_OVERAPPLIED_PAYMENT);
        JsonObject payment = create("payment", payment("3", "50", invoice, "50"));
        assertThat(payment.objects("Line").get(0).text("Amount")).isEqualTo("10.00");
        assertThat(payment.text("UnappliedAmt")).isEqualTo("40.00");
    }

    @Test
    void subCustomersCanHaveNamesUnderTheirParent() {
        String job = "{`DisplayName`:`Roof`,`Job`:true,`ParentRef`:{`value`:`%s`}}";
        create("customer", job.replace("%s", "1"));
        fault(post("customer", job.replace("%s", "2")), "6240");
        on(CompanySwitch.SUB_CUSTOMER_NAMES_PER_PARENT);
        create("customer", job.replace("%s", "2"));
        fault(post("customer", job.replace("%s", "2")), "6240");
    }

    @Test
    void halfCentsOfTaxCanGoToTheEvenCent() {
        String body = invoice("3", "6.25")
                .replace("{`value`:`1`}}}]", "{`value`:`1`},`TaxCodeRef`:{`value`:`TAX`}}}]")
                .replace("{`Cust", "{`TxnTaxDetail`:{`TxnTaxCodeRef`:{`value`:`3`}},`Cust");
        // 6.25 at 2 % is 0.125.
        assertThat(create("invoice", body)
                        .object("TxnTaxDetail")
                        .objects("TaxLine")
                        .get(1)
                        .text("Amount"))
                .isEqualTo("0.13");
        on(CompanySwitch.TAX_HALF_EVEN);
        assertThat(create("invoice", body)
                        .object("TxnTaxDetail")
                        .objects("TaxLine")
                        .get(1)
                        .text("Amount"))
                .isEqualTo("0.12");
    }

    @Test
    void sendingCanLeaveTheToken() {
        on(CompanySwitch.SEND_KEEPS_TOKEN);
        later();
        JsonObject sent = ok(post("invoice/1/send?sendTo=a%40b.example", ""));
        assertThat(sent.object("MetaData").text("LastUpdatedTime")).isEqualTo("2026-11-21T12:01:00-08:00");
        assertThat(sent.text("SyncToken"))
                .isEqualTo(company.find("Invoice", "1").orElseThrow().get("SyncToken"));
    }

    @Test
    void requestIdsCanBeIgnoredOrRefused() {
        post("customer?requestid=q", "{`DisplayName`:`First`}");
        on(CompanySwitch.REQUEST_ID_REPEAT_IS_6000);
        fault(post("customer?requestid=q", "{`DisplayName`:`Second`}"), "6000");
        on(CompanySwitch.REQUEST_IDS_IGNORED);
        assertThat(ok(post("customer?requestid=q", "{`DisplayName`:`Second`}")).text("DisplayName"))
                .isEqualTo("Second");
    }

    @Test
    void changesCanReachBackForEver() {
        on(CompanySwitch.CHANGES_WITHOUT_LIMIT);
        JsonObject response = body(get("cdc?entities=Customer&changedSince=2011-10-10T09:00:00-07:00"))
                .objects("CDCResponse")
                .get(0);
        assertThat(response.objects("QueryResponse").get(0).objects("Customer")).hasSize(13);
    }

    @Test
    void rowsCanMoveWhileAClientPages() {
        on(CompanySwitch.UNSTABLE_PAGES);
        later();
        String first =
                rows("Customer", "select * from Customer maxresults 1").get(0).text("Id");
        assertThat(read("customer", first).object("MetaData").text("LastUpdatedTime"))
                .isEqualTo("2026-11-21T12:01:00-08:00");
    }

    @Test
    void switchesAreValues() {
        CompanySwitches some = CompanySwitches.defaults().with(CompanySwitch.AUTO_APPLY);
        assertThat(some.on(CompanySwitch.AUTO_APPLY)).isTrue();
        assertThat(some.without(CompanySwitch.AUTO_APPLY).on(CompanySwitch.AUTO_APPLY))
                .isFalse();
        assertThat(CompanySwitches.defaults().on(CompanySwitch.AUTO_APPLY)).isFalse();
    }
}
