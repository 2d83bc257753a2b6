package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** QuickBooks facts E7, E15, T5, T7, M3.4: items, time, tax elsewhere, currencies, automatic credits. */
class RulesTest extends CompanyTest {
    @Test
    void eachKindOfItemNeedsItsAccounts() {
        assertThat(fault(post("item", "{`Type`:`Service`}"), "2020").text("Detail"))
                .isEqualTo("Required parameter Name is missing in the request");
        fault(post("item", "{`Name`:`I1`}"), "2020");
        fault(post("item", "{`Name`:`I1`,`IncomeAccountRef`:{`value`:`35`}}"), "6430");
        fault(post("item", "{`Name`:`I1`,`Type`:`Group`}"), "6000");
        assertThat(fault(post("item", "{`Name`:`I1`,`Type`:`Inventory`,`IncomeAccountRef`:{`value`:`49`}}"), "2020")
                        .text("Detail"))
                .contains("inventory assetaccount");
        JsonObject stock = create(
                "item",
                "{`Name`:`I1`,`Type`:`Inventory`,`TrackQtyOnHand`:true,`QtyOnHand`:5,`InvStartDate`:`2026-06-01`,"
                        + "`IncomeAccountRef`:{`value`:`49`},`ExpenseAccountRef`:{`value`:`55`},`AssetAccountRef`:{`value`:`56`}}");
        String early = invoice("3", "5")
                .replace("{`value`:`1`}}}]", "{`value`:`" + stock.text("Id") + "`}}}]")
                .replace("{`Cust", "{`TxnDate`:`2026-05-31`,`Cust");
        fault(post("invoice", early), "6270");
    }

    @Test
    void categoriesHoldItemsAndAreNotSold() {
        String shelf = create("item", "{`Name`:`Shelf`,`Type`:`Category`}").text("Id");
        JsonObject item = create(
                "item",
                "{`Name`:`Bookkeeping`,`SubItem`:true,`ParentRef`:{`value`:`" + shelf
                        + "`},`IncomeAccountRef`:{`value`:`45`}}");
        assertThat(item.text("FullyQualifiedName")).isEqualTo("Shelf:Bookkeeping");
        assertThat(item.object("ParentRef").text("name")).isEqualTo("Shelf");
        fault(post("item", "{`Name`:`bookkeeping`,`IncomeAccountRef`:{`value`:`45`}}"), "6240");
        fault(post("invoice", invoice("3", "5").replace("{`value`:`1`}}}]", "{`value`:`" + shelf + "`}}}]")), "6000");
    }

    @Test
    void timeNeedsAnOwnerADurationAndIfBillableACustomer() {
        String start = "{`NameOf`:`Employee`,`EmployeeRef`:{`value`:`19`}";
        fault(post("timeactivity", "{`NameOf`:`Employee`,`Hours`:1}"), "6290");
        fault(post("timeactivity", start + "}"), "6350");
        fault(post("timeactivity", start + ",`Hours`:1,`StartTime`:`2026-11-01T10:00:00-08:00`}"), "6390");
        fault(
                post(
                        "timeactivity",
                        start + ",`StartTime`:`2026-11-01T10:00:00-08:00`,`EndTime`:`2026-11-01T09:00:00-08:00`}"),
                "6370");
        fault(post("timeactivity", start + ",`Hours`:1,`BillableStatus`:`Billable`}"), "6310");
        fault(
                post("timeactivity", start + ",`Hours`:1,`BillableStatus`:`Billable`,`CustomerRef`:{`value`:`3`}}"),
                "6330");
        fault(post("timeactivity", start + ",`Hours`:1,`BillableStatus`:`HasBeenBilled`}"), "2170");
        assertThat(create("timeactivity", start + ",`Hours`:1}").text("BillableStatus"))
                .isEqualTo("NotBillable");
    }

    @Test
    void outsideTheUnitedStatesEveryLineNamesATaxCode() {
        Map<String, Object> info = Map.of("Country", "CA");
        company.inQuickBooks().change("CompanyInfo", "1", info);
        String body = invoice("3", "108");
        assertThat(fault(post("invoice", body), "6000").text("Detail"))
                .isEqualTo("Business Validation Error: Make sure all your transactions have a GST/HST rate before you"
                        + " save.");
        fault(
                post("invoice", body.replace("{`value`:`1`}}}]", "{`value`:`1`},`TaxCodeRef`:{`value`:`TAX`}}}]")),
                "6100");
        String coded = body.replace("{`value`:`1`}}}]", "{`value`:`1`},`TaxCodeRef`:{`value`:`2`}}}]");
        assertThat(create("invoice", coded).text("TotalAmt")).isEqualTo("116.64");
        JsonObject inclusive =
                create("invoice", coded.replace("{`Cust", "{`GlobalTaxCalculation`:`TaxInclusive`,`Cust"));
        assertThat(inclusive.text("TotalAmt")).isEqualTo("108.00");
        assertThat(inclusive.object("TxnTaxDetail").text("TotalTax")).isEqualTo("8.00");
        String none =
                coded.replace("{`Cust", "{`GlobalTaxCalculation`:`NotApplicable`,`TxnTaxDetail`:{`TotalTax`:1},`Cust");
        fault(post("invoice", none), "6170");
    }

    @Test
    void withAutoApplyANewInvoiceUsesUpOpenCredits() {
        on(CompanySwitch.AUTO_APPLY);
        company.inQuickBooks().preference("SalesFormsPrefs.AutoApplyCredit", true);
        create("creditmemo", invoice("3", "30"));
        JsonObject invoice = create("invoice", invoice("3", "100"));
        JsonObject after = read("invoice", invoice.text("Id"));
        assertThat(after.text("Balance")).isEqualTo("70.00");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("70.00");
        assertThat(rows("Payment", "select * from Payment where TotalAmt = '0'"))
                .hasSize(1);
    }

