package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.exchange.FakeHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks facts P6, P7: the query language and change data capture. */
class QueryTest extends CompanyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from Customer where DisplayName = 'delia MARSH'",
                "SELECT * FROM cUstomer WHERE displayname = 'Delia Marsh' ORDERBY Id",
                "select *, Notes from customer where Id = '3' order by MetaData.CreateTime desc, Id asc",
                "select * from Customer where DisplayName LIKE 'Del%sh'",
                "select * from Customer where GivenName in ('Delia','Nobody') and Active = true",
                "select * from Customer where PrimaryEmailAddr = 'delia.marsh@mail.example'",
                "select * from Customer where DisplayName >= 'Delia Marsh' MAXRESULTS 1 STARTPOSITION 1",
                "select * from Customer where FamilyName = 'Marsh' and Balance != '7.5'",
                "select * from Customer where CompanyName = ' ' and GivenName = 'Delia'",
                "select * from Customer where (DisplayName = 'Delia Marsh') STARTPOSITION 1 MAXRESULTS 5"
            })
    void everyWayToAskForOneCustomerFindsIt(String statement) {
        List<JsonObject> found = rows("Customer", statement);
        assertThat(found).extracting(row -> row.text("Id")).containsExactly("3");
    }

    @Test
    void aProjectionShowsOnlyWhatWasAskedAndSaysItIsSparse() {
        JsonObject row = rows("Customer", "select Id, DisplayName, Active from Customer where Id = '3'")
                .get(0);
        assertThat(row.names()).containsExactlyInAnyOrder("Id", "DisplayName", "Active", "sparse");
        assertThat(row.is("sparse")).isTrue();
    }

    @Test
    void pagesCountFromOneAndTheOneBehindTheLastIsEmpty() {
        JsonObject page = ok(query("select * from Customer startposition 3 maxresults 2"));
        assertThat(page.names()).containsExactly("Customer", "startPosition", "maxResults");
        assertThat(page.text("startPosition")).isEqualTo("3");
        assertThat(ok(query("select * from Customer startposition 500")).names())
                .isEmpty();
        assertThat(ok(query("select count(*) from Customer")).text("totalCount"))
                .isEqualTo("13");
        assertThat(ok(query("select * from Invoice")).has("totalCount")).isTrue();
    }

    @Test
    void rowsComeByNameAndTransactionsNewestFirst() {
        List<String> names = rows("Customer", "select * from Customer").stream()
                .map(row -> row.text("FullyQualifiedName"))
                .toList();
        assertThat(names).isSorted().contains("Kestrel Cycles:Kestrel Cycles Workshop");
        later();
        String newest = create("invoice", invoice("3", "5")).text("Id");
        assertThat(rows("Invoice", "select * from Invoice").get(0).text("Id")).isEqualTo(newest);
    }

    @Test
    void apostrophesAreEscapedWithABackslash() {
        create("customer", "{`DisplayName`:`Amy's Birds`}");
        assertThat(rows("Customer", "select * from Customer where DisplayName = 'Amy\\'s Birds'"))
                .hasSize(1);
        JsonObject error = fault(query("select * from Customer where DisplayName = 'Amy's Birds'"), "4000");
        assertThat(error.text("Detail"))
                .startsWith("QueryParserError: Encountered \" <IDENTIFIER> \"s \"\" at line 1, column 49.\n"
                        + "Was expecting one of:\n"
                        + "    <EOF> \n"
                        + "    <AND> ...");
        assertThat(error.has("element")).isFalse();
    }

    @Test
    void timesWithAndWithoutOffsetSelectByChange() {
        later();
        create("customer", "{`DisplayName`:`Fresh`}");
        for (String since : new String[] {"2026-11-21T12:00:30-08:00", "2026-11-21T20:00:30Z", "2026-11-21T12:00:30"}) {
            assertThat(rows("Customer", "select * from Customer where Metadata.LastUpdatedTime > '" + since + "'"))
                    .extracting(row -> row.text("DisplayName"))
                    .containsExactly("Fresh");
        }
    }

    @Test
    void refusalsSayWhatIsWrong() {
        assertThat(fault(query("select * from Custmoer"), "4001").text("Detail"))
                .isEqualTo("QueryValidationError: invalid context declaration: Custmoer");
        assertThat(fault(query("select * from Customer where X = '1'"), "4001").text("Detail"))
                .isEqualTo("QueryValidationError: Property X not found for Entity Customer");
        assertThat(fault(query("select * from Vendor where PrimaryEmailAddr = 'a'"), "4001")
                        .text("Detail"))
                .isEqualTo("QueryValidationError: property 'PrimaryEmailAddr' is not queryable");
        assertThat(fault(query("select * from Customer startposition 0"), "4001")
                        .text("Detail"))
                .isEqualTo("QueryValidationError: value 0 is too small. Min allowed value is 1");
        fault(query("select * from Customer maxresults 1001"), "4001");
        fault(query("select * from Customer where Id = '1' or Id = '2'"), "4001");
        fault(query("select * from Customer where Id = ''"), "2030");
        fault(query("select * from Customer where DisplayName = '" + '\u2019'), "4000");
        fault(query(""), "4000");
    }

    @Test
    void aStatementCanBePosted() {
        FakeHeaders headers =
                FakeHeaders.none().with("Accept", "application/json").with("Content-Type", "application/text");
        byte[] body = "select count(*) from Item".getBytes(StandardCharsets.UTF_8);
        assertThat(raw("POST", "query?minorversion=75&", headers, body).bodyText())
                .contains("\"totalCount\":7");
    }

    @Test
    void changesComeWithStubsLastAndEmptyGroups() {
        later();
        String since = "2026-11-21T12:00:30-08:00";
        String gone = create("invoice", invoice("3", "5")).text("Id");
        String kept = create("invoice", invoice("3", "6")).text("Id");
        ok(post("invoice?operation=delete", "{`Id`:`" + gone + "`,`SyncToken`:`0`}"));
        company.inQuickBooks().inactivate("Vendor", "15");
        JsonObject response = body(get("cdc?entities=invoice,Vendor,estimate&changedSince=" + since))
                .objects("CDCResponse")
                .get(0);
        List<JsonObject> groups = response.objects("QueryResponse");
        List<JsonObject> invoices = groups.get(0).objects("Invoice");
        assertThat(invoices).extracting(row -> row.text("Id")).containsExactly(kept, gone);
        assertThat(invoices.get(1).names()).containsExactly("domain", "status", "Id", "MetaData");
        assertThat(groups.get(1).objects("Vendor").get(0).isFalse("Active")).isTrue();
        assertThat(groups.get(2).names()).isEmpty();
    }

    @Test
    void changesLookBackThirtyDaysAndStopAtAThousand() {
        assertThat(fault(get("cdc?entities=Customer&changedSince=2026-10-01"), "500")
                        .text("Detail"))
                .contains("older than fixed days");
        company.seed().records("Customer", 1200, i -> Map.of("DisplayName", "Many " + i));
        JsonObject response = body(get("cdc?entities=Customer,Invoice&changedSince=2026-11-01"))
                .objects("CDCResponse")
                .get(0);
        assertThat(response.objects("QueryResponse").get(0).objects("Customer")).hasSize(1000);
        assertThat(response.objects("QueryResponse").get(1).names()).isEmpty();
        fault(get("cdc?entities=TaxCode&changedSince=2026-11-01"), "4001");
        fault(get("cdc?changedSince=2026-11-01"), "2020");
    }
}
