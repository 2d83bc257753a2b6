package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.exchange.FakeHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other people's clients rely on. */
class ClientsOfOthersTest extends CompanyTest {
    private static final Path COMPANY = Path.of(System.getProperty("tieout.root", "."), "..", "shared", "data/company");

    @ParameterizedTest
    @EnumSource(EntityKind.class)
    void anAnswerCanBeWrittenBackAndChangesNothing(EntityKind kind) {
        for (boolean recorded : new boolean[] {false, true}) {
            if (recorded && Files.isDirectory(COMPANY)) {
                use(FakeCompany.builder()
                        .clock(() -> now)
                        .realmId(REALM)
                        .from(COMPANY)
                        .build());
            }
            if (!kind.can(EntityKind.Can.UPDATE) || kind == EntityKind.EXCHANGE_RATE) {
                return;
            }
            for (JsonObject row : rows(kind.json(), "select * from " + kind.json())) {
                JsonObject read = read(kind.path(), row.text("Id"));
                later();
                for (JsonObject sent : List.of(read, read.copy().set("sparse", true))) {
                    JsonObject answer = create(kind.path(), JsonText.print(sent));
                    assertThat(answer.text("SyncToken"))
                            .as(kind + " " + row.text("Id") + " " + JsonText.print(sent) + "\n"
                                    + JsonText.print(answer))
                            .isEqualTo(read.text("SyncToken"));
                    for (String momentary : List.of("TempDownloadUri", "DeferredRevenue")) {
                        answer.set(momentary, null);
                        read.set(momentary, null);
                    }
                    assertThat(JsonText.print(answer)).isEqualTo(JsonText.print(read));
                }
            }
        }
    }

    @Test
    void anotherIncomeAccountMovesPastSalesUnlessToldNotTo() {
        String sale = create("invoice", invoice("3", "70")).text("Id");
        String old = itemAccount(sale);
        String one =
                create("account", "{`Name`:`Fees A`,`AccountType`:`Income`}").text("Id");
        String other =
                create("account", "{`Name`:`Fees B`,`AccountType`:`Income`}").text("Id");
        String change = "{`Id`:`1`,`SyncToken`:`%s`,`sparse`:true,`IncomeAccountRef`:{`value`:`%s`}}";
        String token = read("item", "1").text("SyncToken");
        JsonObject item = create("item?include=donotupdateaccountontxns", change.formatted(token, one));
        assertThat(itemAccount(sale)).isEqualTo(old);
        create("item", change.formatted(item.text("SyncToken"), other));
        assertThat(itemAccount(sale)).isEqualTo(other);
        assertThat(read("invoice", sale).text("SyncToken")).isEqualTo("0");
    }

    private String itemAccount(String invoice) {
        return read("invoice", invoice)
                .objects("Line")
                .get(0)
                .object("SalesItemLineDetail")
                .ref("ItemAccountRef");
    }

    @Test
    void taxCodesBeginWithTheTwoOfQuickBooks() {
        assertThat(rows("TaxCode", "select * from TaxCode"))
                .extracting(row -> row.text("Id"))
                .startsWith("TAX", "NON");
    }

    @Test
    void anUploadWithIdAndTokenUpdatesTheAttachment() {
        FakeHeaders headers = FakeHeaders.none()
                .with("Accept", "application/json")
                .with("Content-Type", "multipart/form-data; boundary=XX");
        String upload = "--XX\r\n"
                + "Content-Disposition: form-data; name=\"file_metadata_01\"\r\n"
                + "Content-Type: application/json\r\n\r\n"
                + "{%s\"FileName\":\"a.txt\"}\r\n"
                + "--XX\r\n"
                + "Content-Disposition: form-data; name=\"file_content_01\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n"
                + "%s\r\n"
                + "--XX--\r\n";
        byte[] first = upload.formatted("", "one").getBytes(StandardCharsets.UTF_8);
        JsonObject made = body(raw("POST", "upload", headers, first))
                .objects("AttachableResponse")
                .get(0)
                .object("Attachable");
        String named = "\"Id\":\"" + made.text("Id") + "\",\"SyncToken\":\"0\",";
        byte[] second = upload.formatted(named, "second").getBytes(StandardCharsets.UTF_8);
        JsonObject changed = body(raw("POST", "upload", headers, second))
                .objects("AttachableResponse")
                .get(0)
                .object("Attachable");
        assertThat(changed.text("Id")).isEqualTo(made.text("Id"));
        assertThat(changed.text("Size")).isEqualTo("6");
        assertThat(changed.text("SyncToken")).isEqualTo("1");
        assertThat(get("download/" + made.text("Id") + "?raw=true").bodyText()).isEqualTo("second");
    }

    @Test
    void accountNumbersAreLongAndTaxServiceMayCarryAnId() {
        assertThat(create("account", "{`Name`:`Numbered`,`AccountType`:`Bank`,`AcctNum`:`12345678901234567890`}")
                        .text("AcctNum"))
                .hasSize(20);
        String agency = rows("TaxAgency", "select * from TaxAgency").get(0).text("Id");
        assertThat(body(post(
                                "taxservice/taxcode",
                                "{`Id`:null,`TaxCode`:`New`,`TaxRateDetails`:[{`TaxRateName`:`R`,`RateValue`:8,`TaxAgencyId`:`"
                                        + agency + "`,`TaxApplicableOn`:`Sales`}]}"))
                        .text("TaxCodeId"))
                .isNotEmpty();
    }

    @Test
    void aCustomFieldComesWithItsName() {
        company.inQuickBooks()
                .change(
                        "Preferences",
                        "1",
                        Map.of(
                                "SalesFormsPrefs",
                                Map.of(
                                        "CustomField",
                                        List.of(Map.of(
                                                "CustomField",
                                                List.of(Map.of(
                                                        "Name",
                                                        "SalesFormsPrefs.SalesCustomName1",
                                                        "Type",
                                                        "StringType",
                                                        "StringValue",
                                                        "Crew")))))));
        JsonObject made = create(
                "invoice",
                invoice("3", "5")
                        .replace(
                                "{`Cust",
                                "{`CustomField`:[{`DefinitionId`:`1`,`Type`:`StringType`,`StringValue`:`A`}],`Cust"));
        assertThat(made.objects("CustomField").get(0).text("Name")).isEqualTo("Crew");
    }
}
