package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import org.junit.jupiter.api.Test;

/** QuickBooks facts P8: how a sparse update empties a field, and what it does to an address. */
class ClearingTest extends CompanyTest {
    private static final String FULL = "{`CustomerMemo`:{`value`:`m`},`BillEmail`:{`Address`:`a@b.example`},"
            + "`DepartmentRef`:{`value`:`1`},`PrivateNote`:`n`,`Cust";

    @Test
    void anEmptyTextClearsTextsReferencesAndAddressesAndANullDoesNot() {
        JsonObject invoice = create("invoice", invoice("3", "5").replace("{`Cust", FULL));
        String nulls = "`CustomerMemo`:null,`BillEmail`:null,`DepartmentRef`:null,`PrivateNote`:null}";
        assertThat(create("invoice", sparse(invoice) + nulls)).isEqualTo(invoice);
        JsonObject empty = create(
                "invoice",
                sparse(invoice) + "`CustomerMemo`:{`value`:``},`BillEmail`:{`Address`:``},`DepartmentRef`:"
                        + "{`value`:``},`PrivateNote`:``}");
        assertThat(empty.names()).doesNotContain("CustomerMemo", "BillEmail", "DepartmentRef", "PrivateNote");
        assertThat(empty.text("SyncToken")).isEqualTo("1");
        assertThat(create("invoice", sparse(empty) + "`TotalAmt`:``,`Balance`:``}"))
                .isEqualTo(empty);
    }

    @Test
    void bothAreSwitches() {
        JsonObject invoice = create("invoice", invoice("3", "5").replace("{`Cust", FULL));
        on(CompanySwitch.NULL_CLEARS);
        on(CompanySwitch.EMPTY_TEXT_KEEPS);
        assertThat(create("invoice", sparse(invoice) + "`PrivateNote`:``}")).isEqualTo(invoice);
        JsonObject empty = create("invoice", sparse(invoice) + "`CustomerMemo`:null,`BillEmail`:null}");
        assertThat(empty.names()).contains("PrivateNote").doesNotContain("CustomerMemo", "BillEmail");
    }

    @Test
    void theMethodOfAPaymentAndTheClassOfAnInvoiceCanBeTakenAway() {
        String method = create("paymentmethod", "{`Name`:`Wire`}").text("Id");
        JsonObject payment = create(
                "payment", "{`CustomerRef`:{`value`:`3`},`TotalAmt`:5,`PaymentMethodRef`:{`value`:`" + method + "`}}");
        assertThat(create("payment", sparse(payment) + "`PaymentMethodRef`:{`value`:``}}")
                        .has("PaymentMethodRef"))
                .isFalse();
        company.inQuickBooks().preference("AccountingInfoPrefs.ClassTrackingPerTxn", true);
        String classId = company.all("Class").get(0).get("Id").toString();
        JsonObject invoice =
                create("invoice", invoice("3", "5").replace("{`Cust", "{`ClassRef`:{`value`:`" + classId + "`},`Cust"));
        assertThat(invoice.has("ClassRef")).isTrue();
        assertThat(create("invoice", sparse(invoice) + "`ClassRef`:{`value`:``}}")
                        .has("ClassRef"))
                .isFalse();
    }

    @Test
    void aSparseAddressReplacesTheWholeOrByASwitchItsParts() {
        JsonObject made = create("customer", "{`DisplayName`:`Street`,`BillAddr`:{`Line1`:`1 Elm`,`City`:`Ames`}}");
        JsonObject replaced = create("customer", sparse(made) + "`BillAddr`:{`Line1`:`2 Oak`}}");
        assertThat(replaced.object("BillAddr").names()).containsExactly("Id", "Line1");
        on(CompanySwitch.SPARSE_ADDRESSES_MERGE);
        JsonObject merged = create("customer", sparse(replaced) + "`BillAddr`:{`City`:`Boone`}}");
        assertThat(merged.object("BillAddr").text("Line1")).isEqualTo("2 Oak");
        assertThat(merged.object("BillAddr").text("City")).isEqualTo("Boone");
    }

    private static String sparse(JsonObject record) {
        return "{`Id`:`" + record.text("Id") + "`,`SyncToken`:`" + record.text("SyncToken") + "`,`sparse`:true,";
    }
}
