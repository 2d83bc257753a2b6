package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** QuickBooks facts E5, E6, E4.3: the name space, inactive records, sub-customers. */
class NamesTest extends CompanyTest {
    @Test
    void displayNamesAreUniqueOverCustomersVendorsAndEmployeesInAnyCase() {
        create("customer", "{`DisplayName`:`Zephyr Ltd`}");
        for (String entity : new String[] {"customer", "vendor"}) {
            JsonObject error = fault(post(entity, "{`DisplayName`:`ZEPHYR ltd `}"), "6240");
            assertThat(error.text("Detail")).isEqualTo("The name supplied already exists. : null");
            assertThat(error.has("element")).isFalse();
        }
        fault(post("employee", "{`GivenName`:`Zephyr`,`FamilyName`:`Ltd`}"), "6240");
    }

    @Test
    void aTakenNameOnUpdateHasTheTextWithTwoBlanks() {
        JsonObject error =
                fault(post("customer", "{`Id`:`1`,`SyncToken`:`0`,`sparse`:true,`DisplayName`:`Delia Marsh`}"), "6240");
        assertThat(error.text("Detail"))
                .isEqualTo(
                        "The name supplied already exists. : Another customer is already using this name.  Please use"
                                + " a different name.");
    }

    @Test
    void switchesChooseTheOtherTextsOfATakenName() {
        on(CompanySwitch.NAME_TAKEN_SAYS_ANY_NAME);
        on(CompanySwitch.NAME_TAKEN_SHOWS_ID);
        JsonObject error = fault(post("vendor", "{`DisplayName`:`Delia Marsh`}"), "6240");
        assertThat(error.text("Detail"))
                .contains("Another customer, vendor or employee")
                .endsWith("Id=3");
        on(CompanySwitch.NAME_TAKEN_LEAKS_TEMPLATE);
        assertThat(fault(post("vendor", "{`DisplayName`:`Delia Marsh`}"), "6240")
                        .text("Detail"))
                .contains("Another $$customer$$");
    }

    @Test
    void aMissingDisplayNameIsMadeOfTheNameParts() {
        JsonObject made = create(
                "customer", "{`Title`:`Dr.`,`GivenName`:`Ada`,`MiddleName`:`K`,`FamilyName`:`Berg`,`Suffix`:`Jr.`}");
        assertThat(made.text("DisplayName")).isEqualTo("Dr. Ada K Berg Jr.");
        assertThat(made.text("PrintOnCheckName")).isEqualTo("Ada K Berg");
        fault(post("customer", "{`Notes`:`x`}"), "6080");
    }

    @Test
    void forbiddenCharactersAndLongTextsAreRefusedByName() {
        assertThat(fault(post("customer", "{`DisplayName`:`a\\tb`}"), "2040").text("element"))
                .isEqualTo("DisplayName");
        fault(post("customer", "{`DisplayName`:`a:b`}"), "2040");
        JsonObject error = fault(post("customer", "{`DisplayName`:`" + "x".repeat(501) + "`}"), "2050");
        assertThat(error.text("Detail"))
                .isEqualTo("String length specified does not match the supported length. Min:0 Max:500 supported."
                        + " Supplied length:501");
        assertThat(create("customer", "{`DisplayName`:`Élan & O'Neil (UK) 🚀`}").text("DisplayName"))
                .isEqualTo("Élan & O'Neil (UK) 🚀");
    }

    @Test
    void aBadEmailIsRefusedWithItsField() {
        JsonObject error =
                fault(post("customer", "{`DisplayName`:`E`,`PrimaryEmailAddr`:{`Address`:`no-at`}}"), "2210");
        assertThat(error.text("element")).isEqualTo("PrimaryEmailAddr");
    }

    @Test
    void inactivationAppendsTheSuffixOnceAndFreesTheName() {
        String id = create("customer", "{`DisplayName`:`Oak`}").text("Id");
        JsonObject gone = create("customer", "{`Id`:`" + id + "`,`SyncToken`:`0`,`sparse`:true,`Active`:false}");
        assertThat(gone.text("DisplayName")).isEqualTo("Oak (deleted)");
        assertThat(gone.text("FullyQualifiedName")).isEqualTo("Oak (deleted)");
        assertThat(gone.text("PrintOnCheckName")).isEqualTo("Oak");
        JsonObject again = create("customer", "{`Id`:`" + id + "`,`SyncToken`:`1`,`sparse`:true,`Active`:false}");
        assertThat(again.text("SyncToken")).isEqualTo("1");
        assertThat(again.text("DisplayName")).isEqualTo("Oak (deleted)");
        assertThat(rows("Customer", "select * from Customer where DisplayName = 'Oak (deleted)'"))
                .isEmpty();
        assertThat(rows(
                        "Customer",
                        "select * from Customer where DisplayName = 'Oak (deleted)' and Active in (true,false)"))
                .hasSize(1);
        String second = create("customer", "{`DisplayName`:`Oak`}").text("Id");
        assertThat(create("customer", "{`Id`:`" + second + "`,`SyncToken`:`0`,`sparse`:true,`Active`:false}")
                        .text("DisplayName"))
                .isEqualTo("Oak (deleted-1)");
        assertThat(read("customer", id).isFalse("Active")).isTrue();
        assertThat(changes).extracting(CompanyChange::kind).contains(ChangeKind.DELETE);
    }