    @Test
    void billsAreDueAtOnceAndPaidByBillPayments() {
        String line =
                "`Line`:[{`Amount`:80,`DetailType`:`AccountBasedExpenseLineDetail`,`AccountBasedExpenseLineDetail`:"
                        + "{`AccountRef`:{`value`:`62`}}}]";
        JsonObject bill = create("bill", "{`VendorRef`:{`value`:`15`}," + line + "}");
        assertThat(bill.text("DueDate")).isEqualTo(bill.text("TxnDate"));
        assertThat(read("vendor", "15").text("Balance")).isEqualTo("80.00");
        create(
                "billpayment",
                "{`VendorRef`:{`value`:`15`},`TotalAmt`:80,`PayType`:`Check`,`CheckPayment`:{`BankAccountRef`:{`value`:`35`}},"
                        + "`Line`:[{`Amount`:80,`LinkedTxn`:[{`TxnId`:`" + bill.text("Id") + "`,`TxnType`:`Bill`}]}]}");
        JsonObject paid = read("bill", bill.text("Id"));
        assertThat(paid.text("Balance")).isEqualTo("0");
        assertThat(paid.objects("LinkedTxn").get(0).text("TxnType")).isEqualTo("BillPaymentCheck");
        assertThat(read("vendor", "15").text("Balance")).isEqualTo("0");
        assertThat(read("account", "35").text("CurrentBalance")).isEqualTo("-80.00");
    }

    @Test
    void preferencesKeepWhatAnUpdateDoesNotName() {
        JsonObject before = ok(get("preferences"));
        JsonObject after = create(
                "preferences", "{`Id`:`1`,`SyncToken`:`0`,`sparse`:true,`SalesFormsPrefs`:{`AllowDeposit`:false}}");
        assertThat(after.object("SalesFormsPrefs").isFalse("AllowDeposit")).isTrue();
        assertThat(after.object("SalesFormsPrefs").size())
                .isEqualTo(before.object("SalesFormsPrefs").size());
        assertThat(after.object("TaxPrefs")).isEqualTo(before.object("TaxPrefs"));
    }

    @Test
    void accountsDeriveTheirKindAndClassesCanNeedAFeature() {
        JsonObject bank = create("account", "{`Name`:`Till`,`AccountType`:`Bank`}");
        assertThat(bank.text("AccountSubType")).isEqualTo("CashOnHand");
        assertThat(bank.text("Classification")).isEqualTo("Asset");
        assertThat(bank.text("Id")).isEqualTo("1150040000");
        assertThat(bank.object("MetaData").names()).containsExactly("CreateTime");
        fault(post("account", "{`Name`:`X`}"), "6010");
        fault(post("account", "{`Name`:`a\\\"b`,`AccountType`:`Bank`}"), "2040");
        company.inQuickBooks().preference("AccountingInfoPrefs.TrackDepartments", false);
        on(CompanySwitch.CLASSES_NEED_FEATURE);
        fault(post("department", "{`Name`:`East`}"), "5030");
    }

    @Test
    void theThreeOtherWaysToVoidAndDeleteAgree() {
        String receipt = "{`CustomerRef`:{`value`:`3`},`Line`:[{`Amount`:9,`DetailType`:`SalesItemLineDetail`,"
                + "`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`},`UnitPrice`:9,`Qty`:1}}]}";
        JsonObject sale = create("salesreceipt", receipt);
        assertThat(sale.object("DepositToAccountRef").text("name")).isEqualTo("Undeposited Funds");
        JsonObject voided = ok(post(
                "salesreceipt?operation=update&include=void",
                "{`Id`:`" + sale.text("Id") + "`,`SyncToken`:`0`,`sparse`:true}"));
        assertThat(voided.objects("Line").get(0).object("SalesItemLineDetail").text("UnitPrice"))
                .isEqualTo("0");
        assertThat(voided.text("TotalAmt")).isEqualTo("0");
    }

    @Test
    void privateNumbersComeBackMasked() {
        JsonObject employee = create("employee", "{`GivenName`:`A`,`FamilyName`:`B`,`SSN`:`444-55-6666`}");
        assertThat(employee.text("SSN")).isEqualTo("XXX-XX-XXXX");
        String id = create("vendor", "{`DisplayName`:`Taxed`,`TaxIdentifier`:`99-5688293`}")
                .text("Id");
        JsonObject row =
                rows("Vendor", "select * from Vendor where Id = '" + id + "'").get(0);
        assertThat(row.text("TaxIdentifier")).isEqualTo("XXXXXX8293");
    }

    @Test
    void purchasesTellTheirKindInTheServersOwnWrapping() {
        JsonObject purchase = create(
                "purchase",
                "{`AccountRef`:{`value`:`38`},`PaymentType`:`CreditCard`,`EntityRef`:{`value`:`15`,`type`:`Vendor`},`Line`:["
                        + "{`Amount`:12,`DetailType`:`AccountBasedExpenseLineDetail`,`AccountBasedExpenseLineDetail`:"
                        + "{`AccountRef`:{`value`:`62`}}}]}");
        assertThat(purchase.isFalse("Credit")).isTrue();
        assertThat(purchase.object("EntityRef").text("name")).isEqualTo("CloudLedger Hosting");
        JsonObject any = purchase.object("PurchaseEx").objects("any").get(0);
        assertThat(any.object("value").text("Value")).isEqualTo("54");
        assertThat(read("account", "38").text("CurrentBalance")).isEqualTo("-12.00");
    }
}
