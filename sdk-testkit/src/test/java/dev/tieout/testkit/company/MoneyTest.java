// Over 300 lines: one short fact after another about one thing.
package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** QuickBooks facts E11, E12, M1, T3, E13, M7: invoices, numbers, payments, tax, voids, closed books. */
class MoneyTest extends CompanyTest {
    @Test
    void aPaymentMovesBalanceTokenAndLinkOfItsInvoice() {
        JsonObject invoice = create("invoice", invoice("3", "100"));
        later();
        JsonObject payment = create("payment", payment("3", "60", invoice.text("Id"), "60"));
        JsonObject after = read("invoice", invoice.text("Id"));
        assertThat(after.text("Balance")).isEqualTo("40.00");
        assertThat(after.text("SyncToken")).isEqualTo("1");
        assertThat(after.objects("LinkedTxn").get(0).text("TxnId")).isEqualTo(payment.text("Id"));
        assertThat(after.object("MetaData").text("LastUpdatedTime")).isEqualTo("2026-11-21T12:01:00-08:00");
        assertThat(payment.ref("DepositToAccountRef")).isEqualTo("4");
        assertThat(payment.object("DepositToAccountRef").names()).containsExactly("value");
        JsonObject customer = read("customer", "3");
        assertThat(customer.text("Balance")).isEqualTo("40.00");
        assertThat(customer.text("SyncToken")).isEqualTo("0");
    }

    @Test
    void anOverpaymentStaysUnappliedAndTheBalanceGoesNegative() {
        JsonObject invoice = create("invoice", invoice("3", "100"));
        JsonObject payment = create("payment", payment("3", "150", invoice.text("Id"), "100"));
        assertThat(payment.text("UnappliedAmt")).isEqualTo("50.00");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("-50.00");
        fault(post("payment", payment("3", "10", invoice.text("Id"), "10")), "6000");
        fault(post("payment", "{`CustomerRef`:{`value`:`3`}}"), "6000");
        assertThat(fault(post("payment", "{`TotalAmt`:1}"), "2020").text("element"))
                .isEqualTo("CustomerRef");
    }

    @Test
    void aZeroPaymentLinksACreditToAnInvoice() {
        JsonObject invoice = create("invoice", invoice("3", "100"));
        JsonObject credit = create("creditmemo", invoice("3", "100"));
        assertThat(credit.text("RemainingCredit")).isEqualTo("100.00");
        JsonObject payment = create(
                "payment",
                "{`CustomerRef`:{`value`:`3`},`TotalAmt`:0,`Line`:[{`Amount`:100,`LinkedTxn`:[{`TxnId`:`"
                        + invoice.text("Id") + "`,`TxnType`:`Invoice`}]},{`Amount`:100,`LinkedTxn`:[{`TxnId`:`"
                        + credit.text("Id") + "`,`TxnType`:`CreditMemo`}]}]}");
        assertThat(payment.text("PrivateNote")).isEqualTo("Created by QB Online to link credits to charges.");
        assertThat(payment.has("DepositToAccountRef")).isFalse();
        assertThat(read("invoice", invoice.text("Id")).text("Balance")).isEqualTo("0");
        JsonObject used = read("creditmemo", credit.text("Id"));
        assertThat(used.text("RemainingCredit")).isEqualTo("0");
        assertThat(used.has("LinkedTxn")).isFalse();
    }