    @Test
    void aSwitchMakesInactiveRecordsBlockTheirCleanName() {
        on(CompanySwitch.INACTIVE_BLOCKS_NAME);
        String id = create("customer", "{`DisplayName`:`Elm`}").text("Id");
        create("customer", "{`Id`:`" + id + "`,`SyncToken`:`0`,`sparse`:true,`Active`:false}");
        fault(post("vendor", "{`DisplayName`:`Elm`}"), "6240");
    }

    @Test
    void reactivationNeedsTheCleanName() {
        String id = create("customer", "{`DisplayName`:`Ash`}").text("Id");
        create("customer", "{`Id`:`" + id + "`,`SyncToken`:`0`,`sparse`:true,`Active`:false}");
        JsonObject back = create(
                "customer", "{`Id`:`" + id + "`,`SyncToken`:`1`,`sparse`:true,`Active`:true,`DisplayName`:`Ash`}");
        assertThat(back.text("DisplayName")).isEqualTo("Ash");
        assertThat(back.is("Active")).isTrue();
    }

    @Test
    void aCustomerWithABalanceCannotBeInactivated() {
        JsonObject customer = read("customer", "4");
        JsonObject error = fault(
                post(
                        "customer",
                        "{`Id`:`4`,`SyncToken`:`" + customer.text("SyncToken") + "`,`sparse`:true,`Active`:false}"),
                "6220");
        assertThat(error.text("Detail")).contains("non-zero balance");
    }

    @Test
    void subCustomersHaveLevelPathAndALiveParent() {
        String parent = create("customer", "{`DisplayName`:`Fir`}").text("Id");
        JsonObject job =
                create("customer", "{`DisplayName`:`Unit 4`,`Job`:true,`ParentRef`:{`value`:`" + parent + "`}}");
        assertThat(job.text("FullyQualifiedName")).isEqualTo("Fir:Unit 4");
        assertThat(job.text("Level")).isEqualTo("1");
        assertThat(job.object("ParentRef").names()).containsExactly("value");
        create("customer", "{`Id`:`" + parent + "`,`SyncToken`:`0`,`sparse`:true,`DisplayName`:`Fir Group`}");
        JsonObject renamed = read("customer", job.text("Id"));
        assertThat(renamed.text("FullyQualifiedName")).isEqualTo("Fir Group:Unit 4");
        assertThat(renamed.text("SyncToken")).isEqualTo("0");
        fault(post("customer", "{`DisplayName`:`A`,`Job`:true}"), "6150");
        fault(post("customer", "{`DisplayName`:`A`,`ParentRef`:{`value`:`" + parent + "`}}"), "6150");
    }

    @Test
    void aTreeHasFiveLevelsAndNoCycle() {
        String top = create("customer", "{`DisplayName`:`L0`}").text("Id");
        String id = top;
        for (int level = 1; level < 5; level++) {
            id = create("customer", "{`DisplayName`:`L" + level + "`,`Job`:true,`ParentRef`:{`value`:`" + id + "`}}")
                    .text("Id");
        }
        fault(post("customer", "{`DisplayName`:`L5`,`Job`:true,`ParentRef`:{`value`:`" + id + "`}}"), "6180");
        fault(
                post(
                        "customer",
                        "{`Id`:`" + top + "`,`SyncToken`:`0`,`sparse`:true,`Job`:true,`ParentRef`:{`value`:`" + top
                                + "`}}"),
                "900");
    }

    @Test
    void namesInReferencesAreLive() {
        String id = create("invoice", invoice("1", "10")).text("Id");
        company.inQuickBooks().change("Customer", "1", Map.of("DisplayName", "Renamed Dental"));
        assertThat(read("invoice", id).object("CustomerRef").text("name")).isEqualTo("Renamed Dental");
    }

    @Test
    void aMergeMovesTransactionsAndTellsTheIdThatWentAway() {
        String id = create("invoice", invoice("9", "70")).text("Id");
        company.inQuickBooks().merge("Customer", "8", "9");
        assertThat(read("invoice", id).ref("CustomerRef")).isEqualTo("8");
        assertThat(read("customer", "8").text("Balance")).isEqualTo("70.00");
        assertThat(read("customer", "9").text("Balance")).isEqualTo("0");
        assertThat(read("customer", "9").isFalse("Active")).isTrue();
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.kind()).isEqualTo(ChangeKind.MERGE);
            assertThat(change.id()).isEqualTo("8");
            assertThat(change.deletedId()).isEqualTo("9");
        });
    }
}
