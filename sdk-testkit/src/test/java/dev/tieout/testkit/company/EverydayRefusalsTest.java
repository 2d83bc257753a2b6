package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.exchange.FakeResponse;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** QuickBooks facts E13, M7, M4, M3: what a bookkeeper meets under code 6000 and its kin, with its sentence. */
class EverydayRefusalsTest extends CompanyTest {
    private static final String RULE = "Business Validation Error: ";

    @Test
    void anInvoiceThatIsPaidOrOverpaidIsToldInItsOwnSentence() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        says(post("payment", payment("3", "120", invoice, "120")), "6000", "is more than its open balance");
        create("payment", payment("3", "100", invoice, "100"));
        says(post("payment", payment("3", "10", invoice, "10")), "6000", "has already been paid in full");
        says(
                post("payment", payment("3", "10", invoice, "10").replace("`TotalAmt`:10", "`TotalAmt`:5")),
                "6000",
                "paid in full");
    }

    @Test
    void linksToOthersInvoicesAreNotTheSameAsLinksToNothing() {
        String others = create("invoice", invoice("1", "100")).text("Id");
        JsonObject error = fault(post("payment", payment("3", "10", others, "10")), "620");
        assertThat(error.text("Message")).isEqualTo("TxnID Cannot Be Linked");
        assertThat(error.text("element")).isEqualTo("Payment.Line.LinkedTxn.TxnId");
        String voided = create("invoice", invoice("3", "100")).text("Id");
        company.inQuickBooks().voidTransaction("Invoice", voided);
        fault(post("payment", payment("3", "10", voided, "10")), "620");
        String deleted = create("invoice", invoice("3", "100")).text("Id");
        company.inQuickBooks().delete("Invoice", deleted);
        fault(post("payment", payment("3", "10", deleted, "10")), "620");
        assertThat(fault(post("payment", payment("3", "10", "987654", "10")), "610")
                        .text("Detail"))
                .contains("has been deleted");
    }

    @Test
    void aTotalBelowZeroOrBelowWhatWasPaidIsRefused() {
        says(
                post("invoice", invoice("3", "-1")),
                "6000",
                RULE + "You must specify a transaction amount that is 0 or greater.");
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        create("payment", payment("3", "60", invoice, "60"));
        String lower = invoice("3", "50").replace("{`Cust", "{`Id`:`" + invoice + "`,`SyncToken`:`1`,`Cust");
        says(post("invoice", lower), "6000", RULE + "The total cannot be less than the amount already paid.");
        String moved = lower.replace("`value`:`3`", "`value`:`1`").replace(":50", ":100");
        says(post("invoice", moved), "6000", "The customer cannot be changed while payments or credits are applied");
    }

    @Test
    void voidingAPaidInvoiceIsRefusedOrLeavesThePaymentUnapplied() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String payment = create("payment", payment("3", "40", invoice, "40")).text("Id");
        String stub = "{`Id`:`" + invoice + "`,`SyncToken`:`1`}";
        says(post("invoice?operation=void", stub), "6000", RULE + "This transaction has payments applied");
        says(post("invoice?operation=delete", stub), "6000", "unlink the linked transactions");
        on(CompanySwitch.VOID_UNAPPLIES_PAYMENTS);
        assertThat(ok(post("invoice?operation=void", stub)).text("Balance")).isEqualTo("0");
        assertThat(read("payment", payment).text("UnappliedAmt")).isEqualTo("40.00");
        assertThat(read("payment", payment).list("Line")).isEmpty();
    }

    @Test
    void aDepositLocksTheMoneyOfAPaymentAndNothingElse() {
        String payment =
                create("payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:80}").text("Id");
        String deposit = create("deposit", deposit(payment, "80")).text("Id");
        String start = "{`Id`:`" + payment + "`,`SyncToken`:`0`,`sparse`:true,";
        fault(post("payment", start + "`TotalAmt`:70}"), "6540");
        fault(post("payment", start + "`TxnDate`:`2026-01-05`}"), "6540");
        fault(post("payment", start + "`DepositToAccountRef`:{`value`:`35`}}"), "6540");
        fault(post("payment?operation=delete", start + "`Line`:[]}"), "6540");
        fault(post("payment?operation=update&include=void", start + "`Line`:[]}"), "6540");
        assertThat(create("payment", start + "`PrivateNote`:`n`}").objects("LinkedTxn"))
                .extracting(link -> link.text("TxnId"))
                .containsExactly(deposit);
        on(CompanySwitch.DEPOSITED_PAYMENT_FULLY_LOCKED);
        fault(post("payment", start.replace("`:`0`", "`:`1`") + "`PrivateNote`:`m`}"), "6540");
        company.inQuickBooks().delete("Deposit", deposit);
        ok(post("payment", start.replace("`:`0`", "`:`1`") + "`TotalAmt`:70}"));
    }

    @Test
    void aPaymentIsDepositedOnceAndWhole() {
        String payment =
                create("payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:80}").text("Id");
        says(post("deposit", deposit(payment, "79")), "6000", "must be its whole amount");
        fault(post("deposit", deposit(payment, "80").replace(",`TxnLineId`:`0`", "")), "2020");
        create("deposit", deposit(payment, "80"));
        says(
                post("deposit", deposit(payment, "80")),
                "6000",
                RULE + "Transaction cannot be applied to Deposit because it has already been applied to another"
                        + " Deposit");
        String banked = create(
                        "payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:80,`DepositToAccountRef`:{`value`:`35`}}")
                .text("Id");
        says(post("deposit", deposit(banked, "80")), "6000", RULE + "Select a bank account for this deposit");
    }

    /** QuickBooks facts M4.3, M4.9, M4.17. */
    @Test
    void aRefundIsDepositedOnceBelowZeroAndLockedThoughItShowsNoDeposit() {
        String refund = create(
                        "refundreceipt",
                        "{`DepositToAccountRef`:{`value`:`4`},`Line`:[{`Amount`:30,`DetailType`:`SalesItemLineDetail`,"
                                + "`SalesItemLineDetail`:{`ItemRef`:{`value`:`1`}}}]}")
                .text("Id");
        String payment =
                create("payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:80}").text("Id");
        String both = deposit(payment, "80")
                .replace(
                        "]}]}",
                        "]},{`Amount`:-30,`LinkedTxn`:[{`TxnId`:`" + refund
                                + "`,`TxnType`:`RefundReceipt`,`TxnLineId`:`0`}]}]}");
        says(post("deposit", both.replace("-30", "30")), "6000", "must be its whole amount");
        String deposit = create("deposit", both).text("Id");
        assertThat(company.find("Deposit", deposit).orElseThrow().get("TotalAmt"))
                .isEqualTo(new BigDecimal("50.00"));
        assertThat(company.find("RefundReceipt", refund).orElseThrow()).doesNotContainKey("LinkedTxn");
        fault(post("refundreceipt?operation=delete", "{`Id`:`" + refund + "`,`SyncToken`:`0`}"), "6540");
        String second =
                create("payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:80}").text("Id");
        says(
                post("deposit", both.replace("`TxnId`:`" + payment + "`", "`TxnId`:`" + second + "`")),
                "6000",
                RULE + "Transaction cannot be applied to Deposit because it has already been applied to another"
                        + " Deposit");
        company.inQuickBooks().delete("Deposit", deposit);
        ok(post("refundreceipt?operation=delete", "{`Id`:`" + refund + "`,`SyncToken`:`0`}"));
    }

    @Test
    void whatWasMergedAwayCannotBeChanged() {
        String gone = create("customer", "{`DisplayName`:`Gone`}").text("Id");
        company.inQuickBooks().merge("Customer", "3", gone);
        String token = read("customer", gone).text("SyncToken");
        says(
                post(
                        "customer",
                        "{`Id`:`" + gone + "`,`SyncToken`:`" + token + "`,`sparse`:true,`DisplayName`:`Back`}"),
                "6000",
                RULE + "You cannot modify a list element that has been deleted.");
    }

    @Test
    void moreCreditThanIsLeftIsRefused() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String credit = create("creditmemo", invoice("3", "30")).text("Id");
        String apply = "{`CustomerRef`:{`value`:`3`},`TotalAmt`:0,`Line`:[{`Amount`:40,`LinkedTxn`:[{`TxnId`:`"
                + invoice + "`,`TxnType`:`Invoice`}]},{`Amount`:40,`LinkedTxn`:[{`TxnId`:`" + credit
                + "`,`TxnType`:`CreditMemo`}]}]}";
        says(post("payment", apply), "6000", "more than what remains of the credit memo");
        create("payment", apply.replace(":40", ":30"));
        says(post("creditmemo?operation=delete", "{`Id`:`" + credit + "`,`SyncToken`:`1`}"), "6000", "unlink");
    }

    @Test
    void aCreditThatIsAppliedIsNeitherLoweredBelowThatNorMoved() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String credit = create("creditmemo", invoice("3", "30")).text("Id");
        company.inQuickBooks().applyCredit(credit, invoice, new BigDecimal("20"));
        String start = "{`Id`:`" + credit + "`,`SyncToken`:`1`,`sparse`:true,";
        says(
                post("creditmemo", start + invoice("3", "19").substring(1)),
                "6000",
                "less than the credit already applied");
        says(post("creditmemo", start + "`CustomerRef`:{`value`:`1`}}"), "6000", "customer cannot be changed");
        assertThat(create("creditmemo", start + invoice("3", "25").substring(1)).text("RemainingCredit"))
                .isEqualTo("5.00");
    }

    private static String deposit(String payment, String amount) {
        return "{`DepositToAccountRef`:{`value`:`35`},`Line`:[{`Amount`:" + amount + ",`LinkedTxn`:[{`TxnId`:`"
                + payment + "`,`TxnType`:`Payment`,`TxnLineId`:`0`}]}]}";
    }

    private static void says(FakeResponse response, String code, String sentence) {
        assertThat(fault(response, code).text("Detail")).contains(sentence);
    }
}
