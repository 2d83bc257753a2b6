package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bookkeeper does in QuickBooks' own pages, each act through the rules and told to listeners. */
class InQuickBooksTest extends CompanyTest {
    private final InQuickBooks person = company.inQuickBooks();

    @Test
    void linesOfEveryKindAreAddedChangedAndTakenOff() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        person.addTextLine(invoice, "Thank you");
        person.addDiscountPercent(invoice, new BigDecimal("10"));
        person.addLine(invoice, "1", new BigDecimal("50"));
        assertThat(read("invoice", invoice).text("TotalAmt")).isEqualTo("135.00");
        person.addDiscount(invoice, new BigDecimal("15"));
        person.changeLine(invoice, "1", new BigDecimal("80"));
        String bundle = person.createBundle("Year end", "1", "2");
        person.addBundle(invoice, bundle, BigDecimal.ONE);
        JsonObject after = read("invoice", invoice);
        assertThat(after.objects("Line"))
                .extracting(line -> line.text("DetailType"))
                .containsExactly(
                        "SalesItemLineDetail",
                        "DescriptionOnly",
                        "SalesItemLineDetail",
                        "GroupLineDetail",
                        "SubTotalLineDetail",
                        "DiscountLineDetail");
        String group = after.objects("Line").get(3).text("Id");
        person.removeLine(invoice, group);
        assertThat(read("invoice", invoice).text("TotalAmt")).isEqualTo("115.00");
        assertThat(changes).allMatch(change -> change.kind() != ChangeKind.DELETE);
        fault(post("item", "{`Name`:`Own`,`Type`:`Group`}"), "6000");
    }

    @Test
    void paymentsAndCreditsAreAppliedAndTakenOff() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        String payment = person.receivePayment("3", new BigDecimal("40"));
        person.applyPayment(payment, invoice, new BigDecimal("30"));
        person.applyPayment(payment, invoice, new BigDecimal("10"));
        assertThat(read("payment", payment).objects("Line")).hasSize(1);
        String credit = person.creditMemo("3", new BigDecimal("25"));
        String zero = person.applyCredit(credit, invoice, new BigDecimal("25"));
        assertThat(read("invoice", invoice).text("Balance")).isEqualTo("35.00");
        person.receivePayment("3", invoice, new BigDecimal("35"));
        assertThat(read("invoice", invoice).text("Balance")).isEqualTo("0");
        assertThatThrownBy(() -> person.voidTransaction("Invoice", invoice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("6000 Business Validation Error: This transaction has payments applied");
        person.unapplyPayment(payment, invoice);
        person.unapplyPayment(zero);
        assertThat(read("invoice", invoice).text("Balance")).isEqualTo("65.00");
        assertThat(read("creditmemo", credit).text("Balance")).isEqualTo("25.00");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("0");
        assertThat(changes).extracting(CompanyChange::entity).contains("Payment", "CreditMemo", "Invoice");
    }

    @Test
    void aDepositedPaymentIsLockedForEverybody() {
        String payment = person.receivePayment("3", new BigDecimal("40"));
        String other = person.receivePayment("1", new BigDecimal("60"));
        String deposit = person.deposit(payment, other);
        assertThat(read("deposit", deposit).text("TotalAmt")).isEqualTo("100.00");
        assertThatThrownBy(() -> person.delete("Payment", payment)).hasMessageContaining("6540");
        person.delete("Deposit", deposit);
        person.delete("Payment", payment);
    }

    @Test
    void namesCustomersAndFieldsAreChanged() {
        String invoice = create("invoice", invoice("3", "100").replace("{`Cust", "{`PrivateNote`:`n`,`Cust"))
                .text("Id");
        person.reassign(invoice, "1");
        assertThat(read("invoice", invoice).ref("CustomerRef")).isEqualTo("1");
        person.change("Invoice", invoice, Collections.singletonMap("PrivateNote", null));
        assertThat(read("invoice", invoice).has("PrivateNote")).isFalse();
        person.rename("Customer", "1", "Renamed");
        assertThat(read("invoice", invoice).object("CustomerRef").text("name")).isEqualTo("Renamed");
        String payment = person.receivePayment("1", invoice, new BigDecimal("10"));
        assertThatThrownBy(() -> person.reassign(invoice, "3")).hasMessageContaining("customer cannot be changed");
        person.unapplyPayment(payment);
        person.reassign(invoice, "3");
    }

    @Test
    void booksAreClosedAndOpened() {
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        person.closeBooks(LocalDate.parse("2026-11-21"));
        assertThatThrownBy(() -> person.addTextLine(invoice, "late")).hasMessageContaining("6210");
        fault(post("invoice", invoice("3", "1")), "6210");
        person.openBooks();
        person.addTextLine(invoice, "in time");
        create("invoice", invoice("3", "1"));
    }

    @Test
    void settingsTakeEffectAtOnce() {
        person.settings().locations(false);
        String tagged = invoice("3", "1").replace("{`Cust", "{`DepartmentRef`:{`value`:`1`},`Cust");
        assertThat(create("invoice", tagged).has("DepartmentRef")).isFalse();
        person.settings().locations(true);
        assertThat(create("invoice", tagged).has("DepartmentRef")).isTrue();
        String classId = company.all("Class").get(0).get("Id").toString();
        String classed = invoice("3", "1").replace("{`Cust", "{`ClassRef`:{`value`:`" + classId + "`},`Cust");
        person.settings().classesPerLine(false);
        assertThat(create("invoice", classed).has("ClassRef")).isFalse();
        person.settings().classesPerTransaction(true);
        assertThat(create("invoice", classed).has("ClassRef")).isTrue();
        person.settings().customNumbers(true);
        assertThat(create("invoice", classed).has("DocNumber")).isFalse();
        person.settings().multicurrency();
        assertThat(create("invoice", classed).text("ExchangeRate")).isEqualTo("1");
    }

    @Test
    void creditsAndPaymentsAreUsedUpByThemselvesIfSoSet() {
        person.settings().autoApplyCredits(true);
        person.settings().autoApplyPayments(true);
        person.creditMemo("3", new BigDecimal("30"));
        String payment = person.receivePayment("3", new BigDecimal("50"));
        String invoice = create("invoice", invoice("3", "100")).text("Id");
        JsonObject after = read("invoice", invoice);
        assertThat(after.text("Balance")).isEqualTo("20.00");
        assertThat(read("payment", payment).text("UnappliedAmt")).isEqualTo("0");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("20.00");
        String memo = person.creditMemo("3", new BigDecimal("25"));
        assertThat(read("invoice", invoice).text("Balance")).isEqualTo("0");
        assertThat(read("creditmemo", memo).text("RemainingCredit")).isEqualTo("5.00");
        assertThatThrownBy(() -> person.applyCredit(memo, invoice, new BigDecimal("5")))
                .hasMessageContaining("already been paid in full");
        List<JsonObject> links = read("invoice", invoice).objects("LinkedTxn");
        assertThat(links).hasSize(3);
    }
}