    @Test
    void changingAndDeletingAPaymentReopensTheInvoice() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String id = create("payment", payment("3", "100", invoice, "100")).text("Id");
        create("payment", "{`Id`:`" + id + "`,`SyncToken`:`0`,`sparse`:true,`Line`:[]}");
        assertThat(read("invoice", invoice).text("Balance")).isEqualTo("100.00");
        assertThat(read("payment", id).text("UnappliedAmt")).isEqualTo("100.00");
        JsonObject stub = ok(post("payment?operation=delete", "{`Id`:`" + id + "`,`SyncToken`:`1`}"));
        assertThat(stub.names()).containsExactly("domain", "status", "Id");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("100.00");
        fault(get("payment/" + id), "610");
    }

    @Test
    void voidingAPaymentInItsOwnSpellingClearsItsLines() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String id = create("payment", payment("3", "100", invoice, "100")).text("Id");
        JsonObject voided =
                ok(post("payment?operation=update&include=void", "{`Id`:`" + id + "`,`SyncToken`:`0`,`sparse`:true}"));
        assertThat(voided.text("TotalAmt")).isEqualTo("0");
        assertThat(voided.list("Line")).isEmpty();
        assertThat(voided.text("PrivateNote")).isEqualTo("Voided");
        assertThat(read("invoice", invoice).text("Balance")).isEqualTo("100.00");
        assertThat(changes).extracting(CompanyChange::kind).contains(ChangeKind.VOID);
    }

    @Test
    void aVoidedInvoiceKeepsItsFormWithZeroes() {
        JsonObject invoice = create(
                "invoice",
                "{`CustomerRef`:{`value`:`3`},`PrivateNote`:`old`,`Line`:[{`Amount`:200,`DetailType`:`SalesItemLineDetail`,"
                        + "`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`},`UnitPrice`:100,`Qty`:2}}]}");
        JsonObject voided = ok(post("invoice?operation=void", "{`Id`:`" + invoice.text("Id") + "`,`SyncToken`:`0`}"));
        JsonObject detail = voided.objects("Line").get(0).object("SalesItemLineDetail");
        assertThat(voided.text("TotalAmt")).isEqualTo("0");
        assertThat(detail.text("Qty")).isEqualTo("0");
        assertThat(detail.has("UnitPrice")).isFalse();
        assertThat(voided.text("PrivateNote")).startsWith("Voided").endsWith("old");
        assertThat(voided.text("DocNumber")).isEqualTo(invoice.text("DocNumber"));
    }

    @Test
    void aPaidInvoiceCanBeNeitherVoidedNorDeleted() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String payment = create("payment", payment("3", "40", invoice, "40")).text("Id");
        fault(post("invoice?operation=void", "{`Id`:`" + invoice + "`,`SyncToken`:`1`}"), "6000");
        fault(post("invoice?operation=delete", "{`Id`:`" + invoice + "`,`SyncToken`:`1`}"), "6000");
        on(CompanySwitch.DELETE_UNAPPLIES_PAYMENTS);
        ok(post("invoice?operation=delete", "{`Id`:`" + invoice + "`,`SyncToken`:`1`}"));
        assertThat(read("payment", payment).text("UnappliedAmt")).isEqualTo("40.00");
    }

    @Test
    void aDepositedPaymentIsLocked() {
        String payment =
                create("payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:80}").text("Id");
        JsonObject deposit = create(
                "deposit",
                "{`DepositToAccountRef`:{`value`:`35`},`Line`:[{`Amount`:80,`LinkedTxn`:[{`TxnId`:`" + payment
                        + "`,`TxnType`:`Payment`,`TxnLineId`:`0`}]}]}");
        assertThat(deposit.text("TotalAmt")).isEqualTo("80.00");
        JsonObject linked = read("payment", payment);
        assertThat(linked.text("SyncToken")).isEqualTo("0");
        assertThat(linked.objects("LinkedTxn").get(0).text("TxnType")).isEqualTo("Deposit");
        fault(post("payment?operation=delete", "{`Id`:`" + payment + "`,`SyncToken`:`0`}"), "6540");
        assertThat(read("account", "35").text("CurrentBalance")).isEqualTo("80.00");
    }

    @Test
    void wrongAndMissingTokensAreTold() {
        assertThat(fault(post("customer", "{`Id`:`1`,`DisplayName`:`x`}"), "2020")
                        .text("element"))
                .isEqualTo("SyncToken");
        String detail = fault(post("customer", "{`Id`:`1`,`SyncToken`:`7`,`DisplayName`:`x`}"), "5010")
                .text("Detail");
        assertThat(detail)
                .startsWith("Stale Object Error : You and Robin Ashdown were working on this at the same time.");
        fault(post("invoice?operation=delete", "{`Id`:`1`,`SyncToken`:`99`}"), "5010");
    }

    @Test
    void numbersGoOnFromTheLastCreatedAndCanBeTakenOver() {
        String first = create("invoice", invoice("3", "1")).text("DocNumber");
        String credit = create("creditmemo", invoice("3", "1")).text("DocNumber");
        assertThat(Integer.parseInt(credit)).isEqualTo(Integer.parseInt(first) + 1);
        String own = create("invoice", invoice("3", "1").replace("{`Cust", "{`DocNumber`:`INV-9`,`Cust"))
                .text("DocNumber");
        assertThat(own).isEqualTo("INV-9");
        assertThat(create("invoice", invoice("3", "1")).text("DocNumber")).isEqualTo("INV-10");
        company.inQuickBooks().preference("SalesFormsPrefs.CustomTxnNumbers", true);
        assertThat(create("invoice", invoice("3", "1")).has("DocNumber")).isFalse();
        String body = invoice("3", "1").replace("{`Cust", "{`DocNumber`:`INV-9`,`Cust");
        assertThat(fault(post("invoice", body), "6140").text("Detail"))
                .contains("DocNumber=INV-9 is assigned to TxnType=Invoice");
        ok(post("invoice?include=allowduplicatedocnum", body));
    }

    @Test
    void amountsMustBePriceTimesQuantity() {
        String body = "{`CustomerRef`:{`value`:`3`},`Line`:[{`Amount`:1000,`DetailType`:`SalesItemLineDetail`,"
                + "`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`},`UnitPrice`:100,`Qty`:9}}]}";
        assertThat(fault(post("invoice", body), "6070").text("Detail"))
                .isEqualTo("Amount is not equal to UnitPrice * Qty. Supplied value:1,000");
        String half = "{`CustomerRef`:{`value`:`3`},`Line`:[{`DetailType`:`SalesItemLineDetail`,"
                + "`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`},`UnitPrice`:128.35,`Qty`:14.5}}]}";
        assertThat(create("invoice", half).text("TotalAmt")).isEqualTo("1861.08");
    }

    @Test
    void taxIsTakenPerRateOfTheSumOfTaxableLines() {
        String body =
                "{`CustomerRef`:{`value`:`3`},`TxnTaxDetail`:{`TxnTaxCodeRef`:{`value`:`3`}},`Line`:[{`Amount`:422,"
                        + "`DetailType`:`SalesItemLineDetail`,`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`},`TaxCodeRef`:{`value`:"
                        + "`TAX`}}}]}";
        JsonObject tax = create("invoice", body).object("TxnTaxDetail");
        assertThat(tax.objects("TaxLine"))
                .extracting(line -> line.text("Amount"))
                .containsExactly("29.96", "8.44");
        assertThat(tax.text("TotalTax")).isEqualTo("38.40");
        fault(post("invoice", body.replace("`TAX`", "`3`")), "6100");
        String honoured = body.replace("{`TxnTaxCodeRef`", "{`TotalTax`:5.5,`TxnTaxCodeRef`");
        assertThat(create("invoice", honoured).text("TotalAmt")).isEqualTo("427.50");
        on(CompanySwitch.AUTOMATED_SALES_TAX);
        assertThat(create("invoice", body).object("TxnTaxDetail").text("TotalTax"))
                .isEqualTo("38.41");
    }

    @Test
    void discountsComeAfterTheSubtotal() {
        String body = invoice("3", "200")
                .replace(
                        "]}",
                        ",{`DetailType`:`DiscountLineDetail`,`DiscountLineDetail`:"
                                + "{`PercentBased`:true,`DiscountPercent`:10}}]}");
        JsonObject invoice = create("invoice", body);
        assertThat(invoice.text("TotalAmt")).isEqualTo("180.00");
        assertThat(invoice.objects("Line"))
                .extracting(line -> line.text("DetailType"))
                .containsExactly("SalesItemLineDetail", "SubTotalLineDetail", "DiscountLineDetail");
        assertThat(invoice.objects("Line").get(2).has("Id")).isFalse();
        fault(post("invoice", body.replace("`PercentBased`:true,`DiscountPercent`:10", "")), "6090");
    }

    @Test
    void closedBooksRefuseEveryChange() {
        String id = create("invoice", invoice("3", "1").replace("{`Cust", "{`TxnDate`:`2026-01-31`,`Cust"))
                .text("Id");
        company.inQuickBooks().preference("AccountingInfoPrefs.BookCloseDate", "2026-01-31");
        fault(post("invoice", invoice("3", "1").replace("{`Cust", "{`TxnDate`:`2026-01-31`,`Cust")), "6210");
        fault(post("invoice?operation=void", "{`Id`:`" + id + "`,`SyncToken`:`0`}"), "6210");
        on(CompanySwitch.CLOSED_WITHOUT_PASSWORD);
        fault(post("invoice?operation=delete", "{`Id`:`" + id + "`,`SyncToken`:`0`}"), "6200");
        ok(post("payment", payment("3", "1", id, "1")));
    }

    @Test
    void referencesMustExistAndBeActive() {
        assertThat(fault(post("invoice", invoice("999", "1")), "2500").text("Detail"))
                .isEqualTo("Invalid Reference Id : Names element id 999 not found");
        company.inQuickBooks().inactivate("Item", "1");
        assertThat(fault(post("invoice", invoice("3", "1")), "2500").text("Detail"))
                .contains("has been made inactive");
        fault(post("invoice", "{`CustomerRef`:{`value`:`3`}}"), "2020");
        assertThat(fault(post("invoice", "{`CustomerRef`:{`value`:`3`},`Line`:[{`Amount`:1}]}"), "2020")
                        .text("element"))
                .isEqualTo("Line.DetailType");
    }

    @Test
    void linesKeepTheirIdsAndNeverReuseOne() {
        JsonObject invoice = create("invoice", invoice("3", "5"));
        String update = invoice("3", "6")
                .replace("{`Cust", "{`Id`:`" + invoice.text("Id") + "`,`SyncToken`:`0`,`sparse`:true,`Cust");
        assertThat(create("invoice", update).objects("Line").get(0).text("Id")).isEqualTo("2");
        String kept =
                update.replace("`SyncToken`:`0`", "`SyncToken`:`1`").replace("[{`Amount`:6", "[{`Id`:`2`,`Amount`:7");
        assertThat(create("invoice", kept).objects("Line").get(0).text("Id")).isEqualTo("2");
    }

    @Test
    void anUpdateThatChangesNothingLeavesTokenAndTime() {
        JsonObject invoice = create("invoice", invoice("3", "5"));
        later();
        JsonObject same = create(
                "invoice",
                "{`Id`:`" + invoice.text("Id") + "`,`SyncToken`:`0`,`sparse`:true,`DocNumber`:`"
                        + invoice.text("DocNumber") + "`}");
        assertThat(same).isEqualTo(invoice);
    }

    @Test
    void aFullUpdateResetsWhatItLeavesOut() {
        JsonObject made =
                create("customer", "{`DisplayName`:`Full`,`Notes`:`n`,`PrimaryPhone`:{`FreeFormNumber`:`1`}}");
        JsonObject sparse =
                create("customer", "{`Id`:`" + made.text("Id") + "`,`SyncToken`:`0`,`sparse`:true,`Notes`:``}");
        assertThat(sparse.has("Notes")).isFalse();
        assertThat(sparse.has("PrimaryPhone")).isTrue();
        JsonObject full = create("customer", "{`Id`:`" + made.text("Id") + "`,`SyncToken`:`1`,`DisplayName`:`Full`}");
        assertThat(full.has("PrimaryPhone")).isFalse();
        assertThat(full.is("Active")).isTrue();
    }

    @Test
    void classesCountOnlyWhereTheyAreTracked() {
        String tagged =
                "{`CustomerRef`:{`value`:`3`},`ClassRef`:{`value`:`5000000000000007001`},`DepartmentRef`:{`value`:`1`},"
                        + "`Line`:[{`Amount`:1,`DetailType`:`SalesItemLineDetail`,`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`},"
                        + "`ClassRef`:{`value`:`5000000000000007001`}}}]}";
        String classId = company.all("Class").get(0).get("Id").toString();
        JsonObject invoice = create("invoice", tagged.replace("5000000000000007001", classId));
        assertThat(invoice.has("ClassRef")).isFalse();
        assertThat(invoice.ref("DepartmentRef")).isEqualTo("1");
        assertThat(invoice.objects("Line").get(0).object("SalesItemLineDetail").ref("ClassRef"))
                .isEqualTo(classId);
        on(CompanySwitch.CLASS_WITHOUT_TRACKING_REFUSED);
        fault(post("invoice", tagged.replace("5000000000000007001", classId)), "5030");
    }

    @Test
    void debitsAndCreditsMustAgreeAndTheLedgerAlwaysBalances() {
        String line = "{`Amount`:%s,`DetailType`:`JournalEntryLineDetail`,`JournalEntryLineDetail`:{`PostingType`:`%s`,"
                + "`AccountRef`:{`value`:`%s`}}}";
        String debit = String.format(line, "10", "Debit", "35");
        fault(
                post("journalentry", "{`Line`:[" + debit + "," + String.format(line, "9", "Credit", "36") + "]}"),
                "2300");
        JsonObject entry =
                create("journalentry", "{`Line`:[" + debit + "," + String.format(line, "10", "Credit", "36") + "]}");
        assertThat(entry.objects("Line")).extracting(one -> one.text("Id")).containsExactly("0", "1");
        assertThat(read("account", "36").text("CurrentBalance")).isEqualTo("-10.00");
        BigDecimal receivable = new BigDecimal(read("account", "39").text("CurrentBalance"));
        BigDecimal owed = company.all("Customer").stream()
                .map(customer -> new BigDecimal(customer.get("Balance").toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(receivable).isEqualByComparingTo(owed);
    }

    @Test
    void anEstimateTurnedIntoAnInvoiceIsClosedWithoutANewToken() {
        String estimate = create("estimate", invoice("3", "5")).text("Id");
        String body = invoice("3", "5")
                .replace("{`Cust", "{`LinkedTxn`:[{`TxnId`:`" + estimate + "`,`TxnType`:`Estimate`}],`Cust");
        String invoice = create("invoice", body).text("Id");
        JsonObject closed = read("estimate", estimate);
        assertThat(closed.text("TxnStatus")).isEqualTo("Closed");
        assertThat(closed.text("SyncToken")).isEqualTo("0");
        assertThat(closed.objects("LinkedTxn").get(0).text("TxnId")).isEqualTo(invoice);
    }

    @Test
    void clientsCannotTakeAwayThePaymentsOfAnInvoice() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        create("payment", payment("3", "60", invoice, "60"));
        JsonObject after = create(
                "invoice", "{`Id`:`" + invoice + "`,`SyncToken`:`1`,`sparse`:true,`LinkedTxn`:[],`PrivateNote`:`n`}");
        assertThat(after.objects("LinkedTxn")).hasSize(1);
        assertThat(after.text("Balance")).isEqualTo("40.00");
        fault(
                post("invoice", invoice("3", "50").replace("{`Cust", "{`Id`:`" + invoice + "`,`SyncToken`:`2`,`Cust")),
                "6000");
    }
}
