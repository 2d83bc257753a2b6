package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changed in QuickBooks in 2025 and 2026, each a switch; names that come back; merges; lists of addresses. */
class NewsOf2026Test extends CompanyTest {
    @Test
    void aRecordMadeActiveAgainHasItsCleanNameOnlyIfTheWriteCarriesIt() {
        String id = create("customer", "{`DisplayName`:`Emily`}").text("Id");
        company.inQuickBooks().inactivate("Customer", id);
        assertThat(create("customer", sparse("Customer", id) + "`Active`:true}").text("DisplayName"))
                .isEqualTo("Emily (deleted)");
        company.inQuickBooks().inactivate("Customer", id);
        assertThat(create("customer", sparse("Customer", id) + "`Active`:true,`DisplayName`:`Emily`}")
                        .text("DisplayName"))
                .isEqualTo("Emily");
        company.inQuickBooks().inactivate("Customer", id);
        company.inQuickBooks().inactivate("Item", "2");
        on(CompanySwitch.REACTIVATION_RESTORES_NAME);
        assertThat(create("item", sparse("Item", "2") + "`Active`:true}").text("FullyQualifiedName"))
                .doesNotContain("deleted");
        create("vendor", "{`DisplayName`:`Emily`}");
        fault(post("customer", sparse("Customer", id) + "`Active`:true}"), "6240");
    }

    @Test
    void mergedRecordsMoveWhatTheyOwedAndMayBeGone() {
        String gone = create("customer", "{`DisplayName`:`Gone`}").text("Id");
        String invoice = create("invoice", invoice(gone, "70")).text("Id");
        company.inQuickBooks().merge("Customer", "3", gone);
        assertThat(read("invoice", invoice).ref("CustomerRef")).isEqualTo("3");
        assertThat(read("invoice", invoice).text("SyncToken")).isEqualTo("0");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("70.00");
        assertThat(read("customer", gone).text("DisplayName")).isEqualTo("Gone (deleted)");
        assertThat(changes).extracting(CompanyChange::kind).contains(ChangeKind.MERGE);
        on(CompanySwitch.MERGED_RECORDS_UNREADABLE);
        fault(get("customer/" + gone), "610");
    }

    @Test
    void rowsMayNotBeSortableById() {
        assertThat(query("select * from Customer orderby Id").status()).isEqualTo(200);
        on(CompanySwitch.IDS_NOT_SORTABLE);
        fault(query("select * from Customer orderby Id"), "4001");
    }

    @Test
    void theCompanysCountryMayHaveThreeLettersAndAddressesNoCoordinates() {
        Map<String, Object> address = Map.of("Line1", "1 Elm", "Country", "United States", "Lat", "1", "Long", "2");
        company.inQuickBooks().change("CompanyInfo", "1", Map.of("CompanyAddr", address));
        on(CompanySwitch.COUNTRIES_IN_THREE_LETTERS);
        on(CompanySwitch.COORDINATES_HIDDEN);
        JsonObject shown = ok(get("companyinfo/" + REALM)).object("CompanyAddr");
        assertThat(shown.text("Country")).isEqualTo("USA");
        assertThat(shown.names()).doesNotContain("Lat", "Long");
        String own = "{`DisplayName`:`C`,`BillAddr`:{`Country`:`United States`}}";
        assertThat(create("customer", own).object("BillAddr").text("Country")).isEqualTo("United States");
    }

    @Test
    void addressesAreAListSeparatedByCommas() {
        String body = "{`DisplayName`:`Mail`,`PrimaryEmailAddr`:{`Address`:`a@b.example%sc@d.example`}}";
        assertThat(fault(post("customer", body.formatted(";")), "2210").text("Detail"))
                .contains("comma-separated");
        create("customer", body.formatted(", "));
        fault(post("invoice/1/send?sendTo=a%40b.example%3Bc%40d.example", ""), "4002");
    }

    @Test
    void aCreditMemoIsMadeChangedAndDeletedButNeverVoided() {
        String body = invoice("3", "30")
                .replace("{`Cust", "{`DepositToAccountRef`:{`value`:`35`},`Cust")
                .replace(
                        "]}",
                        ",{`Amount`:-5,`DetailType`:`SalesItemLineDetail`,`SalesItemLineDetail`:{`ItemRef`:"
                                + "{`value`:`1`}}}]}");
        JsonObject credit = create("creditmemo", body);
        assertThat(credit.has("DepositToAccountRef")).isFalse();
        assertThat(credit.text("RemainingCredit")).isEqualTo("25.00");
        assertThat(read("customer", "3").text("Balance")).isEqualTo("-25.00");
        String id = credit.text("Id");
        fault(post("creditmemo?operation=void", "{`Id`:`" + id + "`,`SyncToken`:`0`}"), "500");
        assertThat(create(
                                "creditmemo",
                                sparse("CreditMemo", id) + invoice("3", "40").substring(1))
                        .text("Balance"))
                .isEqualTo("40.00");
        ok(post("creditmemo?operation=delete", "{`Id`:`" + id + "`,`SyncToken`:`1`}"));
        assertThat(read("customer", "3").text("Balance")).isEqualTo("0");
        fault(get("creditmemo/" + id), "610");
    }

    private String sparse(String entity, String id) {
        Object token = company.find(entity, id).orElseThrow().get("SyncToken");
        return "{`Id`:`" + id + "`,`SyncToken`:`" + token + "`,`sparse`:true,";
    }
}
